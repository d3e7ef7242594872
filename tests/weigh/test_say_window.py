"""Days as a person writes them."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.records import DateWindow
from crossread.weigh import say_window


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((1991, 1, 1), (1991, 12, 31), "1991"),
        ((1991, 1, 1), (1993, 12, 31), "1991–1993"),
        ((2013, 5, 1), (2013, 5, 31), "May 2013"),
        ((2012, 2, 1), (2012, 2, 29), "Feb 2012"),
        ((2013, 5, 1), (2013, 7, 31), "May – Jul 2013"),
        ((2013, 11, 1), (2014, 2, 28), "Nov 2013 – Feb 2014"),
        ((2013, 5, 1), (2013, 5, 30), "1–30 May 2013"),
        ((2013, 1, 2), (2013, 12, 31), "2 Jan – 31 Dec 2013"),
        ((2013, 5, 31), (2013, 6, 1), "31 May – 1 Jun 2013"),
        ((2013, 5, 1), (2013, 5, 1), "1 May 2013"),
    ],
)
def test_whole_months_and_years(first: tuple[int, int, int], last: tuple[int, int, int], said: str) -> None:
    """A whole year is its number, a whole month its name; a day less or more is told by days."""
    assert say_window(DateWindow(earliest=date(*first), latest=date(*last), precision="unknown")) == said
