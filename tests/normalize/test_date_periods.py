"""Stretches of time told by their months, or only by one told before."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.months import first_months
from crossread.normalize.dates.periods import period_told, points_to_period
from crossread.normalize.dates.resolving import DateContext, resolve_when
from crossread.records import DateWindow, Document, Slot

PUBLISHED = date(2024, 8, 20)


def pointed(text: str, words: str, *, title: str | None = None) -> tuple[date | None, date | None] | None:
    """The bounds of the period that the words point to; None where they point to none that is told."""
    document = Document(id="doc_1", text=text, title=title, published=PUBLISHED, language="en")
    start = text.rindex(words)
    slot: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),))
    if not points_to_period(document, slot):
        return None
    window = period_told(document, slot, "en")
    return (window.earliest, window.latest) if window else None


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        (
            "Between January and March 2024, 40 died. In the same period, 12 were taken.",
            "In the same period",
            (date(2024, 1, 1), date(2024, 3, 31)),
        ),
        (
            "From 5 to 11 August 12 died. During this period a man was shot.",
            "During this period",
            (date(2024, 8, 5), date(2024, 8, 11)),
        ),
        ("Rebels have killed 48 since May. Over that period, 15 were hurt.", "Over that period", (date(2024, 5, 1), PUBLISHED)),
        (
            "In July rebels killed 12. A man fell on 3 August. In that time 40 huts burned.",
            "In that time",
            (date(2024, 7, 1), date(2024, 7, 31)),
        ),
        (
            "In the first six months of the year 40 died. In the same period, 12 were taken.",
            "In the same period",
            (date(2024, 1, 1), date(2024, 6, 30)),
        ),
        (
            "Situation 1 to 15 August 2024\n\nIn July rebels killed 12. During the reporting period, 40 huts burned.",
            "During the reporting period",
            (date(2024, 8, 1), date(2024, 8, 15)),
        ),
        ("A man was shot on Monday. In the same period, 40 huts burned.", "In the same period", None),
        ("In July rebels killed 12, against 30 in the same period of 2022.", "in the same period", None),
        ("In July rebels killed 12. At the same time, a bus burned.", "At the same time", None),
    ],
)
def test_words_that_point_to_a_period_have_the_one_told_before(
    text: str, words: str, bounds: tuple[date | None, date | None] | None
) -> None:
    """Never the day of publication, nor the day told last; that of another year is left alone."""
    assert pointed(text, words) == bounds


def test_a_reporting_period_is_the_one_in_the_title() -> None:
    """The title tells what the report is on."""
    found = pointed(
        "In July rebels killed 12. During the reporting period, 40 huts burned.",
        "During the reporting period",
        title="1-15 August 2024",
    )
    assert found == (date(2024, 8, 1), date(2024, 8, 15))


@pytest.mark.parametrize(
    ("raw", "published", "back", "bounds"),
    [
        ("in the first six months of the year", PUBLISHED, False, (date(2024, 1, 1), date(2024, 6, 30))),
        ("the first 2 months of this year", PUBLISHED, False, (date(2024, 1, 1), date(2024, 2, 29))),
        ("the first nine months of the year", date(2024, 2, 3), False, (date(2023, 1, 1), date(2023, 9, 30))),
        ("the first six months of the year", PUBLISHED, True, (date(2023, 1, 1), date(2023, 6, 30))),
        ("the last three months of last year", PUBLISHED, False, (date(2023, 10, 1), date(2023, 12, 31))),
        ("the first six months of 2019", PUBLISHED, False, (date(2019, 1, 1), date(2019, 6, 30))),
        ("during the first three quarters of the year", PUBLISHED, True, (date(2023, 1, 1), date(2023, 9, 30))),
        ("the last two quarters of 2019", PUBLISHED, False, (date(2019, 7, 1), date(2019, 12, 31))),
        ("the first four quarters of 2019", PUBLISHED, False, None),
        ("the first six months", PUBLISHED, False, None),
        ("the last six months", PUBLISHED, False, None),
    ],
)
def test_the_first_months_of_the_year_begin_with_january(
    raw: str, published: date, back: bool, bounds: tuple[date, date] | None
) -> None:
    """The year before where they are not over, or the report is on it; without a year the rule is silent."""
    found = first_months(raw, Bearings(published=published, looks_back=back))
    assert (found and (found.earliest, found.latest)) == bounds


@pytest.mark.parametrize(
    ("raw", "bounds"),
    [
        ("the first half of the year", (date(2024, 1, 1), date(2024, 6, 30))),
        ("the second quarter of the year", (date(2024, 4, 1), date(2024, 6, 30))),
        ("the last quarter of the year", (date(2023, 10, 1), date(2023, 12, 31))),
        ("the first half of the month", None),
    ],
)
def test_a_half_or_quarter_of_the_year_is_one_that_has_begun(raw: str, bounds: tuple[date, date] | None) -> None:
    """It has the year of publication, or the year before."""
    text = f"In {raw} 40 died."
    context = DateContext(published=PUBLISHED, text=text, start=3, end=3 + len(raw), done=True)
    found = resolve_when(raw, context=context)
    assert (found and (found.earliest, found.latest)) == bounds
