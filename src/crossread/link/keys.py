"""Block keys: only claims that share one are compared, so work grows with the collection, not with its square."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossread.codebook import load_codebook
from crossread.link.compare_when import window_of
from crossread.link.comparison import Telling
from crossread.link.words import fold
from crossread.records import Place

# Days a told date may be off and the claims still meet.
SLACK = 3
# Days before a day of reporting, or before publication, in which the incident is looked for.
LOOK_BACK = 31
# A window longer than this many weeks is keyed by name and rare words alone.
MOST_WEEKS = 60
# Edge of a place cell in degrees: about 110 km.
CELL = 1.0
# A rare name opens a block only up to this many claims, as a more common one is no sign.
MOST_SHARING_A_NAME = 30
# Rarity from which a name is a block key.
RARE = 0.55
_COARSE = ("area", "admin1", "country", "unknown")
_NAMED = ("perpetrator", "accused", "claimant", "side_a", "side_b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One block and how the claim stands in it: in a `coarse` block at least one claim of each pair has a coarse place."""

    block: tuple[str, ...]
    coarse_only: bool = False


def iter_keys(telling: Telling, rarity: Mapping[str, float]) -> Iterator[Key]:
    """All blocks a telling belongs to: family, week and cell; week and country; week and actor; rare names."""
    family = load_codebook().family(telling.claim.type)
    weeks = list(_weeks(telling))
    place = telling.claim.where.value if telling.claim.where else None
    for week in weeks:
        for cell in _cells(place):
            yield Key(block=("cell", week, *cell))
        for country in _countries(telling, place):
            yield Key(block=("country", week, country), coarse_only=True)
        for actor in telling.claim.actors:
            if actor.role in _NAMED and actor.name:
                yield Key(block=("actor", week, family, actor.registry_id or fold(actor.name)))
    for word in telling.words:
        if rarity.get(word, 1.0) >= RARE:
            yield Key(block=("name", word))


def candidate_pairs(tellings: Sequence[Telling], rarity: Mapping[str, float]) -> set[tuple[str, str]]:
    """Pairs of claim ids (sorted) of different documents that share a block."""
    blocks: dict[Key, list[Telling]] = {}
    for telling in tellings:
        for key in set(iter_keys(telling, rarity)):
            blocks.setdefault(key, []).append(telling)
    pairs: set[tuple[str, str]] = set()
    for key, members in blocks.items():
        if key.block[0] == "name" and len(members) > MOST_SHARING_A_NAME:
            continue
        pairs.update(_pairs_of(members, coarse_only=key.coarse_only))
    return pairs


def _pairs_of(members: Sequence[Telling], *, coarse_only: bool) -> Iterator[tuple[str, str]]:
    first = [telling for telling in members if is_coarse(telling)] if coarse_only else members
    for a in first:
        for b in members:
            if a.claim.document_id != b.claim.document_id and (a.claim.id < b.claim.id or coarse_only):
                low, high = sorted((a.claim.id, b.claim.id))
                yield low, high


def is_coarse(telling: Telling) -> bool:
    """True where the place is not told, not resolved, without coordinates, or wider than a settlement."""
    place = telling.claim.where.value if telling.claim.where else None
    return place is None or place.latitude is None or place.precision in _COARSE


def _weeks(telling: Telling) -> Iterator[str]:
    window = window_of(telling)
    latest = window.latest
    earliest = window.earliest or (latest - timedelta(days=LOOK_BACK) if latest else None)
    if earliest is None:
        return
    yield from _iter_weeks(earliest - timedelta(days=SLACK), (latest or earliest) + timedelta(days=SLACK))


def _iter_weeks(start: date, end: date) -> Iterator[str]:
    first, last = start.toordinal() // 7, end.toordinal() // 7
    if last - first <= MOST_WEEKS:
        for week in range(first, last + 1):
            yield str(week)


def _cells(place: Place | None) -> Iterator[tuple[str, str]]:
    """The cell of the place and those that touch it, so that two places across an edge still meet."""
    if place is None or place.latitude is None or place.longitude is None or place.precision in _COARSE[1:]:
        return
    row, column = math.floor(place.latitude / CELL), math.floor(place.longitude / CELL)
    around = int(360 / CELL)
    for step_row in (-1, 0, 1):
        for step_column in (-1, 0, 1):
            yield str(row + step_row), str((column + step_column) % around)


def _countries(telling: Telling, place: Place | None) -> Iterable[str]:
    """The told country; the frame's where no place is told."""
    if place is not None and place.country:
        return (place.country,)
    return sorted(telling.frame)
