"""A first count gives way to the one that takes its place; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.first import without_first_counts


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("At first we got reports of {killed: five guards}, he said, but now {killed: 14} were found dead.", ["14"]),
        ("The mayor initially said {killed: nine people} had died but later raised the toll to {killed: 14}.", ["14"]),
        ("The raid killed {killed: 14 herders}. Early reports spoke of {killed: five dead}.", ["14 herders"]),
        ("{killed: Nine people} died, the mayor initially said. The toll was later put at {killed: 14}.", ["14"]),
        ("The raid killed {killed: 14 herders}. The mayor said earlier that {killed: nine people} were dead.", ["14 herders"]),
        ("The raid killed {killed: 14 herders}. The Wire had earlier reported {killed: at least nine dead}.", ["14 herders"]),
        ("The raid killed {killed: 14 herders}. An earlier version of this report said {killed: nine}.", ["14 herders"]),
        ("Initial reports said {injured: nine} were hurt. {killed: Fourteen people} died.", ["nine", "Fourteen people"]),
        (
            "The mayor initially said {killed: nine people} had died. {killed: Three guards} were among them.",
            ["nine people", "Three guards"],
        ),
        (
            "The mayor initially said {killed: nine people} had died. {killed: Two others} died on Monday.",
            ["nine people", "Two others"],
        ),
        ("{killed: Two men} initially survived. {killed: Three men} died at once.", ["Two men", "Three men"]),
        ("Early reports spoke of {killed: five dead}.", ["five dead"]),
        ("Police had first spoken of {missing: six missing}, but one turned out to have stayed at home.", []),
        ("Police first reported {abducted: five herders} taken, but two had stayed in the camp.", []),
        ("Police first spoke of {missing: six missing}, but gave no names.", ["six missing"]),
        ("Police spoke of {missing: six missing}, but one had stayed at home.", ["six missing"]),
        (
            "Early reports spoke of a fight, but police said {killed: five men} and {killed: six women} died.",
            ["five men", "six women"],
        ),
    ],
)
def test_a_first_count_is_withdrawn_where_another_takes_its_place(marked: str, left: list[str]) -> None:
    """Not for another effect, for parts and further people, or where it is the only count."""
    document, rows = _read(marked)
    assert [row.raw for row in without_first_counts(document.text, rows)] == left


def test_the_later_count_is_of_the_same_people() -> None:
    document, rows = _read("At first we heard of {killed: five guards}, but now {killed: 14} were found dead.")
    rows[0] = replace(rows[0], group_type="state_forces")
    (later,) = without_first_counts(document.text, rows)
    assert (later.raw, later.group_type) == ("14", "state_forces")
