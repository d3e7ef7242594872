"""Names fold alike whatever their spelling, and every word stands where it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.codebook.name_folding import fold_name, split_words


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    """The offsets of each word give back the word as written, and words do not overlap."""
    words = split_words(text)
    assert all(text[word.start : word.end] == word.written for word in words)
    assert all(first.end <= second.start for first, second in pairwise(words))


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded name folds to itself, unless folding bares an article in front."""
    folded = fold_name(text)
    if not folded.startswith(("the ", "a ", "an ")):
        assert fold_name(folded) == folded


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("U.S. Army", "US Army"),
        ("Jama'at Nusrat al-Islam", "Jamaat Nusrat al Islam"),
        ("Farabundo Martí", "FARABUNDO MARTI"),
        ("the Taliban", "Taliban"),
        ("Kata’ib Hezbollah", "Kata'ib Hezbollah"),
    ],
)
def test_spellings_come_together(first: str, second: str) -> None:
    """Two spellings of one name have one folded form."""
    assert fold_name(first) == fold_name(second)


def test_possessives_and_hyphens() -> None:
    """A possessive leaves the bare name as its stem; a hyphen joins two words and says so."""
    words = split_words("Turkey's rebel-held town")
    assert [(word.form, word.stem, word.joined) for word in words] == [
        ("turkeys", "turkey", False),
        ("rebel", "rebel", False),
        ("held", "held", True),
        ("town", "town", False),
    ]
