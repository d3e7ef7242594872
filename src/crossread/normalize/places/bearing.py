""" "40 km north of Gao": the point that distance and direction give, from the place they are counted from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from crossread import patterns as re
from crossread.normalize.places.candidates import EARTH_KM

LEAST_KM = 10.0  # nearer than that the place's own point is as good
MOST_KM = 1000.0
KM_A_MILE = 1.609
KM_A_NAUTICAL_MILE = 1.852
_DEGREES = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
_SHORT = {
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "northeast",
    "se": "southeast",
    "nw": "northwest",
    "sw": "southwest",
}
_THOUSANDS = re.compile(r",(?=\d{3}$)")  # "1,200 km"
_FAR = re.compile(
    r"(?P<number>\d{1,4}(?:[.,]\d+)?)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|nautical\s+miles?)\b(?:\s*\([^)]*\))?\s+(?:to\s+the\s+|due\s+)?"
    r"(?P<way>(?:north|south)?[\s-]?(?:east|west)|north|south|[NS]?[EW]|[NS])(?:ern)?\s+(?:of|from)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
# The same where no direction is told: "6 km from Toribio".
_FROM = re.compile(
    r"(?P<number>\d{1,4}(?:[.,]\d+)?)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|nautical\s+miles?)\b(?:\s*\([^)]*\))?"
    r"\s+(?:away\s+)?(?:from|off)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A told distance from the place whose name follows, with where its words start and the direction in degrees if told."""

    start: int
    kilometres: float
    degrees: float | None


def told_distance(words: str) -> Distance | None:
    """How far from the place whose name follows something lies, by the words before the name."""
    match = _FAR.search(words) or _FROM.search(words)
    if match is None:
        return None
    way = match.groupdict().get("way")
    return Distance(start=match.start(), kilometres=_kilometres(match), degrees=_degrees(way) if way else None)


def told_kilometres(words: str) -> float | None:
    """How far from the place whose name follows, where the words before it tell a distance and a direction."""
    match = _FAR.search(words)
    return _kilometres(match) if match else None


def _kilometres(match: re.Match[str]) -> float:
    unit = match["unit"].lower()
    factor = KM_A_MILE if unit.startswith("mi") else KM_A_NAUTICAL_MILE if unit.startswith("naut") else 1.0
    return float(_THOUSANDS.sub("", match["number"]).replace(",", ".")) * factor


def _degrees(way: str) -> float | None:
    said = re.sub(r"[\s-]", "", way.lower())
    return _DEGREES.get(_SHORT.get(said, said))


def displaced(latitude: float, longitude: float, words: str) -> tuple[float, float] | None:
    """The point so far and in that direction from a place, by the words before its name; None where they tell none.

    Two decimals at most: the words round to kilometres, and nobody measured the bearing.
    """
    match, kilometres = _FAR.search(words), told_kilometres(words)
    if match is None or kilometres is None:
        return None
    degrees = _degrees(match["way"])
    if degrees is None or not LEAST_KM <= kilometres <= MOST_KM:
        return None
    return _travel(latitude, longitude, degrees=degrees, kilometres=kilometres)


def _travel(latitude: float, longitude: float, *, degrees: float, kilometres: float) -> tuple[float, float]:
    """Along the great circle that leaves in that direction."""
    arc, way, phi = kilometres / EARTH_KM, math.radians(degrees), math.radians(latitude)
    end = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(way))
    turn = math.atan2(math.sin(way) * math.sin(arc) * math.cos(phi), math.cos(arc) - math.sin(phi) * math.sin(end))
    east = (longitude + math.degrees(turn) + 540.0) % 360.0 - 180.0
    return round(math.degrees(end), 2), round(east, 2)
