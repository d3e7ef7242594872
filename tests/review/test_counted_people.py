"""A number that a person adds counts nobody twice: it takes a place, holds or is held, or is more, and overlaps nothing."""

from __future__ import annotations

import pytest

from crossread.errors import RecordError
from crossread.records import Claim, Document
from crossread.review.slot_rows import NewRow, add_row, iter_rows
from crossread.review.typed_words import find_words

TEXT = (
    "A fourth guard died in hospital on Friday, bringing the death toll of the ambush at Kossa to four, doctors said. "
    "Six drivers were killed at Dunga, including two women. Nine herders were shot near Gao."
)
DOCUMENT = Document(id="doc_1", text=TEXT, source="own", language="en")


def _claim() -> Claim:
    return Claim(
        id="clm_1", document_id=DOCUMENT.id, type="armed_attack", scope="incident", status="accomplished",
        stance="asserted", trigger=DOCUMENT.quote(TEXT.index("ambush"), TEXT.index("ambush") + 6), score=0.9,
    )  # fmt: skip


def _add(claim: Claim, words: str, within: str | None = None) -> Claim:
    told = find_words(DOCUMENT, words, near=0)
    return add_row(DOCUMENT, claim, NewRow(slot="harm", kind="killed", words=told, within=within))


def _told(claim: Claim) -> list[tuple[str, int | None]]:
    return [(row.raw, row.part_of) for row in claim.harm]


@pytest.mark.parametrize("words", ["four", "to four"])
def test_a_toll_that_a_death_brings_holds_that_death(words: str) -> None:
    """The one who died last is among the four, as the reader has it, in whichever words the four are chosen."""
    assert _told(_add(_add(_claim(), "A fourth guard"), words)) == [("A fourth guard", 1), (words, None)]


def test_words_that_overlap_take_the_place() -> None:
    """Fewer or more words of a number are the same people; what was part of it still is."""
    claim = _add(_add(_claim(), "A fourth guard"), "to four")
    assert _told(_add(claim, "four")) == [("A fourth guard", 1), ("four", None)]


def test_a_part_within_the_words_of_its_whole_is_a_part() -> None:
    """ "two women" is part of "Six drivers were killed at Dunga, including two women", whose words hold it."""
    claim = _add(_claim(), "Six drivers were killed at Dunga, including two women")
    assert _told(_add(claim, "two women"))[1] == ("two women", 0)


def test_people_told_elsewhere_are_more() -> None:
    """Numbers of two sentences about two places stand for themselves."""
    assert [part for _, part in _told(_add(_add(_claim(), "Six drivers"), "Nine herders"))] == [None, None]


def test_a_person_says_in_whose_place_a_number_stands() -> None:
    """`instead:` and the name of a row; a number of another kind is refused."""
    claim = _add(_claim(), "Six drivers")
    name = next(iter_rows(claim)).name
    assert _told(_add(claim, "Nine herders", within=f"instead:{name}")) == [("Nine herders", None)]
    told = find_words(DOCUMENT, "Nine herders", near=0)
    with pytest.raises(RecordError, match="same kind"):
        add_row(DOCUMENT, claim, NewRow(slot="harm", kind="injured", words=told, within=f"instead:{name}"))


def test_overlapping_words_that_shall_be_more_are_refused() -> None:
    """The same words are not two groups of people, whatever is said."""
    with pytest.raises(RecordError, match="counted twice"):
        _add(_add(_claim(), "to four"), "four", within="itself")


def test_words_that_overlap_two_numbers_are_refused() -> None:
    """Which of them the new number is instead of has to be said."""
    claim = _add(_add(_claim(), "Six drivers"), "two women")
    with pytest.raises(RecordError, match="counted twice"):
        _add(claim, "Six drivers were killed at Dunga, including two women")
