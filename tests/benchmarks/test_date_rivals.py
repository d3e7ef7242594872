"""The dates benchmark: rivals are asked the same and scored alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import date_rivals
import dates


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-01-25", date(2019, 1, 25), date(2019, 1, 25)),
        ("2019-01-25TNI", date(2019, 1, 25), date(2019, 1, 25)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2019-W05", date(2019, 1, 28), date(2019, 2, 3)),
        ("2018-SU", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018-WI", date(2018, 12, 1), date(2019, 2, 28)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_values_of_timex_are_the_days_they_mean(value: str, first: date, last: date) -> None:
    """A rival's value counts as the whole stretch it stands for."""
    assert date_rivals.days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["PAST_REF", "PRESENT_REF", "XXXX-XX-XX", "P2D"])
def test_references_name_no_days(value: str) -> None:
    """What names no day is no day."""
    assert date_rivals.days_of(value) == (None, None)


def test_the_conflict_list_is_read_as_its_coders_read_it() -> None:
    """At least 33 of the 35 expressions of conflict news, the bar of the design."""
    cases = list(dates.iter_claim_cases(Path(dates.__file__).with_name("dates_conflict.jsonl")))
    figures = dates.measure(cases, show=False)
    assert len(cases) == 35
    assert figures["exact"] >= 100 * 33 / 35


def test_dateparser_is_asked_with_the_day_of_publication() -> None:
    """A day without its year is that of the report, a month is whole; without dateparser the figure is left out, not nought."""
    read = date_rivals.load_dateparser()
    if read is None:
        pytest.skip("dateparser is not installed")
    assert read("25 January", date(2019, 2, 1)) == (date(2019, 1, 25), date(2019, 1, 25))
    assert read("January 2019", date(2019, 2, 1)) == (date(2019, 1, 1), date(2019, 1, 31))
