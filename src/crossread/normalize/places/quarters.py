"""Parts of a town, and towns of a municipality, whose only namesake in the gazetteer lies far from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.gazetteer import fold_name
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import SIZE, Named
from crossread.normalize.places.outside import ACROSS_KM
from crossread.normalize.places.pieces import TRUSTED
from crossread.normalize.places.told import last_told
from crossread.normalize.places.unlisted import AT_HOME

PART_OF_TOWN_KM = 50.0  # farther from a town lies no part of it
# "the market quarter of", "an Arab neighborhood of": a part that has a name or kind of its own
_QUARTER_OF = re.compile(
    r"\b(?!(?:the|an?|in|of)\b)\w+\s+(?:quarter|neighbou?rhood|section|suburb|ward|district|estate)s?\s+of\s+$", re.I
)
QUARTER_KM = 60.0  # so far off, a town is not the quarter of that name
LARGE_CITY = 1_000_000  # inhabitants; so large a city is no part of another town
FAR_FROM_TOWN_KM = 100.0  # … nor from the seat of the municipality told behind it
_PART_OF = re.compile(
    r"^(?:,\s+an?)?\s+(?:[a-z]+\s+){0,2}(?:district|neighbou?rhood|quarter|suburb|area|section|ward|arrondissement|borough)"
    r"\s+(?:of|in)\s+(?:the\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|district|quarter|section|suburb|area)\b")  # "Pittsburgh's Allentown neighborhood"
_THE_VILLAGE_OF = re.compile(r"\bthe\s+(?:[a-z-]+\s+){0,2}(?:hamlet|village|vereda)\s+of\s+$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or)\b|&")
WAY = re.compile(
    r"\bbetween\b|\bfrom\b.*\bto\b|\w[–—]\w.*\b(?:road|highway|line|railway|motorway)\b|\w-[A-Z].*\b(?:road|highway|motorway)\b"
)
_LIES_IN = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?(?:(?:town|city|municipality|commune|township)\s+of\s+)?")


def lies_elsewhere(raw: str, part: Named, others: Sequence[Named], start: int, about: Surroundings) -> bool:
    """True where the place chosen for a part lies far from the town that the slot, or the text before it, tells for it."""
    away = part.place is not None and any(_is_namesake_elsewhere(raw, part, other) for other in others)
    return away or _is_part_elsewhere(raw, part, others, about) or _is_quarter_elsewhere(raw, part, others, start, about)


def is_village_by_word(raw: str, part: Named) -> bool:
    """True for the "Sinaí" of "the hamlet of Sinaí", which is no peninsula; "a village of Darfur" is in that region."""
    if part.place is None or part.place.kind not in ("area", "admin1", "country"):
        return False
    return _THE_VILLAGE_OF.search(raw[: part.piece.toponym.start]) is not None


def _is_namesake_elsewhere(raw: str, part: Named, town: Named) -> bool:
    """True for the "Karrada" of "the Karrada district of Baghdad" where the gazetteer has only one far from that town.

    A district of the region that is called after the town ("Koro district of Mopti") lies in that region, and stands.
    """
    if part.place is None or town.place is None or town.place.kind != "settlement" or part.piece.bearing or town.piece.bearing:
        return False
    told = _PART_OF.match(raw[part.piece.toponym.end : town.piece.toponym.start])
    owned = raw[town.piece.toponym.end : part.piece.toponym.start] in ("'s ", "’s ")
    owned = owned and _QUARTER.match(raw, part.piece.toponym.end) is not None
    abroad = (
        part.place.kind in ("admin1", "country") and part.place.country != town.place.country
    )  # "the Texas quarter of Nyala"
    if not (owned or (told and (part.place.kind == "settlement" or abroad))):
        return False
    in_region = fold_name(part.place.admin1 or "") in (fold_name(town.place.name), town.piece.toponym.folded)
    return not in_region and kilometres(part.place, town.place) > PART_OF_TOWN_KM


def _is_quarter_elsewhere(raw: str, part: Named, others: Sequence[Named], start: int, about: Surroundings) -> bool:
    """True for the "Palmira" of "the colony of Palmira", where the town told before is far from the gazetteer's only one.

    Behind "the market quarter of" stands the town itself, and a town abroad has no quarter at home.
    """
    place = part.place
    if place is None or part.piece.unit != "quarter" or place.kind != "settlement" or place.population >= LARGE_CITY:
        return False
    town = last_told(about.placed, start, ("settlement",), fits=lambda row: row.toponym.folded != part.piece.toponym.folded)
    near = town.choice.place if town is not None and town.toponym.end <= start else None
    if near is None or _QUARTER_OF.search(raw[: part.piece.toponym.start]):
        return False
    at_home = about.leaning().countries.get(place.country or "", 0.0) >= AT_HOME
    if at_home and near.country != place.country:
        return False
    held = any(other.place and other.size >= SIZE["settlement"] for other in others)
    return not held and kilometres(near, place) > QUARTER_KM


def _is_part_elsewhere(raw: str, part: Named, others: Sequence[Named], about: Surroundings) -> bool:
    """True for the "San Mateo" of "San Mateo, Uson" (or "in Uson") where the gazetteer has only one far from that Uson.

    A large town is no part of another, and what is also the name of its region is that ("Buffalo, New York").
    """
    after = min((n for n in others if n.piece.toponym.start >= part.piece.toponym.end), default=None, key=_start)
    place, town = part.place, after.place if after else None
    if after is None or place is None or town is None or _AND.search(raw) or WAY.search(raw):
        return False
    between = _LIES_IN.fullmatch(raw, part.piece.toponym.end, after.piece.toponym.start)
    if between is None or after.piece.bearing or part.piece.bearing:
        return False
    named = [p for p in about.gazetteer.find_exact(after.piece.toponym.folded) if p.kind != "settlement"]
    if any(
        (p.country, p.admin1 or place.admin1) == (place.country, place.admin1)
        and (p.kind != "area" or kilometres(p, place) <= ACROSS_KM)
        for p in named
    ):
        return False
    towns = place.kind == town.kind == "settlement" and place.population < LARGE_CITY
    return towns and after.choice.score >= TRUSTED and kilometres(place, town) > FAR_FROM_TOWN_KM


def _start(named: Named) -> int:
    return named.piece.toponym.start
