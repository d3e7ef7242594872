"""From the pieces of a slot to one place: the smallest unit named, inside the larger ones named with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places_back import point_back
from crossread.normalize.places_candidates import Ask, Choice, Larger, Leaning, Namesakes, kilometres
from crossread.normalize.places_compass import compass_point
from crossread.normalize.places_document import Surroundings, last_told
from crossread.normalize.places_slot import Piece, read_pieces
from crossread.normalize.places_toponyms import Toponym, ToponymFinder, has_case
from crossread.records import Place

SIZE = {"site": 0, "quarter": 1, "settlement": 2, "county": 3, "area": 3, "admin1": 4, "country": 5}
UNIT_KINDS = {
    "settlement": frozenset({"settlement"}),
    "admin1": frozenset({"admin1"}),
    "county": frozenset({"county"}),
    "area": frozenset({"area"}),
}
SAME_TOWN_KM = 25.0
TRUSTED = 0.5  # a larger unit named in the slot must be at least this sure before it holds the smaller one
_AND = re.compile(r"\b(?:and|or)\b|&")
_WAY = re.compile(r"\bbetween\b|\bfrom\b.*\bto\b|\w[–—]\w.*\b(?:road|highway|line|railway|motorway)\b|\w-[A-Z].*\b(?:road|highway|motorway)\b")
_PLURAL_UNIT = re.compile(r"\s+(?:[Pp]rovinces?|[Rr]egions|[Ss]tates|[Dd]istricts|[Gg]overnorates|[Oo]blasts|[Cc]ounties)\b")
WELL_KNOWN = 300_000  # inhabitants; so large a town is meant also where nothing else speaks of its country
_CAPITAL_OF = re.compile(r"(?:['’]s?\s+|\s+)capital\b(?!\s+[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """A place and the probability (0 to 1) that it is the one meant."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A piece with the place chosen for it."""

    piece: Piece
    choice: Choice
    size: int

    @property
    def place(self) -> GazetteerPlace | None:
        """The chosen place, None where the gazetteer has none."""
        return self.choice.place


