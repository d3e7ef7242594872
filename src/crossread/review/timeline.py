"""The timeline of a selection: bars for dates told that exactly, bands for those told less exactly."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from crossread.review.columns import UNDATED, Columns, Whole

# The finest unit whose steps between first and last day are no more than this is drawn: finer bars are no wider than a hair.
MOST_BARS = 120
MOST_BANDS = 24
_UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
# The precisions that are fine enough to stand in a bar of each unit, `day` apart, which always is.
_FINE = {"day": (), "week": ("week",), "month": ("week", "month"), "year": ("week", "month", "season", "year")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One step and how many incidents are told to lie in it: `exact` to the day, `within` only to a week, month or year."""

    first: date
    last: date
    exact: int
    within: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch that is longer than a step, and how many incidents are told to lie somewhere in it."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bars from `first` to `last`, empty ones left out, and the commonest bands; `other_bands` counts the incidents of the
    rest, `open` those whose date is open on one side or not told."""

    unit: str
    first: date
    last: date
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    other_bands: int
    open: int


def make_timeline(
    columns: Columns, mask: NDArray[np.bool_], *, first: date | None = None, last: date | None = None
) -> Timeline | None:
    """The timeline of the chosen incidents, from `first` to `last` where given; None if no date among them is told."""
    told = mask & (columns.earliest != UNDATED) & (columns.latest != UNDATED)
    rows = np.flatnonzero(told)
    if not len(rows):
        return None
    start = first.toordinal() if first else int(columns.earliest[rows].min())
    end = last.toordinal() if last else int(columns.latest[rows].max())
    unit = next((name for name, days in _UNITS.items() if (end - start + 1) / days <= MOST_BARS), "year")
    edges = np.fromiter(_edges(unit, date.fromordinal(start), date.fromordinal(end)), dtype=np.int64)
    early, late = columns.earliest[rows], columns.latest[rows]
    step = np.searchsorted(edges, early, side="right") - 1
    to_day = _has_precision(columns, ("day",))[rows] & (early == late)
    fits = (step == np.searchsorted(edges, late, side="right") - 1) & (step >= 0) & (step < len(edges) - 1)
    within = fits & ~to_day & (_has_precision(columns, _FINE[unit])[rows] | (late - early < 7) & (unit != "day"))
    bands, rest = _bands(early, late, ~(fits & to_day) & ~within)
    return Timeline(
        unit=unit,
        first=date.fromordinal(start),
        last=date.fromordinal(end),
        bars=_bars(edges, step, fits & to_day, within),
        bands=bands,
        other_bands=rest,
        open=int(mask.sum()) - len(rows),
    )


def _bars(edges: Whole, step: Whole, exact: NDArray[np.bool_], within: NDArray[np.bool_]) -> tuple[Bar, ...]:
    size = len(edges) - 1
    sharp, blunt = (np.bincount(step[chosen], minlength=size) for chosen in (exact, within))
    return tuple(
        Bar(
            first=date.fromordinal(int(edges[i])),
            last=date.fromordinal(int(edges[i + 1]) - 1),
            exact=int(sharp[i]),
            within=int(blunt[i]),
        )
        for i in np.flatnonzero(sharp + blunt)
    )


def _bands(early: Whole, late: Whole, chosen: NDArray[np.bool_]) -> tuple[tuple[Band, ...], int]:
    if not chosen.any():
        return (), 0
    pairs, counts = np.unique(np.stack([early[chosen], late[chosen]], axis=1), axis=0, return_counts=True)
    order = np.lexsort((pairs[:, 0], -counts))
    bands = [
        Band(first=date.fromordinal(int(pairs[i, 0])), last=date.fromordinal(int(pairs[i, 1])), count=int(counts[i]))
        for i in order[:MOST_BANDS]
    ]
    return tuple(sorted(bands, key=lambda band: (band.first, band.last))), int(counts[order[MOST_BANDS:]].sum())


def _has_precision(columns: Columns, names: tuple[str, ...]) -> NDArray[np.bool_]:
    facet = columns.day_precision
    codes = [i for i, value in enumerate(facet.values) if value in names]
    found = np.zeros(len(columns.ids), dtype=np.bool_)
    found[facet.incident[np.isin(facet.value, codes)]] = True
    return found


def _edges(unit: str, first: date, last: date) -> Iterator[int]:
    """The first days of all steps from the one that holds `first` to the one after that of `last`."""
    day = {
        "day": first,
        "week": first - timedelta(days=first.weekday()),
        "month": first.replace(day=1),
        "year": first.replace(month=1, day=1),
    }[unit]
    while day <= last:
        yield day.toordinal()
        day += timedelta(days=_length(unit, day))
    yield day.toordinal()


def _length(unit: str, day: date) -> int:
    if unit == "month":
        return monthrange(day.year, day.month)[1]
    if unit == "year":
        return (day.replace(year=day.year + 1) - day).days
    return 7 if unit == "week" else 1
