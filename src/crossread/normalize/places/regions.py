"""Regions that a report tells before an offset, those by a side of the compass among them: "the Thai south"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import ResolvedPlace, resolved
from crossread.normalize.places.told import Told, last_told, told_before
from crossread.records import Place

Resolve = Callable[[str, int], ResolvedPlace | None]

KINDS = ("admin1", "area", "county")
AT_HOME = 0.4  # share of the document's country words from which a town's region is pointed back to
LONGEST_SIDE = len("north-western ")
FAR_BACK = 1500  # characters before "the region" in which a side of the compass is looked for
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}"
_SIDE = r"(?:north|south)(?:-?(?:east|west))?|east|west"
_SIDED = re.compile(
    rf"\b(?:{_SIDE}|central)(?:ern)?\s+{_NAME}(?:\s+(?:province|state|region|department|governorate|district|oblast))?\b"
    rf"|\bthe\s+(?:[a-z-]+\s+)?(?:{_SIDE})\s+of\s+(?:the\s+)?{_NAME}"
    rf"|{_NAME}(?:['’]s?)?\s+(?:[a-z-]+\s+)?(?:{_SIDE})\b(?!\s+of\b)"
    rf"|{_NAME}\s+(?:[Pp]rovince|[Ss]tate|[Gg]overnorate|[Oo]blast|[Rr]egion|[Dd]epartment)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTold:
    """A region that was told, with the offset of its words: a name of the document, or a side of something (`found`)."""

    start: int
    told: Told | None = None
    found: ResolvedPlace | None = None


def region_of_town(before: int, about: Surroundings) -> RegionTold | None:
    """The first-level region of the town told last before an offset: "the province" of a report that names only its towns."""
    told = last_told(told_before(about.told, before), before, ("settlement",))
    town = told.choice.place if told else None
    if told is None or town is None or not town.admin1 or not told.here:
        return None
    region = about.gazetteer.admin1(town.admin1, country=town.country)
    if region is None or about.leaning().countries.get(town.country or "", 0.0) < AT_HOME:
        return None
    found = resolved(region, name=region.name, precision="admin1", score=told.choice.score)
    return RegionTold(start=told.toponym.start, found=found)


def capital_of_region(before: int, about: Surroundings) -> GazetteerPlace | None:
    """The capital of the region told last, by itself or by a town of it: "the provincial capital", never the country's.

    The gazetteer knows no capitals of regions: its largest town is taken where it is called like the region or where the
    report tells it by name, above in its dateline or anywhere else; else none.
    """
    told = last_told([row for row in about.told if row.toponym.end <= before], before, ("settlement", "admin1", "county"))
    place = told.choice.place if told else None
    if place is None or not place.country or not place.admin1:
        return None
    town = about.gazetteer.largest_town(place.country, place.admin1)
    if town is None:
        return None
    named = fold_name(town.name) == fold_name(place.admin1)
    return town if named or any(row.choice.place and row.choice.place.id == town.id for row in about.told) else None


def last_region(before: int, about: Surroundings, resolve: Resolve, *, level: str = "any") -> RegionTold | None:
    """The region told last before an offset; none that is told only after it.

    `level` is the kind that the words ask for: "any" for "the region", which may be a side of a country, "first" for "the
    province", which may be the side of one, and "district", which is none.
    """
    earlier = told_before(about.told, before)
    told = last_told(earlier, before, KINDS)
    named = RegionTold(start=told.toponym.start, told=told) if told else None
    if level == "district":
        return named
    since = max(0, before - FAR_BACK, told.toponym.start - LONGEST_SIDE if told else 0)
    for match in reversed(list(_SIDED.finditer(about.text, since, before))):
        if told and told.toponym.end < match.start() <= told.toponym.end + len(", "):
            continue  # "Cabo Delgado, northern Mozambique" is told as the region that has a name
        found = resolve(match.group(), match.start())
        if found is not None and _is_region(found.place, level) and not _left(found.place, match.end(), earlier):
            return RegionTold(start=match.start(), found=found)
    return named


def _is_region(place: Place, level: str) -> bool:
    fine = place.precision in ("area", "admin1") and place.latitude is not None
    return fine and (level == "any" or place.admin1 is not None)


def _left(place: Place, end: int, earlier: Sequence[Told]) -> bool:
    """True where the report has gone on to a town of another country since."""
    later = [row.choice.place for row in earlier if row.toponym.start >= end and row.here]
    return any(town is not None and town.kind == "settlement" and town.country != place.country for town in later)
