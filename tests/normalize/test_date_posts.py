"""Numbers of the posts of a thread date nothing; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.dates.posts import without_number_of_post
from crossread.records import Document, Slot


def _left(text: str, raw: str) -> str:
    document = Document(id="doc_1", text=text)
    start = text.index(raw)
    slot = Slot(raw=raw, value=None, evidence=(document.quote(start, start + len(raw)),), score=0.9)
    made = without_number_of_post(document, slot)
    assert made.evidence[0].quote == made.raw
    return made.raw


@pytest.mark.parametrize(
    ("text", "raw", "left"),
    [
        ("1/ on 8 jan soldiers shot three.", "1/ on 8 jan", "8 jan"),
        ("Thread.\n2/ on jan 10 they burnt a school.", "2/ on jan 10", "jan 10"),
        ("1/6 On 8 January soldiers shot three.", "1/6 On 8 January", "8 January"),
        ("3/ 10 January: soldiers shot three.", "3/ 10 January", "10 January"),
        ("4/ Jan 10: soldiers shot three.", "4/ Jan 10", "Jan 10"),
        ("7 - on 8 jan soldiers shot three.", "7 - on 8 jan", "8 jan"),
        ("2/ this morning soldiers shot three.", "2/ this morning", "this morning"),
        ("12/n yesterday soldiers shot three.", "12/n yesterday", "yesterday"),
    ],
)
def test_the_number_of_a_post_goes(text: str, raw: str, left: str) -> None:
    """With what leads to the day behind it."""
    assert _left(text, raw) == left


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("1/8 January: soldiers shot three.", "1/8 January"),
        ("7 - 8 January: soldiers shot three.", "7 - 8 January"),
        ("7/8 Jan soldiers shot three.", "7/8 Jan"),
        ("1/ January 2019 to March 2019", "January 2019 to March 2019"),
        ("On 7 - 8 January soldiers shot three.", "7 - 8 January"),
        ("They fought on 3/ 4 January.", "3/ 4 January"),
    ],
)
def test_days_stay_whole(text: str, raw: str) -> None:
    """Two days of a month, and numbers inside a line."""
    assert _left(text, raw) == raw
