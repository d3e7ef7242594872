"""Whether two coders wrote down the same: slot by slot, and of a whole claim.

The same rules as those by which the benchmarks score a reader against hand-coded claims, read both ways, so that nobody's
coding is the measure of the other's.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from datetime import date

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.records import Actor, Claim, DateWindow, Evidence, Place, Speaker
from crossread.records.roles import DOER_ROLES, SIDE_ROLES
from crossread.review.pairing import count_paired, count_shared

NEAR_KM = 25.0  # a place within this distance is the same place
TOLL = ("killed", "injured")
SLOTS = ("type", "when", "where", "actors", "harm", "means", "speakers")
_EARTH_KM = 6371.0
_PASSED_OVER = ("the", "a", "an", "of", "in", "near", "at")
_SENTENCE_END = re.compile(r"[.!?][\s\"”“’]|\n")
Number = tuple[str, int | None, int | None]


def count_told(claim: Claim, slot: str) -> int:
    """How many values a claim has in a slot; numbers, not rows, of harm."""
    if slot == "type":
        return 1
    if slot == "when":
        return int(window_of(claim) is not None)
    if slot == "where":
        return int(place_of(claim) is not None)
    return len(numbers(claim)) if slot == "harm" else len(getattr(claim, slot))


def count_same(first: Claim, second: Claim, slot: str) -> int:
    """How many values of a slot two claims share."""
    if slot == "type":
        return int(first.type == second.type)
    if slot == "when":
        return int(same_window(window_of(first), window_of(second)))
    if slot == "where":
        return int(same_place(place_of(first), place_of(second)))
    if slot == "harm":
        return count_shared(numbers(first), numbers(second))
    if slot == "means":
        return count_shared([row.kind for row in first.means], [row.kind for row in second.means])
    if slot == "actors":
        return count_paired(first.actors, second.actors, same_actor)
    return count_paired(first.speakers, second.speakers, overlaps)


def is_same_row(first: Claim, second: Claim) -> bool:
    """True if both would stand in a data set alike: type, dates, place, and every number of killed and injured."""
    dates = (window_of(first), window_of(second))
    places = (place_of(first), place_of(second))
    return (
        first.type == second.type
        and (dates == (None, None) or same_window(*dates))
        and (places == (None, None) or same_place(*places))
        and sorted(map(str, numbers(first, TOLL))) == sorted(map(str, numbers(second, TOLL)))
    )


def likeness(first: Claim, second: Claim, text: str) -> float:
    """Share (0 to 1) of the weight of what both claims tell that agrees; 0 where nothing can be compared."""
    parts = [(2.0, _type_likeness(first.type, second.type))]
    dates = (window_of(first), window_of(second))
    if None not in dates:
        parts.append((1.5, float(_touch(*dates))))
    places = (place_of(first), place_of(second))
    if None not in places:
        parts.append((1.5, float(same_place(*places))))
    mine, theirs = _lowest(first), _lowest(second)
    if mine and theirs:
        parts.append((1.5, count_shared(mine, theirs) / max(len(mine), len(theirs))))
    if first.actors and second.actors:
        parts.append((1.0, count_same(first, second, "actors") / min(len(first.actors), len(second.actors))))
    parts.append((1.5, float(_in_one_sentence(first, second, text))))
    return sum(weight * same for weight, same in parts) / sum(weight for weight, _ in parts)


def window_of(claim: Claim) -> DateWindow | None:
    """The dates, None where neither end is told: the day of reporting alone is none."""
    window = claim.when.value if claim.when else None
    return window if window and (window.earliest or window.latest) else None


def place_of(claim: Claim) -> Place | None:
    """The place, None where neither a name nor a country is told."""
    place = claim.where.value if claim.where else None
    return place if place and place.precision != "unknown" and (place.name or place.country) else None


def numbers(claim: Claim, effects: Sequence[str] = ()) -> list[Number]:
    """Effect, low and high of every row of harm with a number (of these effects, of all where none are given)."""
    rows = [(row.effect, row.count.low, row.count.high) for row in claim.harm if row.count]
    return [row for row in rows if row[1:] != (None, None) and (not effects or row[0] in effects)]


def same_window(first: DateWindow | None, second: DateWindow | None) -> bool:
    """True if both are told and have the same ends."""
    return bool(first and second and (first.earliest, first.latest) == (second.earliest, second.latest))


def same_place(first: Place | None, second: Place | None) -> bool:
    """True if both are told and name the same country, region or point, whichever of the two is looked at first."""
    return bool(first and second and _stands_for(first, second) and _stands_for(second, first))


def same_actor(first: Actor, second: Actor) -> bool:
    """True if the same words are taken for somebody on the same side."""
    sides = {_side(first.role), _side(second.role)}
    return (len(sides) == 1 or "party" in sides) and overlaps(first, second)


def overlaps(first: Actor | Speaker, second: Actor | Speaker) -> bool:
    """True if the words of both share a character of the report, or are the same words."""
    if any(a.span.overlaps(b.span) for a in first.evidence for b in second.evidence):
        return True
    mine = fold(first.raw)
    return bool(mine) and mine == fold(second.raw)


def fold(text: str | None) -> str:
    """Small letters without accents, articles and signs."""
    apart = unicodedata.normalize("NFKD", text or "")
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in _PASSED_OVER)


def _stands_for(key: Place, place: Place) -> bool:
    """Whether `place` is right where `key` is: a region by its name, a point by its name or within `NEAR_KM`."""
    if key.country != place.country:
        return False
    if key.precision == "country":
        return place.precision == "country"
    if fold(key.name) and fold(key.name) == fold(place.name):
        return True
    if key.precision == "admin1" or place.precision in ("admin1", "country"):
        return place.precision == "admin1" and fold(key.admin1) == fold(place.admin1) != ""
    return _kilometres(key, place) <= NEAR_KM


def _kilometres(a: Place, b: Place) -> float:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    south, west, north, east = (math.radians(value) for value in (a.latitude, a.longitude, b.latitude, b.longitude))
    part = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(part)))


def _touch(first: DateWindow | None, second: DateWindow | None) -> bool:
    """True if the two stretches of time share a day; an open end reaches to the end of time."""
    if first is None or second is None:
        return False
    start = max(first.earliest or date.min, second.earliest or date.min)
    return start <= min(first.latest or date.max, second.latest or date.max)


def _side(role: str) -> str:
    return "party" if role in SIDE_ROLES else "doer" if role in DOER_ROLES else "sufferer"


def _type_likeness(first: str, second: str) -> float:
    book = load_codebook()
    return 1.0 if first == second else 0.6 if book.family(first) == book.family(second) else 0.0


def _lowest(claim: Claim) -> list[tuple[str, int | None]]:
    return [(effect, low if low is not None else high) for effect, low, high in numbers(claim)]


def _in_one_sentence(first: Claim, second: Claim, text: str) -> bool:
    start, end = sorted(_begins(row.trigger) for row in (first, second))
    return not _SENTENCE_END.search(text[start:end])


def _begins(evidence: Evidence) -> int:
    return evidence.span.start
