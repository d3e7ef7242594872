"""A bar stands for dates that are told that exactly, and for no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from crossread.records import DateWindow, Incident
from crossread.review.overview import make_timeline
from crossread.store import open_store


def _dated(path: Path, *windows: DateWindow) -> list[Incident]:
    with open_store(str(path)) as store:
        one = next(store.iter_incidents())
    return [replace(one, when=window) for window in windows]


def _window(first: date, last: date, precision: str) -> DateWindow:
    return DateWindow(earliest=first, latest=last, precision=precision)


def test_a_year_or_month_is_drawn_on_no_day(store_path: Path) -> None:
    """Among days, "in 2013" and "in May" have no bar; on their own they have one of a year or a month."""
    day = _window(date(2013, 5, 4), date(2013, 5, 4), "day")
    month = _window(date(2013, 5, 1), date(2013, 5, 31), "month")
    year = _window(date(2013, 1, 1), date(2013, 12, 31), "year")
    assert [(b.label, b.count) for b in make_timeline(_dated(store_path, day, day, month, year))] == [("2013-05-04", 2)]
    assert [(b.label, b.count) for b in make_timeline(_dated(store_path, month, year))] == [("2013-05", 1)]
    assert [(b.label, b.count) for b in make_timeline(_dated(store_path, year))] == [("2013", 1)]


def test_a_date_open_before_has_no_bar(store_path: Path) -> None:
    """ "By 18 January" does not say when."""
    told = DateWindow(earliest=None, latest=date(2019, 1, 18), precision="unknown")
    assert make_timeline(_dated(store_path, told)) == []