class SlotResolver:
    """Answers for the slots of one document."""

    def __init__(self, surroundings: Surroundings, finder: ToponymFinder, *, cased: bool) -> None:
        self.about = surroundings
        self.finder = finder
        self.words = finder.words
        self.cased = cased
        self.leaning: Leaning = surroundings.leaning()

    def resolve(self, raw: str, *, start: int, end: int) -> ResolvedPlace | None:
        """The place of one slot."""
        given = self.about.given.get((start, end))
        if given and (given.listed or given.demonym):
            pieces = [Piece(toponym=given, name=given.text, given=True)]
        else:
            cased = self.cased and not (raw.isupper() and len(raw) > 5)
            pieces = read_pieces(raw, self.finder, cased=cased)
        named = self._choose_all(pieces, start, end)
        if not named:
            return self._from_back(raw, start) or self._bare(raw, start)
        focus = self._focus(named)
        return self._answer(raw, focus, [n for n in named if n is not focus], start)

    def _bare(self, raw: str, start: int) -> ResolvedPlace | None:
        """A slot of one or two unknown words in a text without case ("NEAR OMANTHAI"): a name the gazetteer has not."""
        words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", raw) if w.lower() not in self.words.function]
        if self.cased and not raw.isupper() or not 0 < len(words) <= 2 or any(self._is_plain(w) for w in words):
            return None
        name = " ".join(words).title()
        toponym = Toponym(start=0, end=len(name), text=name, folded=fold_name(name), listed=False)
        piece = Piece(toponym=toponym, name=name, near=bool(self.words.near.search(raw)))
        named = self._choose(piece, Larger(), None)
        return self._listed_place(named, named.place) if named.place else self._without_point(named, [], start)

    def _is_plain(self, word: str) -> bool:
        lower = word.lower()
        plain = lower in self.words.units or self.words.sites.fullmatch(lower) or self.words.near.fullmatch(lower)
        return bool(plain) or self.about.gazetteer.is_common_word(lower) or lower in self.words.compass

    def _from_back(self, raw: str, start: int) -> ResolvedPlace | None:
        found = point_back(raw, start, self.about, self.words)
        return ResolvedPlace(place=found[0], score=found[1]) if found else None

    def _choose_all(self, pieces: Sequence[Piece], start: int, end: int) -> list[Named]:
        """Choose for each piece, larger units first, so that they hold the smaller ones."""
        larger = self._said_larger(pieces)
        first = [self._choose(piece, larger, end if index == len(pieces) - 1 else None) for index, piece in enumerate(pieces)]
        again = []
        for index, piece in enumerate(pieces):
            holding = larger
            for other in first[:index] + first[index + 1 :]:
                if other.place and other.choice.score >= TRUSTED and _may_hold(other, first[index]):
                    holding = holding | _as_larger(other.place)
            again.append(self._choose(piece, holding, end if index == len(pieces) - 1 else None))
        return again

    def _said_larger(self, pieces: Sequence[Piece]) -> Larger:
        return Larger(countries=frozenset(p.toponym.demonym for p in pieces if p.toponym.demonym and p.hint))

    def _choose(self, piece: Piece, larger: Larger, end: int | None) -> Named:
        if piece.toponym.demonym:
            place = self.about.gazetteer.country_point(piece.toponym.demonym)
            return Named(piece=piece, choice=Choice(place=place, score=0.9), size=SIZE["country"])
        if piece.unit == "site":
            return Named(piece=piece, choice=Choice(place=None, score=0.0), size=SIZE["site"])
        name = piece.toponym.folded
        known = self.about.asks.get(name)
        namesakes = self._namesakes(piece, larger)
        holding = larger
        if end is not None:
            holding = holding | self.about.larger_after(end, namesakes.places)
        if known and not holding:
            holding = known.larger
        ask = Ask(namesakes=namesakes, larger=holding, kinds=UNIT_KINDS.get(piece.unit or "", frozenset()))
        choice = self.about.chooser.choose(ask, self.about.leaning(without=name), or_none=not piece.given)
        return Named(piece=piece, choice=choice, size=self._size(piece, choice))

    def _namesakes(self, piece: Piece, larger: Larger) -> Namesakes:
        """The candidates of a piece, by its name with and without its unit word, or by other spellings of it."""
        gazetteer, chooser = self.about.gazetteer, self.about.chooser
        exact = chooser.named(piece.toponym.folded)
        if piece.name != piece.toponym.text and (with_unit := gazetteer.find_places_exact(piece.name)):
            return chooser.namesakes((*with_unit, *exact.places))
        likely = set(larger.countries) | {c for c, _ in larger.regions} | {c for c, s in self.leaning.countries.items() if s > 0.1}
        if any(p.country in likely or p.country is None or p.kind != "settlement" for p in exact.places) or not likely:
            return exact
        folded = piece.toponym.folded
        other = gazetteer.find_variants(folded) or (() if exact.places else gazetteer.find_close(folded))
        return chooser.namesakes((*exact.places, *(p for p in other if p.country in likely and p not in exact.places)))

    def _size(self, piece: Piece, choice: Choice) -> int:
        if choice.place is None:
            return SIZE.get(piece.unit or "settlement", 2)
        return SIZE["quarter"] if piece.unit == "quarter" else SIZE[choice.place.kind]

    def _focus(self, named: Sequence[Named]) -> Named:
        """The smallest unit; of equals the first, but one that is not merely nearby, and a listed one."""
        order = {id(n): i for i, n in enumerate(named)}
        return min(named, key=lambda n: (n.size + 9 * self._is_loose(n, named), order[id(n)]))

    def _is_loose(self, named: Named, all_named: Sequence[Named]) -> bool:
        """True for an unlisted name that nothing says to be a place: no unit, and no comma or preposition after it."""
        if named.place or named.piece.unit or named is all_named[-1]:
            return False
        return not named.piece.linked

    def _answer(self, raw: str, focus: Named, others: Sequence[Named], start: int) -> ResolvedPlace | None:
        if focus.size == SIZE["country"] and focus.place:
            return self._country(raw, focus, others)
        together = self._together(raw, focus, others)
        if together:
            return together
        if focus.place is None:
            return self._unlisted_place(focus, others, start)
        return self._listed_place(focus, focus.place)

    def _country(self, raw: str, focus: Named, others: Sequence[Named]) -> ResolvedPlace | None:
        country = focus.place
        assert country is not None and country.country is not None
        capital = self.about.gazetteer.capital(country.country)
        if capital and _CAPITAL_OF.search(raw):
            return _resolved(capital, name=capital.name, precision="exact", score=0.9)
        more = [n.place for n in others if n.place and n.place.kind == "country" and n.place.country != country.country]
        if more and not focus.piece.toponym.demonym:
            name = " and ".join(p.name for p in (country, *more))
            none = Place(name=name, country=None, admin1=None, gazetteer_id=None, latitude=None, longitude=None, precision="country")
            return ResolvedPlace(place=none, score=0.6)
        if focus.piece.compass:
            return self._compass(focus, country)
        precision = "near" if focus.piece.near and not focus.piece.toponym.demonym else "country"
        return _resolved(country, name=country.name, precision=precision, score=focus.choice.score)

    def _compass(self, focus: Named, place: GazetteerPlace) -> ResolvedPlace:
        point = compass_point(self.about.gazetteer, place, focus.piece.compass or "")
        return ResolvedPlace(
            place=Place(
                name=f"{focus.piece.compass} {place.name}",
                country=place.country,
                admin1=place.admin1,
                gazetteer_id=None,
                latitude=point[0],
                longitude=point[1],
                precision="area",
            ),
            score=focus.choice.score,
        )

    def _listed_place(self, focus: Named, place: GazetteerPlace) -> ResolvedPlace:
        piece = focus.piece
        if piece.compass and place.kind in ("admin1", "area"):
            return self._compass(focus, place)
        if piece.near:
            precision = "near"
        elif place.kind in ("area", "county") or piece.unit in ("area", "county"):
            precision = "area"
        else:
            precision = "admin1" if place.kind == "admin1" else "exact"
        return _resolved(place, name=_name(piece, place), precision=precision, score=focus.choice.score)

    def _together(self, raw: str, focus: Named, others: Sequence[Named]) -> ResolvedPlace | None:
        """Places tied by "and", none inside another, or a stretch from one to the other: their midpoint."""
        way = _WAY.search(raw)
        rest = [n for n in others if n.place and n.size <= SIZE["admin1"] and (n.piece.joined or way) and not n.piece.toponym.demonym]
        if not rest or not focus.place or not (way or _AND.search(raw[focus.piece.toponym.end :])):
            return None
        apart = [n for n in rest if n.place and kilometres(n.place, focus.place) > SAME_TOWN_KM and not _inside(focus.place, n.place)]
        if not apart or (not way and len(apart) < len(rest)):
            return None
        named = sorted((focus, *apart), key=lambda n: n.piece.toponym.start)
        return self._stretch(raw, named[:2]) if way else self._several(raw, named)

    def _several(self, raw: str, named: Sequence[Named]) -> ResolvedPlace:
        """Several units taken as one place: the midpoint, or no point at all if they lie in several countries."""
        places = [n.place for n in named if n.place]
        one_country = len({p.country for p in places}) == 1
        end = named[-1].piece.toponym.end
        plural = _PLURAL_UNIT.match(raw[end:])
        middle = Place(
            name=raw[named[0].piece.toponym.start : end + (plural.end() if plural else 0)],
            country=places[0].country if one_country else None,
            admin1=None,
            gazetteer_id=None,
            latitude=round(sum(p.latitude for p in places) / len(places), 2) if one_country else None,
            longitude=round(sum(p.longitude for p in places) / len(places), 2) if one_country else None,
            precision=("admin1" if all(p.kind == "admin1" for p in places) else "area") if one_country else "country",
        )
        return ResolvedPlace(place=middle, score=min(n.choice.score for n in named))

    def _stretch(self, raw: str, named: Sequence[Named]) -> ResolvedPlace | None:
        """The road from one town to another: halfway, near."""
        a, b = named[0].place, named[1].place
        if a is None or b is None or a.country != b.country:
            return None
        place = Place(
            name=f"{named[0].piece.toponym.text}–{named[1].piece.toponym.text} road",
            country=a.country,
            admin1=a.admin1 if a.admin1 == b.admin1 else None,
            gazetteer_id=None,
            latitude=round((a.latitude + b.latitude) / 2, 2),
            longitude=round((a.longitude + b.longitude) / 2, 2),
            precision="near",
        )
        return ResolvedPlace(place=place, score=min(n.choice.score for n in named))

    def _unlisted_place(self, focus: Named, others: Sequence[Named], start: int) -> ResolvedPlace | None:
        """A site, quarter or village the gazetteer has not: its town's point, or only the country and region named."""
        piece = focus.piece
        held = sorted((n for n in others if n.place and n.piece.hint), key=lambda n: n.size)
        if held and held[0].place and held[0].place.kind in ("settlement", "county"):
            if held[0].piece.near and focus.size > SIZE["quarter"]:
                return self._without_point(focus, held, start)
            name = _with_town(piece.name, held[0].piece.name)
            return _resolved(held[0].place, name=name, precision="exact", score=held[0].choice.score)
        own = self._own_town(piece, others)
        if own and own.place:
            name = piece.name if piece.name[-1:].isupper() or piece.name.split()[-1][:1].isupper() else own.piece.name
            return _resolved(own.place, name=name, precision="near" if piece.near else "exact", score=own.choice.score)
        if focus.size <= SIZE["quarter"]:
            told = last_told(self.about.told, start, ("settlement",))
            place = told.choice.place if told else None
            if told and place and all(_inside(place, n.place) for n in held if n.place):
                score = 0.5 * told.choice.score
                return _resolved(place, name=_with_town(piece.name, told.toponym.text), precision="exact", score=score)
        return self._without_point(focus, held, start)

    def _own_town(self, piece: Piece, others: Sequence[Named]) -> Named | None:
        """The settlement a site is called after ("Shayrat Airfield"), if the gazetteer has one where the document plays."""
        base = piece.base
        if base is None:
            return None
        larger = Larger()
        for other in others:
            if other.place and other.size >= SIZE["county"]:
                larger = larger | _as_larger(other.place)
        found = self._choose(base, larger, None)
        if not found.place or found.choice.score < TRUSTED or found.size not in (SIZE["settlement"], SIZE["admin1"]):
            return None
        at_home = self.leaning.countries.get(found.place.country or "", 0.0) >= 0.2
        return found if larger or at_home or found.place.population >= WELL_KNOWN else None

    def _without_point(self, focus: Named, held: Sequence[Named], start: int) -> ResolvedPlace | None:
        """A name the gazetteer has not, with the country (and region) it lies in, and no coordinates."""
        around = held[0].place if held else None
        country = around.country if around else self._main_country(start)
        if country is None:
            return None
        precision = "near" if focus.piece.near else "area" if focus.size >= SIZE["county"] else "exact"
        place = Place(
            name=focus.piece.name,
            country=country,
            admin1=around.admin1 if around else None,
            gazetteer_id=None,
            latitude=None,
            longitude=None,
            precision=precision,
        )
        return ResolvedPlace(place=place, score=0.4)

    def _main_country(self, start: int) -> str | None:
        """The country that at least half of the document's country words point to, else that of the last place told."""
        countries = self.leaning.countries
        best = max(countries, key=lambda iso: (countries[iso], iso), default=None)
        if best and countries[best] >= TRUSTED:
            return best
        told = last_told(self.about.told, start, tuple(SIZE))
        return told.choice.place.country if told and told.choice.place else best


