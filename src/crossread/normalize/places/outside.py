"""Villages of the gazetteer that lie where a report does not play: namesakes of one that it has not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import Named
from crossread.normalize.places.pieces import TRUSTED

SMALL = 200_000  # inhabitants; a larger town is meant wherever the report plays
VILLAGE = 20_000
FAR_KM = 50.0  # farther from a region's point lies no part of it that is told with it
ACROSS_KM = 300.0  # from the rough centre of a landscape or old province; with it the figures for hand-coded places stay
FAR_FROM_ALL_KM = 200.0  # from all places told, a village that the report does not put anywhere is a namesake
_FOLLOWS = re.compile(r"(?:\s+(?:village|hamlet|town|community))?,\s+(?:in\s+)?(?:the\s+)?")
_REGION_WORD = re.compile(
    r"\s+(?:township|district|county|municipality|territory|department|region|province|state|governorate)\b", re.IGNORECASE
)


def is_outside_what_follows(focus: Named, end: int, about: Surroundings) -> bool:
    """True for the "Thayet Kone" of "Thayet Kone village, Ye-U Township", where the gazetteer has only one far from it."""
    place = focus.place
    if place is None or place.kind != "settlement" or place.population >= SMALL or focus.piece.bearing:
        return False
    told = next((row for row in about.placed if row.toponym.start >= end), None)
    larger = told.choice.place if told else None
    if told is None or larger is None or _FOLLOWS.fullmatch(about.text, end, told.toponym.start) is None:
        return False
    if not _REGION_WORD.match(about.text, told.toponym.end) or told.choice.score < TRUSTED:
        return False
    return place.country == larger.country and place.admin1 != larger.admin1 and kilometres(place, larger) > FAR_KM


def is_outside_slot(focus: Named, others: Sequence[Named]) -> bool:
    """True for a village of another region than that which its own slot puts it in: "Nyaung Kone village in Sagaing Region".

    "San Mateo, Masbate" lies in that province, which the gazetteer has only as an area.
    """
    place = focus.place
    if place is None or place.kind != "settlement" or place.population >= SMALL or focus.piece.bearing:
        return False
    behind = [other for other in others if other.place and other.piece.toponym.start > focus.piece.toponym.start]
    if any(_is_across(place, other) for other in behind[:1] if len(behind) == 1 or not other.piece.joined):
        return True
    held = [
        other.place
        for other in behind
        if other.place and other.choice.score >= TRUSTED and not (other.piece.joined or other.piece.bearing or other.piece.near)
    ]
    regions = [larger for larger in held if larger.kind == "admin1" and larger.country == place.country]
    if not regions or place.name == place.admin1 or any(larger.admin1 == place.admin1 for larger in held):
        return False
    return all(kilometres(place, larger) > FAR_KM for larger in held)


def _is_across(place: GazetteerPlace, other: Named) -> bool:
    larger = other.place
    if larger is None or larger.kind != "area" or other.choice.score < TRUSTED or other.piece.bearing or other.piece.near:
        return False
    return larger.country == place.country and kilometres(place, larger) > ACROSS_KM


def is_outside_all(focus: Named, others: Sequence[Named], about: Surroundings) -> bool:
    """True for a village of a region that the report does not tell, far from all that it does: a namesake's.

    Only where the report tells another region of the country by its word ("Ye-U Township, Sagaing Region"); a region's seat
    may be told anywhere.
    """
    place = focus.place
    if place is None or place.kind != "settlement" or place.population >= VILLAGE or any(other.place for other in others):
        return False
    rest = [row.choice.place for row in about.placed if row.choice.place and row.choice.place.id != place.id]
    told = [row.choice.place for row in about.placed if _REGION_WORD.match(about.text, row.toponym.end)]
    regions = [region for region in told if region and region.country == place.country and region.kind != "settlement"]
    if not regions or place.name == place.admin1 or any(region.admin1 == place.admin1 for region in regions):
        return False
    return all(kilometres(place, other) > FAR_FROM_ALL_KM for other in rest)
