"""Places told from the larger to the smaller, as lists of incidents do: "Kaduna, Kajuru LGA" is in a state, not in its city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.gazetteer import Gazetteer
from crossread.normalize.places.piece import Piece

_SMALLER = ("area", "county", "settlement")


def as_descending(raw: str, pieces: Sequence[Piece], gazetteer: Gazetteer) -> list[Piece]:
    """The pieces with the name of a region as the region where a smaller unit, told by its word, follows behind a comma."""
    found = list(pieces)
    for at in range(len(found) - 1):
        region, part = found[at], found[at + 1]
        if region.unit or region.near or region.toponym.demonym or part.unit not in _SMALLER:
            continue
        if raw[region.toponym.end : part.toponym.start].strip(" ") not in (",", ":", "-", "–"):
            continue
        if part.unit == "settlement" and not raw[part.toponym.end :].strip():
            continue  # the word for it stands behind the name: "Kaduna, Kajuru town"
        named = gazetteer.find_exact(region.toponym.folded)
        if any(place.kind == "admin1" and place.matched == "name" for place in named):
            found[at] = replace(region, unit="admin1")
    return found
