"""Places told with the way from another town: the town of that name so far off, else the point itself with its region.

"Shirqat, 300 km north of Baghdad" is Ash Sharqat and no part of Baghdad; "Riyadh, 50 km south of Kirkuk" is not in Arabia.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, GazetteerPlace, fold_name, skeleton
from crossread.normalize.places.bearing import LEAST_KM, displaced, told_distance, told_kilometres
from crossread.normalize.places.candidates import Choice, kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import SIZE, Named, ResolvedPlace, resolved
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.pieces import TRUSTED
from crossread.records import Place

OUT_OF_REACH_KM = 20.0  # farther than that from a town a place may lie in another region
SLACK_KM = 15.0  # by which short distances may be wrong …
SHORTER = 0.45  # … and the share of a told distance, which is by road, that lies between two points at least
LONGER = 1.2
OFF_DEGREES = 60.0  # "north" is said of all that does not lie east or west
MOST_SOUGHT_KM = 400.0  # within which other spellings of a name are looked for
FAR_OFF_KM = 60.0
NEAR_KM = 30.0  # what "near" a town may mean
FAR_BEHIND = 80  # characters behind a name in which the way to it is told
FAR_OFF = 2.0  # times the told distance: a namesake that far away is not the place
LEAST_TOWNS = 3  # around a point, which must agree on their region
ALIKE = 0.93  # Jaro-Winkler of two skeletons
LEAST_CONSONANTS = 4
_VOWELS = re.compile(r"[aeiou]")
_NEAR = re.compile(r",\s+(?:(?:a|an)\s+(?:[a-z]+\s+){1,2})?(?:near|close\s+to|outside)\s+(?:the\s+)?(?:(?:town|city)\s+of\s+)?")
_BETWEEN = re.compile(r"[^\w]{1,3}(?:[a-z][\w-]*\s+){0,8}|\s+(?:[a-z][\w-]*\s+){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way that words tell to a place: so far from a town and, where they say it, in which direction (degrees)."""

    town: Named
    kilometres: float
    degrees: float | None = None

    @property
    def anchor(self) -> GazetteerPlace:
        """The town that the way is counted from."""
        assert self.town.place is not None
        return self.town.place


def told_way(raw: str, named: Sequence[Named], focus: Named) -> Way | None:
    """The way from a town of the slot that stands right behind a name: "Kifl, 150 km (100 miles) south of Baghdad"."""
    for town in named:
        if town is focus or town.place is None or town.place.kind != "settlement" or town.choice.score < TRUSTED:
            continue
        distance = told_distance(raw[: town.piece.toponym.start])
        if distance is None or distance.start < focus.piece.toponym.end:
            continue
        if _BETWEEN.fullmatch(raw, focus.piece.toponym.end, distance.start):
            return Way(town=town, kilometres=distance.kilometres, degrees=distance.degrees)
    return None


def _way_behind(focus: Named, start: int, about: Surroundings) -> Way | None:
    """The same where the way stands behind the slot: "in Kifl" before ", 150 km south of Baghdad"; and "near" a town."""
    end = start + focus.piece.toponym.end
    if about.text[end - len(focus.piece.toponym.text) : end] != focus.piece.toponym.text:
        return None
    for row in about.placed:
        if not end < row.toponym.start < end + FAR_BEHIND or row.choice.place is None or row.choice.score < TRUSTED:
            continue
        if row.choice.place.kind != "settlement":
            continue
        town = Named(piece=Piece(toponym=row.toponym, name=row.toponym.text), choice=row.choice, size=SIZE["settlement"])
        if _NEAR.fullmatch(about.text, end, row.toponym.start):
            return Way(town=town, kilometres=NEAR_KM)
        distance = told_distance(about.text[end : row.toponym.start])
        if distance and _BETWEEN.fullmatch(about.text, end, end + distance.start):
            return Way(town=town, kilometres=distance.kilometres, degrees=distance.degrees)
    return None


def as_measured(raw: str, focus: Named, others: Sequence[Named], start: int, about: Surroundings) -> Named:
    """The name with the place that lies where the way told behind it leads, if it is a town's; none where its is far off."""
    gazetteer = about.gazetteer
    way = told_way(raw, others, focus) or _way_behind(focus, start, about)
    if way is None or focus.piece.unit == "site" or focus.piece.toponym.demonym:
        return focus
    if focus.place is not None and (focus.place.kind != "settlement" or lies_on(focus.place, way)):
        return focus
    found = on_the_way(focus.piece.toponym.text, way, gazetteer)
    if found is not None:
        return replace(focus, choice=Choice(place=found, score=way.town.choice.score), size=SIZE[found.kind])
    if focus.place is not None and is_far_off(focus.place, way):
        return replace(focus, choice=Choice(place=None, score=0.0), size=SIZE["settlement"])
    return focus


