"""Words with two numbers: the later of a revised toll is taken, rivals are refused, ranges and parts are read as ever."""

from __future__ import annotations

import pytest

from crossread.errors import RecordError
from crossread.records import Count
from crossread.review.rivals import read_count


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("down from 33 to 31", 31, 31),
        ("revised the toll from 33 to at least 41", 41, None),
        ("from 10 to 15 people", 10, 15),
        ("between 8 and 10", 8, 10),
        ("12 soldiers and 3 civilians", 15, 15),
        ("31 people, 12 of them children", 31, 31),
        ("four of 12 soldiers", 4, 4),
        ("33 on 9 March", 33, 33),
        ("two bodies", 2, 2),
        ("at least 1,200 people", 1200, None),
    ],
)
def test_one_number_is_read(words: str, low: int, high: int | None) -> None:
    """As the reader reads it, or what stands behind "to"."""
    count = read_count(words, None, language="en")
    assert count is not None
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize("words", ["33 or 31 dead", "33/31"])
def test_rivals_are_refused(words: str) -> None:
    """With the numbers, and what to do."""
    with pytest.raises(RecordError) as refused:
        read_count(words, None, language="en")
    for part in ("several numbers", words, "33, 31", "Choose fewer words"):
        assert part in str(refused.value)


def test_a_count_that_is_none_of_the_numbers_is_refused() -> None:
    """The person would get another figure than they saw."""
    with pytest.raises(RecordError, match="several numbers"):
        read_count("33 against 31", Count(low=1, high=1, qualifier="exact"), language="en")
