"""Chooses a place for each piece of a slot, larger units first, so that they hold the smaller ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.gazetteer import fold_name
from crossread.normalize.places.bearing import told_kilometres
from crossread.normalize.places.candidates import Ask, Choice, Larger, Leaning, Namesakes
from crossread.normalize.places.desks import towns_first
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.hamlets import without_cities
from crossread.normalize.places.headings import held_by_heading, is_namesake_elsewhere
from crossread.normalize.places.named import SIZE, Named, as_larger, lies_inside
from crossread.normalize.places.piece import Piece

UNIT_KINDS = {
    "settlement": frozenset({"settlement"}),
    "admin1": frozenset({"admin1"}),
    "county": frozenset({"county"}),
    "area": frozenset({"area"}),
}
REGION_WORDS = frozenset(("region", "province", "state", "department", "governorate", "district"))
TRUSTED = 0.5  # a larger unit named in the slot must be at least this sure before it holds the smaller one
LIKELY = 0.15  # share of the document's country words that makes other spellings in that country worth a look
BEARING = 2.5  # sizes that a place is pushed back which only tells how far or which way ("east of Algiers")
IN_SIGHT_KM = 40.0  # so near to a town, a place in a region is better told by it than by the region alone
LOOSE = 9  # sizes that a name is pushed back which nothing says to be a place


class PieceChooser:
    """Answers for the pieces of the slots of one document."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.about = surroundings
        self.leaning: Leaning = surroundings.leaning()

    def choose_all(self, pieces: Sequence[Piece], end: int) -> list[Named]:
        """Every piece with its place; `end` is where the slot ends in the text, as a larger unit may follow it."""
        larger = said_larger(pieces)
        first = [self.choose(piece, larger, end if index == len(pieces) - 1 else None) for index, piece in enumerate(pieces)]
        again = []
        for index, piece in enumerate(pieces):
            holding = larger
            for other in first[:index] + first[index + 1 :]:
                trusted = other.place and other.piece.hint and other.choice.score >= TRUSTED and _may_hold(other, first[index])
                if trusted and other.place and self._may_go_before(other, first[index]):
                    holding = holding | as_larger(other.place)
            holding = holding or held_by_heading(self.about, end, self._namesakes(piece, Larger()).places)
            named = self.choose(piece, holding, end if index == len(pieces) - 1 else None)
            again.append(named if holding else self._of_section(named, end))
        return again

    def _of_section(self, named: Named, end: int) -> Named:
        """The piece without a place that is only a namesake in another country than the section's."""
        if named.place is None or named.piece.near or not is_namesake_elsewhere(self.about, end, named.place):
            return named
        if self.about.larger_after(end, (named.place,)):
            return named
        return replace(named, choice=Choice(place=None, score=0.0))

    def _may_go_before(self, other: Named, held: Named) -> bool:
        """False for the Gaza Strip of "the Gaza Strip and Ramallah": what is told before a place holds it only if it can."""
        if not held.piece.joined or other.piece.toponym.start > held.piece.toponym.start or other.place is None:
            return True
        larger = other.place
        return any(lies_inside(place, larger) for place in self._namesakes(held.piece, Larger()).places)

    def choose(self, piece: Piece, larger: Larger, end: int | None = None) -> Named:
        """One piece with its place, inside the larger units if any are given."""
        if piece.toponym.demonym:
            place = self.about.gazetteer.country_point(piece.toponym.demonym)
            return Named(piece=piece, choice=Choice(place=place, score=0.9), size=SIZE["country"])
        if piece.unit == "site":
            return Named(piece=piece, choice=Choice(place=None, score=0.0), size=SIZE["site"])
        name = piece.toponym.folded
        known = self.about.asks.get(name)
        namesakes = self._of_size(name, self._namesakes(piece, larger))
        if known and piece.unit is None and not larger and _are_towns_of(known.namesakes, namesakes):
            namesakes = known.namesakes
        holding = larger
        if end is not None:
            holding = holding | self.about.larger_after(end, namesakes.places)
        if known and not holding:
            holding = known.larger
        kinds = UNIT_KINDS.get(piece.unit or "", frozenset())
        if name in self.about.strangers and not holding:
            choice = Choice(place=None, score=0.0)
        elif known and known.namesakes is namesakes and holding == known.larger and not kinds:
            choice = self.about.choices[name]
        else:
            ask = Ask(namesakes=namesakes, larger=holding, kinds=kinds)
            choice = self.about.chooser.choose(ask, self.about.leaning(without=name), or_none=not piece.given)
        least = min((SIZE[place.kind] for place in namesakes.places), default=SIZE["settlement"])
        return Named(piece=piece, choice=choice, size=self._size(piece, choice), least=least)

    def _of_size(self, name: str, namesakes: Namesakes) -> Namesakes:
        """The candidates without cities where the report calls the name a village's."""
        places = without_cities(self.about.text, self.about.occurrences.get(name, ()), namesakes.places)
        known = self.about.asks.get(name)
        if places is namesakes.places:
            return namesakes
        return known.namesakes if known and known.namesakes.places == places else self.about.chooser.namesakes(places, name)

    def _namesakes(self, piece: Piece, larger: Larger) -> Namesakes:
        """The candidates of a piece, by its name with and without its unit word, or by other spellings of it."""
        gazetteer, chooser = self.about.gazetteer, self.about.chooser
        exact = self._with_bare_name(chooser.named(piece.toponym.folded), piece.toponym.folded)
        if piece.unit == "settlement":
            exact = self._with_seat(exact)
        if piece.name != piece.toponym.text and (with_unit := gazetteer.find_places_exact(piece.name)):
            return chooser.namesakes((*with_unit, *exact.places))
        leaning = {country for country, share in self.leaning.countries.items() if share > LIKELY} - self.about.acting
        likely = larger.home or leaning  # "the Somali town of Dolow" is no Dolo of the country that the report is about
        if piece.name != piece.toponym.text and gazetteer.is_common_word(piece.toponym.folded):
            # "Lake Highlands" is called after no town that is called Lake, too; in Nigeria, Plateau State is the one called so.
            fitting = UNIT_KINDS.get(piece.unit or "", frozenset()) - {"settlement"}
            return chooser.namesakes(
                tuple(p for p in exact.places if p.kind in fitting and (p.country in likely or not likely))
            )
        if any(p.country in likely or p.country is None or p.kind != "settlement" for p in exact.places) or not likely:
            return exact
        folded = piece.toponym.folded
        other = gazetteer.find_variants(folded) or (
            () if exact.places or piece.unit == "area" else gazetteer.find_close(folded)
        )
        return chooser.namesakes((*exact.places, *(p for p in other if p.country in likely and p not in exact.places)))

    def _with_bare_name(self, exact: Namesakes, folded: str) -> Namesakes:
        """With other countries' regions that are called so without the unit: Ghana's "Northern" for "Northern Region"."""
        name, _, unit = folded.rpartition(" ")
        named = {place.country for place in exact.places if place.kind == "admin1"}
        if unit not in REGION_WORDS or not named:
            return exact
        more = [p for p in self.about.gazetteer.find_exact(name) if p.kind == "admin1" and p.country not in named]
        return self.about.chooser.namesakes((*exact.places, *more)) if more else exact

    def _with_seat(self, exact: Namesakes) -> Namesakes:
        """With the town that a region is called after, where only the region is listed by this spelling ("Deir Ezzor")."""
        if not exact.places or any(place.kind != "admin1" for place in exact.places):
            return exact
        seats = [
            town
            for region in exact.places
            for town in self.about.gazetteer.find_exact(fold_name(region.name))
            if town.kind == "settlement" and (town.country, town.admin1) == (region.country, region.admin1)
        ]
        return self.about.chooser.namesakes((*exact.places, *seats)) if seats else exact

    def _size(self, piece: Piece, choice: Choice) -> int:
        if choice.place is None:
            return SIZE.get(piece.unit or "settlement", 2)
        return SIZE["quarter"] if piece.unit == "quarter" else SIZE[choice.place.kind]


