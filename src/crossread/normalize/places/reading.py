"""From the pieces of a slot to one place: the smallest unit named, inside the larger ones named with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places.article import ARTICLES, with_article
from crossread.normalize.places.back import point_back
from crossread.normalize.places.candidates import Choice, Larger, kilometres
from crossread.normalize.places.city import in_its_city
from crossread.normalize.places.continents import without_continent
from crossread.normalize.places.descending import as_descending
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.edge import (
    edge_place,
    is_unit_beside,
    lies_by_border,
    lists_countries,
    speaks_of_nations,
    spell_out_pair,
)
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
from crossread.normalize.places.outside import is_outside_all, is_outside_slot, is_outside_what_follows
from crossread.normalize.places.people import names_person
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.pieces import PieceChooser, smallest, town_in_sight
from crossread.normalize.places.quarters import WAY, is_quarter_elsewhere, is_village_by_word, lies_elsewhere, with_quarters
from crossread.normalize.places.slot import read_pieces
from crossread.normalize.places.street_names import as_told_street, without_chains
from crossread.normalize.places.toponyms import Toponym, ToponymFinder
from crossread.normalize.places.unlisted import UnlistedPlaces
from crossread.normalize.places.villages import among, as_one, list_of_villages, listed_of, of_list
from crossread.normalize.places.voices import names_voice
from crossread.normalize.places.whole import whole_names
from crossread.normalize.places.words import unit_of_list
from crossread.records import Place

SAME_TOWN_KM = 25.0
_AND = re.compile(r"\b(?:and|or)\b|&")
# "in PD9 of the city", "PD 4, Kandahar": police districts have no name of their own
_NUMBERED_DISTRICT = re.compile(r"\b(?:PD|[Pp]olice\s+[Dd]istrict)\s?-?\d{1,2}\b(?:\s+(?:of|in)\s+|,\s+|\s*$)")
_INSIDE = re.compile(r"in(?:side)?\s", re.IGNORECASE)
_CAPITAL_OF = re.compile(r"(?:['’]s?\s+|\s+)capital\b(?!\s+[A-Z])")
# "in the same Afghan district": whose it is leads to no country, the district was told before
_SAME = re.compile(
    r"\b[Tt]he\s+same\s+(?P<whose>[A-Z][\w-]+\s+)(?=(?:district|province|region|city|town|village|area|county|governorate|state|neighbou?rhood)\b)"
)


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
        raw = _NUMBERED_DISTRICT.sub("", spell_out_pair(raw, self._is_known) if self.cased else raw)
        given = self.about.given.get((start, end))
        raw, country = (raw, None) if given else without_continent(raw, self.about.gazetteer)
        if given is None and self.cased and self._names_somebody(raw):
            return None
        if given is None and self.cased and (same := self._same_unit(raw, start)):
            return same
        if given and (given.listed or given.demonym):
            pieces = [Piece(toponym=given, name=given.text, given=True)]
        else:
            cased = self.cased and not (raw.isupper() and len(raw) > 5)
            pieces = self._with_unit_of_list(read_pieces(raw, self.finder, cased=cased, named_only=given is not None), end)
            pieces = self._without_streets(raw, pieces, end) if cased and given is None else pieces
        told = without_likened(self.about.text, start, raw, pieces)
        if told is None and given is None:
            return None
        pieces = as_descending(raw, whole_names(raw, told or pieces, self.about), self.about.gazetteer)
        pieces = with_quarters(raw, pieces, self.about.gazetteer)
        if country is not None or speaks_of_nations(raw):
            pieces = [self._as_nation(piece, country) for piece in pieces]
        named = self.pieces.choose_all(pieces, end)
        if not named:
            return self._from_back(raw, start) or self._bare(raw, start)
        if run := () if WAY.search(raw) else list_of_villages(raw, named):
            return self._villages(raw, run, [n for n in named if n not in run], start)
        focus = town_in_sight(raw, smallest(named), named)
        others = [n for n in named if n is not focus]
        return self._answer(raw, with_article(raw, focus, self.unlisted.main_country(start)), others, start)

    def _same_unit(self, raw: str, start: int) -> ResolvedPlace | None:
        same = _SAME.search(raw)
        if same is None or self.about.gazetteer.demonym(fold_name(same["whose"].strip())) is None:
            return None
        return self._from_back(raw[: same.start("whose")] + raw[same.end("whose") :], start)

    def _without_streets(self, raw: str, pieces: Sequence[Piece], end: int) -> list[Piece]:
        text = self.about.text
        return without_chains(raw, as_told_street(raw, pieces, text), text[end : end + 20])

    def _names_somebody(self, raw: str) -> bool:
        """True for the bare name of a person or of a body that only tells."""
        return names_person(self.about.text, raw) or names_voice(self.about.text, raw.strip(), self.about.gazetteer)

    def _villages(self, raw: str, run: Sequence[Named], rest: Sequence[Named], start: int) -> ResolvedPlace | None:
        if listed := listed_of(raw, run, rest):
            return among(raw, run, listed)
        found = self.unlisted.find(as_one(raw, run), rest, start)
        return of_list(raw, run, found) if found else None

    def _is_known(self, name: str) -> bool:
        folded = fold_name(name)
        return self.about.gazetteer.has_name(folded) or self.about.gazetteer.demonym(folded) is not None

    def _as_nation(self, piece: Piece, called: str | None) -> Piece:
        """The piece as a country where its name is one's ("Niger" is a state of Nigeria, too), or is the one `called`."""
        if called is not None and not called.startswith(piece.toponym.text):
            return piece
        places = self.about.gazetteer.find_places_exact(piece.toponym.text) if piece.unit is None or called else ()
        country = next((p.country for p in places if p.kind == "country"), None)
        return replace(piece, unit=None, toponym=replace(piece.toponym, demonym=country)) if country else piece

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
        if is_unit_beside(raw, focus, others):
            return None
        focus = as_measured(raw, focus, others, start, self.about)
        focus, others = in_its_city(focus, others, self.about)
        together = self._together(raw, focus, others)
        if together:
            return together
        namesake = is_outside_what_follows(focus, start + len(raw), self.about) or is_outside_all(focus, others, self.about)
        namesake = namesake or is_outside_slot(raw, focus, others) or is_village_by_word(raw, focus)
        if lies_elsewhere(raw, focus, others, start, self.about):
            focus = replace(focus, choice=Choice(place=None, score=0.0), size=SIZE["quarter"])
        elif namesake:
            focus = replace(focus, choice=Choice(place=None, score=0.0), size=SIZE["settlement"])
        if focus.place is None:
            others = [other for other in others if not is_quarter_elsewhere(raw, other, others, start, self.about)]
            return self.unlisted.find(focus, others, start, border=lies_by_border(raw))
        road = self.unlisted.road_to(focus, raw[: focus.piece.toponym.end], start) if focus.piece.near else None
        if road is None and WAY.search(raw) and focus.place.kind == "settlement":
            focus = replace(focus, piece=replace(focus.piece, near=True))  # one end of a road whose other end nobody lists
        found = road or (self._listed_place(focus, focus.place) if focus.place else None)
        return found if road or found is None else moved(found, raw[: focus.piece.toponym.start], self.about.gazetteer)

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
        way = WAY.search(raw)
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


def _begins_list(raw: str, first: Named, focus: Named) -> bool:
    """True for the "Diyala" of "Diyala, Kirkuk and Salahuddin": a comma ties the focus to it."""
    return focus.piece.joined and raw[first.piece.toponym.end : focus.piece.toponym.start] == ", "


def _are_apart(place: GazetteerPlace, other: GazetteerPlace) -> bool:
    return kilometres(place, other) > SAME_TOWN_KM and not lies_inside(place, other)
