"""Casualties and the mortally wounded; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.casualties import settle_named_harm
from crossread.normalize.harm.included import with_effect_of_whole


@pytest.mark.parametrize(
    ("marked", "effect"),
    [
        ("The mission recorded {killed: 379 civilian casualties} in May, including 180 dead.", "casualties"),
        ("THE UNIT SUFFERED {injured: 14 CASUALTIES}.", "casualties"),
        ("Raiders mortally wounded {injured: two policemen}.", "killed"),
        ("A shell fatally injured {injured: the cook}.", "killed"),
        ("{injured: Two guards} were mortally wounded at the gate.", "killed"),
        ("{injured: Two fatally wounded guards} lay at the gate.", "killed"),
        ("The mission recorded {killed: 12 fatal casualties}.", "killed"),
        ("The mission recorded {killed: 12 deaths} among its casualties.", "killed"),
        ("Raiders mortally wounded a guard. {injured: Two others} were hurt.", "injured"),
        ("Raiders wounded {injured: two policemen}.", "injured"),
        ("{injured: Two guards} were nearly fatally wounded.", "injured"),
    ],
)
def test_the_words_of_a_number_give_its_effect(marked: str, effect: str) -> None:
    """Casualties are not told which; who is mortally wounded dies; other wounded stay."""
    document, read = _read(marked)
    assert [row.effect for row in settle_named_harm(document, read)] == [effect]
    assert settle_named_harm(document, [replace(row, score=None) for row in read])[0].effect == read[0].effect


def test_the_dead_among_casualties_are_dead() -> None:
    """Including 180 killed keeps its own word; including 12 children is told of the whole."""
    document, read = _read("Of {casualties: 379 casualties}, including {killed: 180 killed} and {injured: 199 injured}.")
    assert [row.effect for row in with_effect_of_whole(document, read, "en")] == ["casualties", "killed", "injured"]
    document, read = _read("It told of {casualties: 379 casualties}, including {killed: 12 children}.")
    assert [row.effect for row in with_effect_of_whole(document, read, "en")] == ["casualties", "casualties"]


@pytest.mark.parametrize(
    ("marked", "none"),
    [
        ("The army denies that {casualties: any civilian} was hit.", True),
        ("The governor denied reports that {killed: any pupils} had died.", True),
        ("The army denied killing {killed: any civilians}.", True),
        ("The army denies that {killed: ten civilians} were hit.", False),
        ("The army says that {killed: any civilians} hit were hostages.", False),
    ],
)
def test_any_denied_is_none(marked: str, none: bool) -> None:
    """Who denies that any were hit tells of none; a number that is denied stays."""
    document, read = _read(marked)
    count = settle_named_harm(document, read)[0].count
    assert (count is not None and (count.low, count.high) == (0, 0)) is none
