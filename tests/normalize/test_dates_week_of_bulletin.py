"""The week that a heading tells is the week of a bulletin without a title, whenever it was published."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when

WEEK = (date(2024, 6, 3), date(2024, 6, 9))


def _window(head: str, words: str, published: date | None = date(2024, 6, 12)) -> tuple[date | None, date | None] | None:
    text = f"{head}\n\n{words} a man was shot in Bria."
    start = text.index(words, len(head))
    window = resolve_when(words, context=DateContext(published=published, text=text, start=start, end=start + len(words)))
    return None if window is None else (window.earliest, window.latest)


@pytest.mark.parametrize(
    "head",
    ["Lakes Watch\nWeek of 3-9 June 2024", "Weekly report, 3 to 9 June 2024", "Bulletin for the week ending 9 June 2024"],
)
@pytest.mark.parametrize("words", ["During the week", "this week", "the week"])
def test_the_week_is_that_of_the_heading(head: str, words: str) -> None:
    assert _window(head, words) == WEEK
    assert _window(head, words, published=None) == WEEK


def test_a_weekday_is_of_that_week() -> None:
    """Published on the Wednesday after it."""
    for words in ("Monday", "On Monday"):
        assert _window("Weekly report, 3 to 9 June 2024", words) == (date(2024, 6, 3), date(2024, 6, 3))


@pytest.mark.parametrize(
    ("head", "words", "bounds"),
    [
        (
            "The week of 3-9 June 2024 was calm.",
            "this week",
            (date(2024, 6, 10), date(2024, 6, 12)),
        ),  # a sentence heads nothing
        ("Monthly report, June 2024", "this week", (date(2024, 6, 10), date(2024, 6, 12))),
        ("Three shot on 3 June 2024", "On Monday", (date(2024, 6, 10), date(2024, 6, 10))),
        ("Weekly report, 3 to 9 June 2024", "last month", (date(2024, 5, 1), date(2024, 5, 31))),
    ],
)
def test_other_words_and_heads_count_from_publication(head: str, words: str, bounds: tuple[date, date]) -> None:
    assert _window(head, words) == bounds
