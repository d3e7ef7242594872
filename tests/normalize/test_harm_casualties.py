"""Casualties and the mortally wounded; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.casualties import mark_of_casualties, settle_named_harm
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


@pytest.mark.parametrize(
    ("marked", "part_of"),
    [
        ("The blast caused {casualties: 12 casualties}. {killed: Seven of them} died at once.", 0),
        ("{casualties: Six people} were shot, {killed: one} fatally.", 0),
        ("{casualties: Six people} were shot, {killed: one fatally}.", 0),
        ("The blast caused {casualties: 12 casualties}, {killed: seven} dead and five hurt.", None),
        ("Rebels lost {casualties: six men}; {killed: seven of them} died in June.", None),  # more than there were
        ("It killed {killed: 12 people}. {injured: Seven of them} had been hurt before.", None),
        ("The blast hit {casualties: 12 people} by the ford. {killed: Two others} were stabbed to death.", None),
    ],
)
def test_the_dead_of_those_hit_are_part_of_them(marked: str, part_of: int | None) -> None:
    document, read = _read(marked)
    counted = [replace(row, count=parse_count(row.raw)) for row in read]
    assert mark_of_casualties(document.text, counted)[1].part_of == part_of
    counted[1] = replace(counted[1], score=None)
    assert mark_of_casualties(document.text, counted)[1].part_of is None
