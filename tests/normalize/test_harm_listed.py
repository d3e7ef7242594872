"""People listed out of those counted before; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.listed import listed_in, settle_taken_then_killed, with_listed_fate


@pytest.mark.parametrize(
    "marked",
    [
        "A drone killed {killed: forty civilians} in Ber. Those killed included {killed: two nurses}.",
        "A drone killed {killed: at least 40 civilians}. It was dawn. The dead included three pupils and {killed: two nurses}.",
        "{injured: Thirty farmers} were hurt. Those injured included {injured: four women}.",
        "{killed: Fifteen villagers} died. The mayor said the victims included a pastor and {killed: his wife}.",
        "{killed: Fifteen villagers} died. Among the dead were a pastor and {killed: his wife}.",
        "{killed: Twelve recruits} died. Those slain include {killed: two sergeants}, the army said.",
    ],
)
def test_who_is_listed_is_among_those_counted_before(marked: str) -> None:
    """Whatever the nouns, in the same report and with the same effect."""
    document, rows = _read(marked)
    assert listed_in(document, rows, 1) == 0


@pytest.mark.parametrize(
    "marked",
    [
        "A drone killed {killed: two civilians}. The dead included {killed: five soldiers}.",
        "A drone killed {killed: forty civilians}. Those wounded included {killed: two nurses}.",
        "A drone killed {killed: forty civilians}. The raiders included {killed: two deserters}.",
        "A drone killed {killed: forty civilians}. The dead included a nurse, while {killed: two soldiers} fell in Gao.",
        "A drone killed {killed: forty civilians}. {killed: Two nurses} were killed too.",
        "A drone killed {killed: forty civilians}. The dead included a nurse; {killed: two soldiers} fell in Gao.",
    ],
)
def test_others_are_more(marked: str) -> None:
    """A smaller number holds nobody, and who stands outside the list is not listed."""
    document, rows = _read(marked)
    assert listed_in(document, rows, 1) is None


def test_kind_of_people_decides() -> None:
    """Two teachers are among the civilians, not among the soldiers told last; no militants hold civilians."""
    marked = "{killed: Twelve civilians} and {killed: five soldiers} died. Those killed included {killed: two teachers}."
    document, rows = _read(marked)
    rows[1] = replace(rows[1], group_type="state_forces")
    assert listed_in(document, rows, 2) == 0
    rows = [replace(row, group_type="rebel_group") for row in rows[:2]] + rows[2:]
    assert listed_in(document, rows, 2) is None


def test_the_list_says_what_befell_them() -> None:
    """ "Those wounded included" tells no death."""
    document, rows = _read("{injured: Thirty farmers} were hurt. Those wounded included {killed: four women}.")
    assert [row.effect for row in with_listed_fate(document, rows)] == ["injured", "injured"]


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("Men took {killed: a judge} and {abducted: his clerk} and killed {killed: both of them}.", ["abducted", "abducted"]),
        ("Men took {abducted: a judge} and {killed: his clerk} and later shot {killed: both}.", ["abducted", "abducted"]),
        ("Men shot {killed: a judge}, took {abducted: his clerk} and killed {killed: both of them}.", ["killed", "abducted"]),
        ("Men took {killed: a judge} and {abducted: two clerks} and killed {killed: both of them}.", ["killed", "abducted"]),
    ],
)
def test_both_who_were_taken_are_killed_once(marked: str, effects: list[str]) -> None:
    """Two joined by "and" were taken alike, where "both of them" counts their deaths."""
    document, rows = _read(marked)
    assert [row.effect for row in settle_taken_then_killed(document.text, rows)] == [*effects, "killed"]


@pytest.mark.parametrize(
    ("marked", "effect"),
    [
        ("The dead include nine men and {abducted: two girls}. Another six people were abducted.", "killed"),
        ("The dead include nine men, and {abducted: two girls} were abducted.", "abducted"),
        ("By its list, the dead include nine men and {abducted: two girls}.", "killed"),
        ("The hostages include nine men and {abducted: two girls}.", "abducted"),
    ],
)
def test_a_list_of_the_dead_holds_before_the_taken(marked: str, effect: str) -> None:
    """What a later sentence tells befell others."""
    document, rows = _read(marked)
    assert with_listed_fate(document, rows)[0].effect == effect