def _with_town(site: str, town: str) -> str:
    """ "Tahrir Square, Cairo", but "Kabul University" alone: it already says its town."""
    return site if fold_name(town) in fold_name(site) else f"{site}, {town}"


def _inside(place: GazetteerPlace, larger: GazetteerPlace) -> bool:
    return place.country == larger.country and (larger.kind != "admin1" or place.admin1 == larger.admin1)


def _may_hold(other: Named, piece: Named) -> bool:
    return other.size > piece.size or (other.size >= SIZE["admin1"] and piece.place is None)


def _as_larger(place: GazetteerPlace) -> Larger:
    if place.kind == "country" and place.country:
        return Larger(countries=frozenset({place.country}))
    if place.country and place.admin1 and place.kind != "area":
        return Larger(regions=frozenset({(place.country, place.admin1)}))
    return Larger(countries=frozenset({place.country})) if place.country else Larger()


def _name(piece: Piece, place: GazetteerPlace) -> str:
    if place.kind == "admin1":
        return piece.name if piece.name != piece.toponym.text else place.name
    written = piece.name if piece.unit in ("area", "county") else piece.toponym.text
    return written if any(c.islower() for c in written) and written[:1].isupper() else place.name


def _resolved(place: GazetteerPlace, *, name: str, precision: str, score: float) -> ResolvedPlace:
    found = Place(
        name=name,
        country=place.country,
        admin1=place.admin1,
        gazetteer_id=place.id,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=precision,
    )
    return ResolvedPlace(place=found, score=min(1.0, score))
