"""From the pieces of a slot to one place: the smallest unit named, inside the larger ones named with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places.article import ARTICLES, with_article
from crossread.normalize.places.back import point_back
from crossread.normalize.places.candidates import Choice, Larger, kilometres
from crossread.normalize.places.city import in_its_city
from crossread.normalize.places.descending import as_descending
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.edge import edge_place, lies_by_border, lists_countries, speaks_of_nations, spell_out_pair
from crossread.normalize.places.likened import without_likened
from crossread.normalize.places.measured import as_measured, moved
from crossread.normalize.places.named import (
    SIZE,
    Named,
    ResolvedPlace,
    compass_region,
    lies_inside,
    resolved,
    several,
    stretch,
    written_name,
)
from crossread.normalize.places.outside import ACROSS_KM, is_outside_all, is_outside_slot, is_outside_what_follows
from crossread.normalize.places.people import names_person
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.pieces import TRUSTED, PieceChooser, smallest, town_in_sight
from crossread.normalize.places.slot import read_pieces
from crossread.normalize.places.told import last_told
from crossread.normalize.places.toponyms import Toponym, ToponymFinder
from crossread.normalize.places.unlisted import AT_HOME, UnlistedPlaces
from crossread.normalize.places.villages import among, as_one, list_of_villages, listed_of, of_list
from crossread.normalize.places.whole import whole_names
from crossread.normalize.places.words import unit_of_list
from crossread.records import Place

SAME_TOWN_KM = 25.0
PART_OF_TOWN_KM = 50.0  # farther from a town lies no part of it
# "the market quarter of", "an Arab neighborhood of": a part that has a name or kind of its own
_QUARTER_OF = re.compile(
    r"\b(?!(?:the|an?|in|of)\b)\w+\s+(?:quarter|neighbou?rhood|section|suburb|ward|district|estate)s?\s+of\s+$", re.I
)
QUARTER_KM = 60.0  # so far off, a town is not the quarter of that name
LARGE_CITY = 1_000_000  # inhabitants; so large a city is no part of another town
FAR_FROM_TOWN_KM = 100.0  # … nor from the seat of the municipality told behind it
_PART_OF = re.compile(
    r"^(?:,\s+an?)?\s+(?:[a-z]+\s+){0,2}(?:district|neighbou?rhood|quarter|suburb|area|section|ward|arrondissement|borough)"
    r"\s+(?:of|in)\s+(?:the\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|district|quarter|section|suburb|area)\b")  # "Pittsburgh's Allentown neighborhood"
_AND = re.compile(r"\b(?:and|or)\b|&")
_WAY = re.compile(
    r"\bbetween\b|\bfrom\b.*\bto\b|\w[–—]\w.*\b(?:road|highway|line|railway|motorway)\b|\w-[A-Z].*\b(?:road|highway|motorway)\b"
)
_LIES_IN = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?(?:(?:town|city|municipality|commune|township)\s+of\s+)?")
_INSIDE = re.compile(r"in(?:side)?\s", re.IGNORECASE)
_CAPITAL_OF = re.compile(r"(?:['’]s?\s+|\s+)capital\b(?!\s+[A-Z])")


class SlotResolver:
    """Answers for the slots of one document."""

    def __init__(self, surroundings: Surroundings, finder: ToponymFinder, *, cased: bool) -> None:
        self.about = surroundings
        self.finder = finder
        self.words = finder.words
        self.cased = cased
        self.pieces = PieceChooser(surroundings)
        self.unlisted = UnlistedPlaces(surroundings, self.pieces)

    def resolve(self, raw: str, *, start: int, end: int) -> ResolvedPlace | None:
        """The place of one slot."""
        raw = spell_out_pair(raw, self._is_known) if self.cased else raw
        given = self.about.given.get((start, end))
        if given is None and self.cased and names_person(self.about.text, raw):
            return None
        if given and (given.listed or given.demonym):
            pieces = [Piece(toponym=given, name=given.text, given=True)]
        else:
            cased = self.cased and not (raw.isupper() and len(raw) > 5)
            pieces = self._with_unit_of_list(read_pieces(raw, self.finder, cased=cased, named_only=given is not None), end)
        told = without_likened(self.about.text, start, raw, pieces)
        if told is None and given is None:
            return None
        pieces = as_descending(raw, whole_names(raw, told or pieces, self.about), self.about.gazetteer)
        if speaks_of_nations(raw):
            pieces = [self._as_nation(piece) for piece in pieces]
        named = self.pieces.choose_all(pieces, end)
        if not named:
            return self._from_back(raw, start) or self._bare(raw, start)
        if run := () if _WAY.search(raw) else list_of_villages(raw, named):
            return self._villages(raw, run, [n for n in named if n not in run], start)
        focus = town_in_sight(raw, smallest(named), named)
        others = [n for n in named if n is not focus]
        return self._answer(raw, with_article(raw, focus, self.unlisted.main_country(start)), others, start)

    def _villages(self, raw: str, run: Sequence[Named], rest: Sequence[Named], start: int) -> ResolvedPlace | None:
        if listed := listed_of(run, rest):
            return among(raw, run, listed)
        found = self.unlisted.find(as_one(raw, run), rest, start)
        return of_list(raw, run, found) if found else None

    def _is_known(self, name: str) -> bool:
        folded = fold_name(name)
        return self.about.gazetteer.has_name(folded) or self.about.gazetteer.demonym(folded) is not None

    def _as_nation(self, piece: Piece) -> Piece:
        """The piece as a country where its name is one's ("Niger" is a state of Nigeria, too)."""
        places = self.about.gazetteer.find_places_exact(piece.toponym.text) if piece.unit is None else ()
        country = next((p.country for p in places if p.kind == "country"), None)
        return replace(piece, toponym=replace(piece.toponym, demonym=country)) if country else piece

    def _with_unit_of_list(self, pieces: list[Piece], end: int) -> list[Piece]:
        if not pieces or pieces[-1].unit or pieces[-1].toponym.demonym:
            return pieces
        unit = unit_of_list(self.about.text[end : end + 120], self.words)
        return [*pieces[:-1], replace(pieces[-1], unit=unit)] if unit else pieces

    def _bare(self, raw: str, start: int) -> ResolvedPlace | None:
        """A slot of one or two unknown words in a text without case ("NEAR OMANTHAI"): a name the gazetteer has not."""
        words = [w for w in re.findall(r"[^\W\d_][\w'’-]+", raw) if w.lower() not in self.words.function]
        if (self.cased and not raw.isupper()) or not 0 < len(words) <= 2 or any(self._is_plain(w) for w in words):
            return None
        if all(word.lower() in ARTICLES for word in words):
            return None  # "IN EL", cut off
        name = " ".join(words).title()
        toponym = Toponym(start=0, end=len(name), text=name, folded=fold_name(name), listed=False)
        piece = Piece(toponym=toponym, name=name, near=bool(self.words.near.search(raw)))
        named = self.pieces.choose(piece, Larger())
        return self._listed_place(named, named.place) if named.place else self.unlisted.without_point(named, [], start)

    def _is_plain(self, word: str) -> bool:
        lower = word.lower()
        plain = lower in self.words.units or self.words.sites.fullmatch(lower) or self.words.near.fullmatch(lower)
        return bool(plain) or self.about.gazetteer.is_common_word(lower) or lower in self.words.compass

    def _from_back(self, raw: str, start: int) -> ResolvedPlace | None:
        found = point_back(raw, start, self.about, self.words, self._resolve_words)
        return ResolvedPlace(place=found[0], score=found[1]) if found else None

    def _resolve_words(self, words: str, start: int) -> ResolvedPlace | None:
        return self.resolve(words, start=start, end=start + len(words))

    def _answer(self, raw: str, focus: Named, others: Sequence[Named], start: int) -> ResolvedPlace | None:
        if focus.size == SIZE["country"] and focus.place:
            return self._country(raw, focus, others)
        focus = as_measured(raw, focus, others, start, self.about)
        focus, others = in_its_city(focus, others, self.about)
        together = self._together(raw, focus, others)
        if together:
            return together
        away = focus.place and any(_is_namesake_elsewhere(raw, focus, other) for other in others)
        namesake = is_outside_what_follows(focus, start + len(raw), self.about) or is_outside_all(focus, others, self.about)
        namesake = namesake or is_outside_slot(focus, others)
        if away or self._is_part_elsewhere(raw, focus, others) or self._is_quarter_elsewhere(raw, focus, others, start):
            focus = replace(focus, choice=Choice(place=None, score=0.0), size=SIZE["quarter"])
        elif namesake:
            focus = replace(focus, choice=Choice(place=None, score=0.0), size=SIZE["settlement"])
        if focus.place is None:
            return self.unlisted.find(focus, others, start, border=lies_by_border(raw))
        road = self.unlisted.road_to(focus, raw[: focus.piece.toponym.end], start) if focus.piece.near else None
        if road is None and _WAY.search(raw) and focus.place.kind == "settlement":
            focus = replace(focus, piece=replace(focus.piece, near=True))  # one end of a road whose other end nobody lists
        found = road or (self._listed_place(focus, focus.place) if focus.place else None)
        return found if road or found is None else moved(found, raw[: focus.piece.toponym.start], self.about.gazetteer)

    def _is_quarter_elsewhere(self, raw: str, part: Named, others: Sequence[Named], start: int) -> bool:
        """True for the "Palmira" of "the colony of Palmira", where the town told before is far from the gazetteer's only one.

        Behind "the market quarter of" stands the town itself, and a town abroad has no quarter at home.
        """
        place = part.place
        if place is None or part.piece.unit != "quarter" or place.kind != "settlement" or place.population >= LARGE_CITY:
            return False
        told = [row for row in self.about.placed if row.toponym.folded != part.piece.toponym.folded]
        town = last_told(told, start, ("settlement",))
        near = town.choice.place if town is not None and town.toponym.end <= start else None
        if near is None or _QUARTER_OF.search(raw[: part.piece.toponym.start]):
            return False
        at_home = self.about.leaning().countries.get(place.country or "", 0.0) >= AT_HOME
        if at_home and near.country != place.country:
            return False
        held = any(other.place and other.size >= SIZE["settlement"] for other in others)
        return not held and kilometres(near, place) > QUARTER_KM

    def _is_part_elsewhere(self, raw: str, part: Named, others: Sequence[Named]) -> bool:
        """True for the "San Mateo" of "San Mateo, Uson" (or "in Uson") where the gazetteer has only one far from that Uson.

        A large town is no part of another, and what is also the name of its region is that ("Buffalo, New York").
        """
        after = min((n for n in others if n.piece.toponym.start >= part.piece.toponym.end), default=None, key=_start)
        place, town = part.place, after.place if after else None
        if after is None or place is None or town is None or _AND.search(raw) or _WAY.search(raw):
            return False
        between = _LIES_IN.fullmatch(raw, part.piece.toponym.end, after.piece.toponym.start)
        if between is None or after.piece.bearing or part.piece.bearing:
            return False
        named = [p for p in self.about.gazetteer.find_exact(after.piece.toponym.folded) if p.kind != "settlement"]
        if any(
            (p.country, p.admin1 or place.admin1) == (place.country, place.admin1)
            and (p.kind != "area" or kilometres(p, place) <= ACROSS_KM)
            for p in named
        ):
            return False
        towns = place.kind == town.kind == "settlement" and place.population < LARGE_CITY
        return towns and after.choice.score >= TRUSTED and kilometres(place, town) > FAR_FROM_TOWN_KM

    def _country(self, raw: str, focus: Named, others: Sequence[Named]) -> ResolvedPlace | None:
        country = focus.place
        assert country is not None
        assert country.country is not None
        capital = self.about.gazetteer.capital(country.country)
        if capital and _CAPITAL_OF.search(raw):
            outside = focus.piece.near and not _INSIDE.match(raw)  # "south of the Iraqi capital", not "in suburbs of" it
            return resolved(capital, name=capital.name, precision="near" if outside else "exact", score=0.9)
        nations = sorted((n for n in (focus, *others) if n.size == SIZE["country"]), key=lambda n: n.piece.toponym.start)
        part = next((n for n in nations if n.piece.compass and n.place and not n.piece.toponym.demonym), None)
        if part and part.place and len(nations) > 1:
            return compass_region(part, part.place, self.about.gazetteer)
        edge = edge_place(raw, nations, self.unlisted.main_country(0))
        if edge:
            return edge
        more = [n.place for n in others if n.place and n.place.kind == "country" and n.place.country != country.country]
        if more and (lists_countries(raw) or not focus.piece.toponym.demonym):
            name = " and ".join(p.name for p in (country, *more))
            none = Place(
                name=name, country=None, admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="country"
            )
            return ResolvedPlace(place=none, score=0.6)
        if focus.piece.compass:
            return compass_region(focus, country, self.about.gazetteer)
        return resolved(country, name=country.name, precision="country", score=focus.choice.score)

    def _listed_place(self, focus: Named, place: GazetteerPlace) -> ResolvedPlace:
        piece = focus.piece
        if piece.compass and place.kind in ("admin1", "area"):
            return compass_region(focus, place, self.about.gazetteer)
        if piece.near:
            precision = "near"
        elif place.kind in ("area", "county") or piece.unit in ("area", "county"):
            precision = "area"
        else:
            precision = "admin1" if place.kind == "admin1" else "exact"
        return resolved(place, name=written_name(piece, place), precision=precision, score=focus.choice.score)

    def _together(self, raw: str, focus: Named, others: Sequence[Named]) -> ResolvedPlace | None:
        """Places tied by "and", none inside another, or a stretch from one to the other: their midpoint."""
        way = _WAY.search(raw)
        rest = [
            n
            for n in others
            if n.place
            and n.size <= SIZE["admin1"]
            and (n.piece.joined or way or _begins_list(raw, n, focus))
            and not n.piece.toponym.demonym
        ]
        if not rest or not focus.place or not (way or _AND.search(raw[focus.piece.toponym.end :])):
            return None
        apart = [n for n in rest if n.place and _are_apart(focus.place, n.place)]
        if not apart:
            return None
        named = sorted((focus, *apart), key=lambda n: n.piece.toponym.start)
        return stretch(named[:2]) if way else several(raw, named)


