"""The dates near a place of a report are the same whether they are looked for one by one or by halving."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.anchors import Told, told_dates
from crossread.normalize.dates.finder import expression_spans, iter_spans_from
from crossread.normalize.dates.told import last_told, told_around, told_before, told_within
from crossread.records import Span

PUBLISHED = date(2018, 3, 12)
REPORT = """GAO, Mali, March 12 (Wire) - Two men were shot near Ansongo on Friday, a day after a raid on a camp.

On 14 February three herders died; 3 March 2018 saw a fourth killed, the mayor said on Sunday. In January 2018 it was calm.
"""


@pytest.fixture(scope="module")
def told() -> tuple[Told, ...]:
    """All dates of the report."""
    found = told_dates(REPORT, PUBLISHED, "en")
    assert len(found) >= 6
    assert any(one.reported for one in found)
    return found


def test_dates_begin_in_a_stretch_of_the_text(told: tuple[Told, ...]) -> None:
    """For every stretch, empty ones with it."""
    for start in range(len(REPORT)):
        for end in (start, start + 1, start + 40, start + 400):
            assert told_within(told, start, end) == tuple(one for one in told if start <= one.span.start < end)


def test_the_last_date_before_a_place(told: tuple[Told, ...]) -> None:
    """The last of all, and the last that is not that of a saying; a unit leaves out the others."""
    for place in range(len(REPORT)):
        before = [one for one in told if one.span.end <= place]
        assert told_before(told, place) == (before[-1] if before else None)
        for unit in (None, "day", "month", "year"):
            fitting = [one for one in before if unit in (None, one.stretch.unit)]
            acts = [one for one in fitting if not one.reported]
            meant = (acts or fitting)[-1].stretch if fitting else None
            assert last_told(told, place, unit=unit) == meant


def test_the_date_around_words(told: tuple[Told, ...]) -> None:
    """The one whose words hold them; none for words beside or across."""
    for start in range(len(REPORT)):
        for end in (start + 1, start + 6):
            span = Span(start=start, end=end)
            assert told_around(told, span) == next((one for one in told if one.span.contains(span)), None)


def test_expressions_from_a_place_on() -> None:
    """Those that end there or behind it."""
    spans = expression_spans(REPORT, "en")
    for place in range(len(REPORT)):
        assert list(iter_spans_from(REPORT, "en", place)) == [span for span in spans if span.end >= place]
