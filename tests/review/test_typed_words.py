"""Words that a person types are found as whole words, and a bare number where the report has it once."""

from __future__ import annotations

import pytest

from crossread.errors import RecordError
from crossread.records import Document
from crossread.review.typed_words import find_count, find_words

TEXT = (
    "KOSSA, March 4 (Wire) - Gunmen killed 23 herders, 1,204 head of cattle were driven off and three boys were taken on "
    "March 3 at 5:30 near Gao. On the army's fourth patrol four soldiers were hurt, and two elders; two women hid. "
    "The 4x4 was burnt, the mayor said."
)
DOCUMENT = Document(id="doc_1", text=TEXT, source="own", language="en")


@pytest.mark.parametrize("words", ["23", "23 herders", "1,204 head", "four", "THREE boys", "army", "near   Gao"])
def test_whole_words_are_found(words: str) -> None:
    """In any letter case, over any blanks."""
    found = find_words(DOCUMENT, words, near=0)
    assert TEXT[found.span.start : found.span.end].lower() == " ".join(words.split()).lower()
    assert not TEXT[found.span.end : found.span.end + 1].isalnum()


@pytest.mark.parametrize("words", ["2", "204", "1", "5", "30", "herder", "ilitary", "our", "4x", "three boy"])
def test_no_part_of_a_word_or_number_is(words: str) -> None:
    """A digit of a number, one of its groups, an hour, the beginning or end of a word."""
    with pytest.raises(RecordError, match="does not hold these words"):
        find_words(DOCUMENT, words, near=0)


@pytest.mark.parametrize(("typed", "written"), [("3", "three"), ("twenty-three", "23"), ("4", "four"), ("1204", "1,204")])
def test_the_refusal_says_how_the_report_writes_it(typed: str, written: str) -> None:
    """The same number in words or figures. The day of a date is no number of people."""
    with pytest.raises(RecordError) as refused:
        find_count(DOCUMENT, typed, near=0)
    assert f"which writes “{written}”" in str(refused.value)


def test_a_number_that_stands_twice_is_asked_for() -> None:
    """With the places, and the way out; with a word beside it it is found."""
    with pytest.raises(RecordError) as refused:
        find_count(DOCUMENT, "two", near=0)
    for part in ("several times", "“hurt, and two elders; two”", "“two elders; two women hid.”"):
        assert part in str(refused.value)
    assert find_count(DOCUMENT, "two women", near=0).quote == "two women"
    assert find_count(DOCUMENT, "four", near=0).quote == "four"
    assert find_words(DOCUMENT, "two", near=0).quote == "two"  # of a place or party the nearest does


def test_a_script_that_joins_its_words_is_searched_within_them() -> None:
    """An Arabic "and" is glued to the next word; figures are whole in any script."""
    document = Document(id="doc_2", text="قتل 23 مدنيا وجنديان في كيدال", source="own", language="ar")
    assert find_words(document, "جنديان", near=0).quote == "جنديان"
    with pytest.raises(RecordError):
        find_words(document, "3", near=0)