def _are_towns_of(known: Namesakes, namesakes: Namesakes) -> bool:
    """True where the report, by its dateline or a market, has left out the regions abroad of that name."""
    towns = set(towns_first(namesakes.places))
    return set(known.places) == towns < set(namesakes.places)


def said_larger(pieces: Sequence[Piece]) -> Larger:
    """The countries that adjectives of the slot name ("the Egyptian city of")."""
    return Larger(countries=frozenset(p.toponym.demonym for p in pieces if p.toponym.demonym and p.hint))


def smallest(named: Sequence[Named]) -> Named:
    """The piece a slot is about: the smallest unit; of equals the first; loose names last."""
    order = {id(n): i for i, n in enumerate(named)}
    sizes = {id(n): _size_behind(n, named[i - 1] if i else None) for i, n in enumerate(named)}
    return min(named, key=lambda n: (sizes[id(n)] + LOOSE * _is_loose(n, named) + BEARING * n.piece.bearing, order[id(n)]))


def town_in_sight(raw: str, focus: Named, named: Sequence[Named]) -> Named:
    """The town that a place in a region is told from, if it is near: "in Helmand province, 12 miles west of Lashkar Gah"."""
    if focus.size < SIZE["county"] or focus.place is None or focus.place.kind == "country":
        return focus
    for other in named:
        if other.piece.bearing and other.place and other.place.kind == "settlement" and lies_inside(other.place, focus.place):
            far = told_kilometres(raw[: other.piece.toponym.start])
            if far is not None and far <= IN_SIGHT_KM:
                return other
    return focus


def _size_behind(named: Named, before: Named | None) -> float:
    """The size of a piece: an unlisted name behind the comma of another holds that one ("Dega Damot woreda, West Gojjam")."""
    unlisted = named.place is None and not named.piece.unit
    held = before is not None and before.place is None and before.piece.linked
    return max(named.size, before.size) if before is not None and unlisted and held else named.size


def _is_loose(named: Named, all_named: Sequence[Named]) -> bool:
    """True for an unlisted name that nothing says to be a place: no unit, and no comma or preposition after it."""
    if named.place or named.piece.unit or named is all_named[-1]:
        return False
    return not named.piece.linked


def _may_hold(other: Named, piece: Named) -> bool:
    if other.size > piece.size:
        return True
    inside = other.place and piece.place and lies_inside(other.place, piece.place)
    return other.size > piece.least and not inside
