"""Dates: a table of phrases as reports use them, written for these tests."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates.jsonl").read_text("utf-8").splitlines()]


def day(text: str | None) -> date | None:
    """The date of an ISO day."""
    return date.fromisoformat(text) if text else None


def name(row: dict[str, Any]) -> str:
    """Language, words and publication date, to find a failing row."""
    return f"{row['language']}:{row['text'][row['start'] : row['end']]}@{row['published']}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_window_of_phrase(row: dict[str, Any]) -> None:
    """Each phrase gives exactly the window, precision, date of reporting and flags a coder would write."""
    context = DateContext(
        published=day(row["published"]), text=row["text"], start=row["start"], end=row["end"], language=row["language"]
    )
    window = resolve_when(row["text"][row["start"] : row["end"]], context=context)
    if row["precision"] is None:
        assert window is None
        return
    assert window is not None
    assert (window.earliest, window.latest, window.precision) == (day(row["earliest"]), day(row["latest"]), row["precision"])
    assert window.reported_on == day(row.get("reported_on"))
    assert list(window.flags) == row.get("flags", [])


def test_table_is_large_and_in_five_languages() -> None:
    """The table holds at least 400 phrases and no language is without."""
    assert len(ROWS) >= 400
    assert {row["language"] for row in ROWS} == {"en", "fr", "es", "pt", "ar"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen struck on 25 January and again on Monday.", ["25 January", "Monday"]),
        ("He may march again; the second group sat down.", []),
        ("The town fell last week, two days after the raid of 3 May 2011.", ["last week", "two days after", "3 May 2011"]),
        ("About 2,000 people fled; 19 died.", []),
        ("It burned in May. Nothing since March 2018.", ["May", "since March 2018"]),
        ("SITREP 03 AUG 09: quiet overnight.", ["03 AUG 09", "overnight"]),
        ("Between 5 and 9 May clashes went on.", ["Between 5 and 9 May"]),
        ("", []),
    ],
)
def test_expressions_in_running_text(text: str, found: list[str]) -> None:
    """The finder gives the date expressions in order and leaves numbers, "may" and "second" alone."""
    assert [text[span.start : span.end] for span in iter_date_expressions(text)] == found


def test_anchor_is_the_last_day_told_before() -> None:
    """ "the next day" counts from the nearest day before it, not from a later one or a bare year."""
    text = "In 1998 the fort fell. On 4 May 1998 it burned. The next day it was empty. On 9 June 1998 it was rebuilt."
    start = text.index("The next day")
    window = resolve_when(
        "The next day", context=DateContext(published=date(2019, 1, 1), text=text, start=start, end=start + 12)
    )
    assert window is not None
    assert window.earliest == window.latest == date(1998, 5, 5)
