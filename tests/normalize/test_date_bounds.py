"""Stretches of which one bound has the year, and days of an annual report that have none."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.finder import iter_expressions
from crossread.normalize.dates.heads import year_of_report

PUBLISHED = date(2023, 3, 20)


def bounds(text: str, words: str, published: date = PUBLISHED) -> tuple[date | None, date | None] | None:
    """The first and last day that the words name."""
    start = text.index(words)
    found = resolve_when(
        words, context=DateContext(published=published, text=text, start=start, end=start + len(words), done=True)
    )
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from December 16, 2022, to January 5", date(2022, 12, 16), date(2023, 1, 5)),
        ("Between November 28, 2022, and February 3", date(2022, 11, 28), date(2023, 2, 3)),
        ("from December 2022 to January", date(2022, 12, 1), date(2023, 1, 31)),
        ("from January 3, 2022, to February 5", date(2022, 1, 3), date(2022, 2, 5)),
        ("from January 3, 2022, to February 5, 2023", date(2022, 1, 3), date(2023, 2, 5)),
        ("between December 28 and February 3, 2023", date(2022, 12, 28), date(2023, 2, 3)),
        ("between December 28 and February 3", date(2022, 12, 28), date(2023, 2, 3)),
    ],
)
def test_a_stretch_ends_after_it_began(words: str, first: date, last: date) -> None:
    """The year that only the first bound has is not that of a last bound which would lie before it."""
    assert bounds(f"Rebels shot 14 {words} in Goma.", words) == (first, last)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels shot men from December 16, 2022, to January 5.", ["from December 16, 2022, to January 5"]),
        ("Rebels shot men on December 16, 2022, and on January 5.", ["December 16, 2022", "January 5"]),
    ],
)
def test_a_comma_behind_the_year_parts_no_stretch(text: str, found: list[str]) -> None:
    """Only behind "from" and "between"; two days told one by one stay two."""
    assert [text[run[0].start : run[-1].end] for run in iter_expressions(text, "en")] == found


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Colombia 2022 Human Rights Report\n\nOn January 19, police shot a man.", 2022),
        ("BOGOTA, 20 March 2023 (Dept) - Colombia 2022 Human Rights Report\n\nOn January 19, police shot a man.", 2022),
        ("Reports on the 2022 and 2023 attacks\n\nOn January 19, police shot a man.", None),
        ("On January 19, police shot a man.", None),
    ],
)
def test_a_heading_gives_the_year_of_an_annual_report(text: str, year: int | None) -> None:
    """Its days without a year are of that year, other reports' of the year in which they came out."""
    assert year_of_report(None, text) == year
    assert bounds(text, "January 19") == (date(year or 2023, 1, 19), date(year or 2023, 1, 19))