def _is_namesake_elsewhere(raw: str, part: Named, town: Named) -> bool:
    """True for the "Karrada" of "the Karrada district of Baghdad" where the gazetteer has only one far from that town.

    A district of the region that is called after the town ("Koro district of Mopti") lies in that region, and stands.
    """
    if part.place is None or town.place is None or town.place.kind != "settlement" or part.piece.bearing or town.piece.bearing:
        return False
    told = _PART_OF.match(raw[part.piece.toponym.end : town.piece.toponym.start])
    owned = raw[town.piece.toponym.end : part.piece.toponym.start] in ("'s ", "’s ")
    owned = owned and _QUARTER.match(raw, part.piece.toponym.end) is not None
    if not (owned or (told and part.place.kind == "settlement")):
        return False
    in_region = fold_name(part.place.admin1 or "") in (fold_name(town.place.name), town.piece.toponym.folded)
    return not in_region and kilometres(part.place, town.place) > PART_OF_TOWN_KM


def _begins_list(raw: str, first: Named, focus: Named) -> bool:
    """True for the "Diyala" of "Diyala, Kirkuk and Salahuddin": a comma ties the focus to it."""
    return focus.piece.joined and raw[first.piece.toponym.end : focus.piece.toponym.start] == ", "


def _start(named: Named) -> int:
    return named.piece.toponym.start


def _are_apart(place: GazetteerPlace, other: GazetteerPlace) -> bool:
    return kilometres(place, other) > SAME_TOWN_KM and not lies_inside(place, other)
