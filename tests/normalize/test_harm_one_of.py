"""One who is told twice in one breath; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.included import find_whole, with_effect_of_whole
from crossread.normalize.harm.one_of import mark_one_of_many, without_one_of
from crossread.normalize.harm.retold import settle_retold


@pytest.mark.parametrize(
    ("marked", "raws"),
    [
        ("{killed: One of them}, {killed: a 12-year-old boy}, died.", ["a 12-year-old boy"]),
        ("{killed: One of the nurses}, {killed: a mother} of two, was later killed.", ["a mother"]),
        ("{killed: ONE OF THEM}, {killed: A GIRL}, HAS SINCE DIED.", ["A GIRL"]),
        ("{killed: One of them} died, {killed: a boy} was shot.", ["One of them", "a boy"]),
        ("{killed: One of them}, {injured: a boy}, died.", ["One of them", "a boy"]),
        ("{killed: One of them}, {killed: a boy} and two girls were killed.", ["One of them", "a boy"]),
        ("{killed: Two men}, {killed: a boy}, died.", ["Two men", "a boy"]),
        ("{killed: Issa Ba's cousin}, {killed: the teacher Ali Ba}, was shot.", ["the teacher Ali Ba"]),
        ("They took {abducted: his wife}, {abducted: Awa Ba}, in Gao.", ["Awa Ba"]),
        (
            "{killed: Issa Ba's cousin}, {killed: the teacher Ali Ba} and a guard were shot.",
            ["Issa Ba's cousin", "the teacher Ali Ba"],
        ),
        ("{killed: His driver}, {killed: Ali Ba}, and a guard were shot.", ["His driver", "Ali Ba"]),
        ("{killed: His driver}, {killed: Ali Ba} were shot.", ["His driver", "Ali Ba"]),
        ("{killed: His driver}, {injured: Ali Ba}, was shot.", ["His driver", "Ali Ba"]),
        ("{killed: His driver}, {killed: a guard}, was shot.", ["His driver", "a guard"]),
        ("{killed: Three} were shot and {killed: one}, {killed: a nurse}, was beaten to death.", ["Three", "a nurse"]),
        ("{killed: Three} were shot; {injured: one}, {killed: a nurse}, in the clinic.", ["Three", "a nurse"]),
        ("They shot {killed: one}, {killed: a boy}, and {killed: two girls}.", ["one", "a boy", "two girls"]),
        ("They shot {killed: one}, {killed: two girls}, and left.", ["one", "two girls"]),
        ("They shot {killed: one}, {abducted: a boy}, who was led away.", ["one", "a boy"]),
    ],
)
def test_one_is_counted_once(marked: str, raws: list[str]) -> None:
    """Where the words between the commas tell who the one was; not where another clause or list goes on."""
    document, rows = _read(marked)
    assert [row.raw for row in without_one_of(document.text, rows)] == raws


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("{injured: Issa Ba}, a trader, is one of {injured: 23 people} who were hurt.", [("Issa Ba", 1), ("23 people", None)]),
        ("{killed: My son} was one of {killed: nine people} who died.", [("My son", 1), ("nine people", None)]),
        ("{killed: Issa Ba} was {killed: one} of {killed: two guards} killed.", [("Issa Ba", 1), ("two guards", None)]),
        ("He is {injured: one} of {injured: 23 people} hurt.", [("one", 1), ("23 people", None)]),
        ("{killed: Issa Ba} died. One of {killed: two guards} fell.", [("Issa Ba", None), ("two guards", None)]),
        ("{killed: Issa Ba} was killed by one of {killed: two men} shot.", [("Issa Ba", None), ("two men", None)]),
        ("{killed: Issa Ba} is one of {injured: 23 people} hit.", [("Issa Ba", None), ("23 people", None)]),
        ("{killed: Two men} are one of {killed: 23 pairs} hit.", [("Two men", None), ("23 pairs", None)]),
    ],
)
def test_one_of_many_is_part_of_them(marked: str, rows: list[tuple[str, int | None]]) -> None:
    """Of those who suffered the same, and named only once."""
    document, read = _read(marked)
    assert [(row.raw, row.part_of) for row in mark_one_of_many(document.text, read)] == rows


def _parted(marked: str) -> list[tuple[str, int | None]]:
    document, rows = _read(marked)
    rows = with_effect_of_whole(document, list(without_one_of(document.text, rows)), "en")
    told = [replace(row, part_of=find_whole(document, rows, at, "en")) for at, row in enumerate(rows)]
    return [(row.effect, row.part_of) for row in settle_retold(document.text, told)]


@pytest.mark.parametrize(
    "marked",
    [
        "{killed: Four persons} died. {killed: Three of them} died of wounds and {killed: one}, {killed: a clerk}, of fright.",
        "Police killed {killed: five clerks}. {killed: Four of them} were shot dead and {killed: one} was beaten to death.",
        "Police killed {killed: five clerks}; {killed: three of them} fell there and {killed: one, Issa Ba}, in a clinic.",
        "{killed: Four persons} died. {casualties: Three of them} were shot and {killed: one}, {killed: a clerk}, beaten.",
    ],
)
def test_the_rest_of_them_are_no_more(marked: str) -> None:
    """Behind "three of them", in one sentence; and who of the dead was shot is dead."""
    assert _parted(marked) == [("killed", None), ("killed", 0), ("killed", 0)]


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        (
            "{killed: Five clerks} died. {killed: Four of them} fell in Gao and {killed: two nurses} in Kidal.",
            [("killed", None), ("killed", 0), ("killed", None)],
        ),
        (
            "{killed: Five clerks} died. {killed: Four of them} fell in Gao and {killed: two} in Kidal.",
            [("killed", None), ("killed", 0), ("killed", None)],
        ),
        (
            "{killed: Five clerks} died. {killed: Three of them} fell in Gao and {injured: one} was hurt.",
            [("killed", None), ("killed", 0), ("injured", None)],
        ),
        ("{injured: Five clerks} were hurt. {casualties: Three of them} were shot.", [("injured", None), ("casualties", None)]),
        ("{killed: Two clerks} died. {casualties: Three of them} were shot.", [("killed", None), ("casualties", None)]),
    ],
)
def test_others_are_more(marked: str, rows: list[tuple[str, int | None]]) -> None:
    """With a noun of their own, or more than are left; nobody hurt is dead."""
    assert _parted(marked) == rows


def test_one_told_with_a_comma_is_one_of_the_dead() -> None:
    """Also where no "three of them" stands before."""
    marked = "{killed: Four persons} died in Gao. {killed: One}, {killed: a clerk}, had breathed tear gas."
    assert _parted(marked) == [("killed", None), ("killed", 0)]
