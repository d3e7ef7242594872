"""Villages of the gazetteer that lie where a report does not play: namesakes of one that it has not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import Named, lies_inside
from crossread.normalize.places.pieces import TRUSTED
from crossread.normalize.places.told import Told

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


def is_outside_slot(raw: str, focus: Named, others: Sequence[Named]) -> bool:
    """True for a village of another region than that which its own slot puts it in: "Nyaung Kone village in Sagaing Region".

    "San Mateo, Masbate" lies in that province, which the gazetteer has only as an area; "Al-Rawdah, Marib" and "Bangpu, a
    village in Pattani's Yaring district" lie in the region behind the comma and in that of the district.
    """
    place = focus.place
    if place is None or place.kind != "settlement" or place.population >= SMALL or focus.piece.bearing:
        return False
    behind = [other for other in others if other.place and other.piece.toponym.start > focus.piece.toponym.start]
    if any(_is_across(place, other) for other in behind[:1] if len(behind) == 1 or not other.piece.joined):
        return True
    held = [
        other
        for other in behind
        if other.choice.score >= TRUSTED
        and not (other.piece.bearing or other.piece.near)
        and (not other.piece.joined or _holds_nearby(raw, behind, other))
    ]
    seats = [other for other in behind if len(behind) == 1 and _is_region_behind(raw, focus, other)]
    units = [other.place for other in (*held, *seats) if other.place]
    telling = [other.place for other in held if other.place and _tells_region(other)] + [o.place for o in seats if o.place]
    regions = [larger for larger in telling if larger.country == place.country]
    if not regions or place.name == place.admin1 or any(larger.admin1 == place.admin1 for larger in units):
        return False
    return all(kilometres(place, larger) > FAR_KM for larger in units)


def _holds_nearby(raw: str, behind: Sequence[Named], region: Named) -> bool:
    """True for the region behind the comma of the town that a village is near: "Vodiane near Mariupol, Donetsk region"."""
    beside = next((other for other in behind if raw[other.piece.toponym.end : region.piece.toponym.start] == ", "), None)
    if beside is None or not beside.piece.near or beside.place is None or region.place is None:
        return False
    return region.place.kind == "admin1" and lies_inside(beside.place, region.place)


def _tells_region(other: Named) -> bool:
    return other.place is not None and (other.place.kind == "admin1" or other.piece.unit in ("area", "county"))


def _is_region_behind(raw: str, focus: Named, other: Named) -> bool:
    """True for the "Marib" of "Al-Rawdah, Marib": a region, or the town that it is called after, behind a village's comma."""
    if focus.place is None or focus.place.population >= VILLAGE or other.place is None or not _is_seat(other.place):
        return False
    return raw[focus.piece.toponym.end : other.piece.toponym.start] == ", "


def _is_across(place: GazetteerPlace, other: Named) -> bool:
    larger = other.place
    if larger is None or larger.kind != "area" or other.choice.score < TRUSTED or other.piece.bearing or other.piece.near:
        return False
    return larger.country == place.country and kilometres(place, larger) > ACROSS_KM


def is_outside_all(focus: Named, others: Sequence[Named], about: Surroundings) -> bool:
    """True for a village of a region that the report does not tell, far from all that it does: a namesake's.

    Only where the report tells another region of the country by its word ("Ye-U Township, Sagaing Region") or behind a town of
    it ("El Tambo, Cauca"); a region's seat may be told anywhere. The city that the report is sent from tells nothing.
    """
    place = focus.place
    if place is None or place.kind != "settlement" or place.population >= VILLAGE or any(other.place for other in others):
        return False
    here = [row for row in about.placed if row.toponym.folded not in about.heads]
    rest = [row.choice.place for row in here if row.choice.place and row.choice.place.id != place.id]
    told = [row.choice.place for row in here if _REGION_WORD.match(about.text, row.toponym.end)]
    if focus.piece.unit == "settlement":
        told += [
            b.choice.place for a, b in pairwise(here) if about.text[a.toponym.end : b.toponym.start] == ", " and _holds(b, a)
        ]
    regions = [
        region
        for region in told
        if region and region.country == place.country and (region.kind != "settlement" or _is_seat(region))
    ]
    if not regions or place.name == place.admin1 or any(region.admin1 == place.admin1 for region in regions):
        return False
    return all(kilometres(place, other) > FAR_FROM_ALL_KM for other in rest)


def _is_seat(place: GazetteerPlace) -> bool:
    """True for a region and for the town that it is called after: "Marib" may be either."""
    return place.kind == "admin1" or fold_name(place.name) == fold_name(place.admin1 or "")


def _holds(region: Told, town: Told) -> bool:
    larger, place = region.choice.place, town.choice.place
    if larger is None or place is None or larger.kind != "admin1" or place.kind != "settlement":
        return False
    return (larger.country, larger.admin1) == (place.country, place.admin1)
