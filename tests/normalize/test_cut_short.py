"""Speakers cut off behind a nationality; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.cut_short import end_of_speaker


@pytest.mark.parametrize(
    ("text", "raw", "whole"),
    [
        ("An Ethiopian judge in Adama has ordered it.", "An Ethiopian", "An Ethiopian judge"),
        ("The Palestinian militant group, the Front, says so.", "The Palestinian", "The Palestinian militant group"),
        ("Kenyan President Ada Otieno says so.", "Kenyan", "Kenyan President Ada Otieno"),
        ("Chad's foreign ministry is urging calm.", "Chad's", "Chad's foreign ministry"),
        ("The U.S. military says it fired.", "The U.S.", "The U.S. military"),
        ("A Sudanese military court heard it.", "A Sudanese military", "A Sudanese military"),
    ],
)
def test_nouns_behind_a_nationality_are_the_speakers(text: str, raw: str, whole: str) -> None:
    """The office or name behind "An Ethiopian" belongs to who says it; what ends in a noun is not lengthened."""
    assert text[: end_of_speaker(text, raw, len(raw))] == whole


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("The U.S. says it fired.", "The U.S."),
        ("The Iranian who fled said so.", "The Iranian"),
        ("An American wounded in the blast said so.", "An American"),
        ("A Kenyan also saw it.", "A Kenyan"),
        ("A Kenyan on the bus saw it.", "A Kenyan"),
        ("A German, Udo Lang, saw it.", "A German"),
        ("Kenya police said so.", "Kenya"),
        ("The Kenyan police said so.", "The Kenyan police"),
        ("The farmer wife said so.", "The farmer"),
    ],
)
def test_a_nationality_that_stands_for_people_stays_alone(text: str, raw: str) -> None:
    """Before a verb, a "who", a preposition or a comma nothing is missing; nor is it behind another word than a nationality."""
    assert end_of_speaker(text, raw, len(raw)) == len(raw)
