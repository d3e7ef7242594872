"""Villages that are called as a city elsewhere is: "the village of Gidda" is not Jeddah under another name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.toponyms import Toponym

LARGEST = 150_000  # inhabitants of what a report calls a village
_THE_VILLAGE_OF = re.compile(r"\b(?:village|hamlet|vereda)\s+of\s+$", re.IGNORECASE)
_A_VILLAGE_OF = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}\w+\s+of\s+$", re.IGNORECASE)


def without_cities(text: str, toponyms: Iterable[Toponym], places: Sequence[GazetteerPlace]) -> Sequence[GazetteerPlace]:
    """The places without cities, where the report calls one of the toponyms the village of that name.

    Of 178 villages told so in the coded reports five bear the name of a city so large, and none is that city. "A village of
    Mosul" may be one near it.
    """
    if all(place.population <= LARGEST or place.kind != "settlement" for place in places):
        return places
    if not any(_is_village(text[max(0, t.start - 60) : t.start]) for t in toponyms):
        return places
    return tuple(place for place in places if place.population <= LARGEST or place.kind != "settlement")


def _is_village(before: str) -> bool:
    return _THE_VILLAGE_OF.search(before) is not None and _A_VILLAGE_OF.search(before) is None
