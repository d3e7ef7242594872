"""A bar stands for dates that are told that exactly, and for no others."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from tests.review.test_cells import sight

from crossread.review.columns import make_columns
from crossread.review.timeline import Timeline, make_timeline


def told(*windows: tuple[str | None, str | None, str], first: str | None = None, last: str | None = None) -> Timeline:
    """The timeline of incidents with these windows (earliest, latest, precision)."""
    days = [(a and date.fromisoformat(a), b and date.fromisoformat(b), precision) for a, b, precision in windows]
    sights = [sight(i, earliest=a, latest=b, day_precision=precision) for i, (a, b, precision) in enumerate(days)]
    columns = make_columns(sights, {})
    stretch = {"first": first and date.fromisoformat(first), "last": last and date.fromisoformat(last)}
    made = make_timeline(columns, np.ones(len(sights), dtype=bool), **stretch)  # type: ignore[arg-type]
    assert made is not None
    return made


def test_a_year_or_month_is_drawn_on_no_day() -> None:
    """Among days, "in May" and "in 2013" are bands below, whatever day they begin on."""
    made = told(
        ("2013-05-04", "2013-05-04", "day"),
        ("2013-05-01", "2013-05-31", "month"),
        ("2013-01-01", "2013-12-31", "year"),
        first="2013-05-01",
        last="2013-05-31",
    )
    assert made.unit == "day"
    assert [(bar.first.isoformat(), bar.exact, bar.within) for bar in made.bars] == [("2013-05-04", 1, 0)]
    assert [(band.first.isoformat(), band.last.isoformat(), band.count) for band in made.bands] == [
        ("2013-01-01", "2013-12-31", 1),
        ("2013-05-01", "2013-05-31", 1),
    ]


def test_a_month_stands_in_its_own_bar_apart_from_what_is_told_to_the_day() -> None:
    """Over years a bar is a month; what is told only to the month is counted beside the days of it."""
    made = told(
        ("2013-05-04", "2013-05-04", "day"),
        ("2013-05-01", "2013-05-31", "month"),
        ("2013-05-20", "2013-06-10", "days"),
        ("2016-01-01", "2016-01-01", "day"),
    )
    assert made.unit == "month"
    assert [(bar.first.isoformat(), bar.last.isoformat(), bar.exact, bar.within) for bar in made.bars] == [
        ("2013-05-01", "2013-05-31", 1, 1),
        ("2016-01-01", "2016-01-31", 1, 0),
    ]
    assert [band.count for band in made.bands] == [1]


def test_a_date_open_on_one_side_has_no_bar() -> None:
    """ "By 18 January" does not say when."""
    made = told((None, "2019-01-18", "unknown"), ("2019-01-10", "2019-01-10", "day"), (None, None, "unknown"))
    assert (sum(bar.exact + bar.within for bar in made.bars), made.bands, made.open) == (1, (), 2)


@pytest.mark.parametrize("length", [1, 100, 700, 3000, 40000])
def test_no_incident_is_lost_at_any_length(length: int) -> None:
    """Bars, bands and what is open are together the selection, and bars are never more than fit."""
    start = date(1900, 1, 1)
    windows = [(start + timedelta(days=i * length // 50), i % 9) for i in range(50)]
    rows = [(day.isoformat(), (day + timedelta(days=more)).isoformat(), "days" if more else "day") for day, more in windows] * 2
    made = told(*rows)
    counted = sum(bar.exact + bar.within for bar in made.bars) + sum(band.count for band in made.bands)
    assert counted + made.other_bands + made.open == 100
    assert len(made.bars) <= 130


def test_nothing_dated_has_no_timeline() -> None:
    """None, not an empty picture of some year."""
    columns = make_columns([sight(1)], {})
    assert make_timeline(columns, np.ones(1, dtype=bool)) is None
