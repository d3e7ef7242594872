"""Regions and countries that head the sections of a bulletin: "CAUCA" above the entries of what happened there."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import Larger
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import as_larger
from crossread.normalize.places.told import DOUBTFUL

FEWEST = 2  # headings that make sections: a single one may be the title
_BARE = re.compile(r"[ \t#*_:.]*")


def region_above(about: Surroundings, place: int) -> GazetteerPlace | None:
    """The region or country that is the last line of its own above a place of the text, in a report of such sections.

    In the six coded reports with such headings 49 of 52 places of claims below them lie there.
    """
    above = [row for row in _headings(about) if row[0] < place]
    return above[-1][1] if above else None


def held_by_heading(about: Surroundings, place: int, namesakes: tuple[GazetteerPlace, ...]) -> Larger:
    """The region above as the larger unit of a name, if it holds one of the name's candidates."""
    region = region_above(about, place)
    if region is None:
        return Larger()
    inside = (p for p in namesakes if p.id != region.id and p.country == region.country and region.admin1 in (None, p.admin1))
    return as_larger(region) if next(inside, None) is not None else Larger()


@lru_cache(maxsize=8)
def _headings(about: Surroundings) -> tuple[tuple[int, GazetteerPlace], ...]:
    found: list[tuple[int, GazetteerPlace]] = []
    for row in about.placed:
        place, toponym = row.choice.place, row.toponym
        if place is None or place.kind not in ("country", "admin1") or row.choice.score < DOUBTFUL:
            continue
        start, end = about.text.rfind("\n", 0, toponym.start) + 1, about.text.find("\n", toponym.end)
        if end > 0 and _BARE.fullmatch(about.text, start, toponym.start) and _BARE.fullmatch(about.text, toponym.end, end):
            found.append((toponym.end, place))
    return tuple(found) if len({place.id for _, place in found}) >= FEWEST else ()