def lies_on(place: GazetteerPlace, way: Way) -> bool:
    """True for a place that may be meant by the way: about so far off, and not in another direction."""
    far = kilometres(place, way.anchor)
    if not way.kilometres * SHORTER - SLACK_KM <= far <= way.kilometres * LONGER + SLACK_KM:
        return False
    if way.degrees is None or far < SLACK_KM:
        return True
    off = abs((_bearing(way.anchor, place) - way.degrees + 180.0) % 360.0 - 180.0)
    return off <= OFF_DEGREES


def is_far_off(place: GazetteerPlace, way: Way) -> bool:
    """True for a namesake that lies much farther from the town than the words say."""
    return kilometres(place, way.anchor) > FAR_OFF * way.kilometres + FAR_OFF_KM


def on_the_way(name: str, way: Way, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """The settlement of that name, or of one like it, that lies where the way leads, in the country of its town."""
    folded = fold_name(name)
    listed = (*gazetteer.find_exact(folded), *gazetteer.find_variants(folded))
    found = _largest(place for place in listed if place.kind == "settlement" and lies_on(place, way))
    if found is not None or way.degrees is None or way.kilometres > MOST_SOUGHT_KM:
        return found
    anchor = way.anchor
    reach = way.kilometres * LONGER + SLACK_KM
    around = gazetteer.settlements_around(anchor.latitude, anchor.longitude, reach, country=anchor.country)
    return _largest(place for place in around if _sounds_alike(folded, fold_name(place.name)) and lies_on(place, way))


def at_the_end_of(name: str, town: Named, before: str, gazetteer: Gazetteer, *, near: bool = False) -> ResolvedPlace | None:
    """The point of "Um Dereisa village, about 30 km southwest of Kutum", by the way from the town; its own name.

    A settlement told by its name is `exact`, as all ten coded ones with a way behind them are, unless the words say `near`
    it, or it has only the point of the town close by.
    """
    place = town.place
    far = told_kilometres(before)
    if place is None or far is None:
        return None
    point = displaced(place.latitude, place.longitude, before)
    if point is None and far >= LEAST_KM:
        return None
    precision = "near" if near or point is None else "exact"
    found = resolved(place, name=name, precision=precision, score=town.choice.score)
    latitude, longitude = point or (place.latitude, place.longitude)
    there = replace(found.place, gazetteer_id=None, latitude=latitude, longitude=longitude)
    return replace(found, place=_in_own_region(there, far, gazetteer))


def moved(found: ResolvedPlace, before: str, gazetteer: Gazetteer) -> ResolvedPlace:
    """The place itself, or the point that "40 km north of" it gives: its name, but its own region and no gazetteer id."""
    place = found.place
    if place.precision != "near" or place.latitude is None or place.longitude is None:
        return found
    point = displaced(place.latitude, place.longitude, before)
    if point is None:
        return found
    there = replace(place, gazetteer_id=None, latitude=point[0], longitude=point[1])
    return replace(found, place=_in_own_region(there, told_kilometres(before) or 0.0, gazetteer))


def _in_own_region(place: Place, far: float, gazetteer: Gazetteer) -> Place:
    """A point so far (km) from the town it is counted from with its own region, where the towns around it agree on one."""
    if far <= OUT_OF_REACH_KM or place.latitude is None or place.longitude is None:
        return place
    reach = max(SLACK_KM, far / 5)  # by which the point may be wrong
    point = (place.latitude, place.longitude)
    around = gazetteer.settlements_around(*point, 3 * reach, country=place.country)
    inside = [town for town in around if _far(town, point) <= reach]
    regions = {town.admin1 for town in (inside if len(inside) >= LEAST_TOWNS else around[:LEAST_TOWNS])}
    return replace(place, admin1=next(iter(regions)) if len(regions) == 1 else None)


def _far(town: GazetteerPlace, point: tuple[float, float]) -> float:
    return kilometres(town, replace(town, latitude=point[0], longitude=point[1]))


def _largest(places: Iterable[GazetteerPlace]) -> GazetteerPlace | None:
    return max(places, key=lambda place: (place.population, place.id), default=None)


def _sounds_alike(folded: str, other: str) -> bool:
    """True for other spellings of one name: Shirqat and Ash Sharqat share their consonants."""
    key, its = skeleton(folded), skeleton(other)
    if not key or not its:
        return False
    consonants = _VOWELS.sub("", key)
    if len(consonants) >= LEAST_CONSONANTS and consonants == _VOWELS.sub("", its):
        return True
    return JaroWinkler.similarity(key, its) >= ALIKE


def _bearing(start: GazetteerPlace, end: GazetteerPlace) -> float:
    """The direction in which one place lies from another, degrees."""
    a, b = math.radians(start.latitude), math.radians(end.latitude)
    turn = math.radians(end.longitude - start.longitude)
    east = math.sin(turn) * math.cos(b)
    return math.degrees(math.atan2(east, math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)))
