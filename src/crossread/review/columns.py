"""All incidents of a store as columns of numbers, held in memory: counted in milliseconds, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.store import Sight
from crossread.store.incident_filter import NOT_TOLD

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Spot = tuple[float, float, str, str, str]  # longitude, latitude, name, precision, country
FACETS = ("type", "state", "grade", "disagreement", "country", "precision", "actor", "actor_type", "source")
UNDATED = 0  # no day has this ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one facet, and for each pair of incident and value the place of the incident and of the value."""

    values: tuple[str, ...]
    incident: Whole
    value: Whole

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str]]) -> Facet:
        """From pairs of an incident's place and a value."""
        codes: dict[str, int] = {}
        pairs = [(place, codes.setdefault(value, len(codes))) for place, value in rows]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return cls(values=tuple(codes), incident=table[:, 0], value=table[:, 1])

    def count(self, chosen: NDArray[np.bool_]) -> dict[str, int]:
        """How many of the chosen incidents have each value; values that none has are left out."""
        counts = np.bincount(self.value[chosen[self.incident]], minlength=len(self.values))
        return {self.values[i]: int(counts[i]) for i in np.flatnonzero(counts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """One row per incident, in the order of the table: by day, undated ones last.

    Days are ordinals (`date.toordinal`), 0 where that side is open. Degrees are NaN where no point is told. `place_of` numbers
    distinct points by name and precision, the key of `places`, and of `lands`, their countries ("" where none is told); -1
    where there is no point.
    """

    ids: tuple[str, ...]
    row_of: Mapping[str, int]
    earliest: Whole
    latest: Whole
    day_precision: Facet
    longitude: Real
    latitude: Real
    place_of: Whole
    places: tuple[tuple[str, str], ...]
    lands: tuple[str, ...]
    accounts: Whole
    disagreements: Whole
    mentioned: NDArray[np.bool_]
    facets: Mapping[str, Facet]


def make_columns(sights: Sequence[Sight], states: Mapping[str, str]) -> Columns:
    """The columns of these incidents; `states` tells which of them people accepted or dismissed."""
    places: dict[Spot, int] = {}
    return Columns(
        ids=tuple(row.id for row in sights),
        row_of={row.id: i for i, row in enumerate(sights)},
        earliest=_whole(row.earliest.toordinal() if row.earliest else UNDATED for row in sights),
        latest=_whole(row.latest.toordinal() if row.latest else UNDATED for row in sights),
        day_precision=Facet.of((i, row.day_precision) for i, row in enumerate(sights) if row.day_precision),
        longitude=_real(row.longitude for row in sights),
        latitude=_real(row.latitude for row in sights),
        place_of=_whole(_number(places, row) for row in sights),
        places=tuple((name, precision) for _, _, name, precision, _ in places),
        lands=tuple(land for *_, land in places),
        accounts=_whole(row.accounts for row in sights),
        disagreements=_whole(row.disagreements for row in sights),
        mentioned=np.fromiter((row.mentioned for row in sights), dtype=np.bool_),
        facets=_facets(sights, states),
    )


def _facets(sights: Sequence[Sight], states: Mapping[str, str]) -> dict[str, Facet]:
    rows: dict[str, list[tuple[int, str]]] = {name: [] for name in FACETS}
    for i, row in enumerate(sights):
        rows["type"].append((i, row.type))
        rows["grade"].append((i, row.grade))
        rows["state"].append((i, states.get(row.id, "open")))
        rows["precision"].append((i, row.place_precision or NOT_TOLD))
        if row.country:
            rows["country"].append((i, row.country))
        if not row.disagreements:
            rows["disagreement"].append((i, NOT_TOLD))
        for tag in row.tags:
            kind, _, value = tag.partition(":")
            rows[kind].append((i, value))
    return {name: Facet.of(pairs) for name, pairs in rows.items()}


def _number(places: dict[Spot, int], row: Sight) -> int:
    if row.longitude is None or row.latitude is None:
        return -1
    key = (row.longitude, row.latitude, row.place or "", row.place_precision or "unknown", row.country or "")
    return places.setdefault(key, len(places))


def _whole(values: Iterable[int]) -> Whole:
    return np.fromiter(values, dtype=np.int64)


def _real(values: Iterable[float | None]) -> Real:
    return np.fromiter((np.nan if value is None else value for value in values), dtype=np.float64)
