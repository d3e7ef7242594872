"""Counts: a table of phrases as reports use them, and the laws that hold for any words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.normalize.counts import count_reached, find_part_of, is_inclusion, parse_count
from crossread.normalize.harm.group import group_words
from crossread.records import Count

ROWS = [json.loads(line) for line in (Path(__file__).parent / "counts.jsonl").read_text("utf-8").splitlines()]
PIECES = [
    *"at least most up to about between and or some two dozen several".split(),
    *"no one a the his soldiers people 12 1,200 5 including".split(),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}:{row['raw']}")
def test_count_of_phrase(row: dict[str, Any]) -> None:
    """Each phrase gives exactly the low, high and qualifier a coder would write."""
    expected = Count(low=row["low"], high=row["high"], qualifier=row["qualifier"])
    assert parse_count(row["raw"], language=row["language"]) == expected


def test_table_is_large_and_in_five_languages() -> None:
    """The table holds at least 300 phrases and no language is without."""
    assert len(ROWS) >= 300
    assert {row["language"] for row in ROWS} == {"en", "fr", "es", "pt", "ar"}


@given(st.integers(min_value=1, max_value=10**7))
def test_figures_are_exact(number: int) -> None:
    """A number in figures is that number, with and without separators, and its bounds go the right way."""
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", " ")):
        assert parse_count(f"{text} people") == Count(low=number, high=number, qualifier="exact")
        assert parse_count(f"at least {text} people") == Count(low=number, high=None, qualifier="at_least")
        assert parse_count(f"up to {text} people") == Count(low=None, high=number, qualifier="at_most")
        assert parse_count(f"about {text} people") == Count(low=number, high=number, qualifier="about")


@given(st.integers(min_value=2, max_value=10**5), st.integers(min_value=1, max_value=500))
def test_range_keeps_both_numbers(low: int, more: int) -> None:
    """A range has the two numbers told, in order."""
    expected = Count(low=low, high=low + more, qualifier="range")
    for raw in (f"{low} to {low + more}", f"{low}-{low + more} people", f"between {low} and {low + more} people"):
        assert parse_count(raw) == expected


@given(st.integers(min_value=2, max_value=99), st.integers(min_value=1, max_value=98))
def test_inclusion_never_adds(number: int, part: int) -> None:
    """What is included is never added to the whole."""
    assert parse_count(f"{number} people, including {part} children") == parse_count(f"{number} people")
    assert parse_count(f"{number} people, among them {part} children") == parse_count(f"{number} people")


@given(st.integers(min_value=1, max_value=99))
def test_age_is_no_count(age: int) -> None:
    """An age is never taken for a count."""
    one = Count(low=1, high=1, qualifier="exact")
    for raw in (f"a {age}-year-old man", f"a man aged {age}", f"the {age}-year-old", f"a woman, {age}", f"a woman of {age}"):
        assert parse_count(raw) == one


@given(st.lists(st.sampled_from(PIECES), min_size=0, max_size=8))
def test_any_words_give_a_valid_count(pieces: list[str]) -> None:
    """No words, however mixed, raise; numbers appear only with a qualifier that allows them."""
    count = parse_count(" ".join(pieces))
    if count.qualifier in ("vague", "unstated"):
        assert count.low is None
        assert count.high is None


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "es", "pt", "ar"]))
def test_any_text_is_survived(raw: str, language: str) -> None:
    """Any characters at all give a count."""
    assert parse_count(raw, language=language) == parse_count(raw, language=language)


def test_none_is_not_zero() -> None:
    """Words without a number are unstated, never 0."""
    assert parse_count("").low is None
    assert parse_count("soldiers").low is None
    assert parse_count("no soldiers").low == 0


@pytest.mark.parametrize(
    ("before", "language", "included"),
    [
        ("12 people were killed, including", "en", True),
        (" people, including at least ", "en", True),
        ("40 were taken, among them ", "en", True),
        ("12 dead, of whom ", "en", True),
        ("12 people were killed and ", "en", False),
        ("12 people died in a precluding", "en", False),
        ("12 morts, dont ", "fr", True),
        ("12 muertos, entre ellos ", "es", True),
        ("12 mortos, incluindo ", "pt", True),
        ("12 قتيلا بينهم ", "ar", True),
    ],
)
def test_words_before_an_included_number(before: str, language: str, *, included: bool) -> None:
    """The words right before a number tell whether it is part of the count before."""
    assert is_inclusion(before, language=language) is included


def test_words_after_an_included_number() -> None:
    """ "three of them" is part of the count before as well."""
    assert find_part_of(", ", " of them children")
    assert not find_part_of(", ", " others")


@pytest.mark.parametrize(
    ("raw", "reached"),
    [
        ("the fifth journalist", 5),
        ("the 49th and 50th murders", 50),
        ("The 21st victim", 21),
        ("the first aid worker", None),
        ("two men", None),
    ],
)
def test_an_ordinal_tells_how_far_a_total_has_come(raw: str, reached: int | None) -> None:
    """Only a claim of a total asks for it."""
    count = count_reached(raw)
    assert (count.low if count else None) == reached


@pytest.mark.parametrize(
    ("raw", "group"),
    [
        ("another in Kunduz", None),
        ("another in central", None),
        ("another after", None),
        ("another was critically injured", None),
        ("the fourth", None),
        ("three alleged", None),
        ("the city's", None),
        ("two were hit", None),
        ("one in grave condition", None),
        ("11 at a school", None),
        ("KERBALA - Major-General Ali", "Major-General Ali"),
        ("276 were children", "children"),
        ("one was a nurse", "nurse"),
        ("another guard in Kunduz", "guard in Kunduz"),
        ("a third soldier", "soldier"),
        ("no immediate reports of casualties", None),
        ("nine others", "others"),
        ("six suspected rebels", "suspected rebels"),
        ("two elderly residents", "elderly residents"),
        ("one of the guards", "guards"),
        ("the city's guards", "city's guards"),
    ],
)
def test_where_and_how_are_no_group(raw: str, group: str | None) -> None:
    """A number, "another" or an ordinal with a place or a state behind it names nobody; a noun does."""
    assert group_words(raw) == group


@pytest.mark.parametrize(
    ("raw", "low", "high"),
    [
        ("20 children under", 20, 20),
        ("20 people under siege", 20, 20),
        ("12 men over", 12, 12),
        ("16 fighters under arms", 16, 16),
        ("under 20 children", None, 20),
        ("over 40 people", 40, None),
    ],
)
def test_a_bound_binds_the_number_behind_it(raw: str, low: int | None, high: int | None) -> None:
    """ "20 children under" is cut before their age; what stands behind a number bounds none before it."""
    count = parse_count(raw)
    assert (count.low, count.high) == (low, high)
