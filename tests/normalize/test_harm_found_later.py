"""Bodies found later that raise a toll are no act of their own; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_missing import _claim
from test_harm_tellings import _read, _sum

from crossread.normalize.harm.found_later import join_found_later
from crossread.normalize.harm.toll import settle_tolls

ACT = "Raiders killed {killed: 23 people} in the hamlet on Thursday. "


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (ACT + "On Sunday {killed: eight more corpses} were found, bringing the figure to {killed: 31}.", 1),
        (ACT + "Searchers recovered {killed: another eight bodies} on Sunday, taking the toll to {killed: 31}.", 1),
        (ACT + "On Sunday {killed: eight more corpses} were found, bringing the figure to {killed: 40}.", 2),
        (ACT + "On Sunday {killed: eight corpses} were found, bringing the figure to {killed: 31}.", 2),
        (ACT + "On Sunday they shot {killed: eight more men}, bringing the toll to {killed: 31}.", 2),
        (ACT + "On Sunday {killed: eight more corpses} were found. The toll is {killed: 31}.", 2),
    ],
)
def test_bodies_that_raise_a_toll_belong_to_its_act(text: str, left: int) -> None:
    """Only further ones, found, whose number and the act's make the new toll."""
    document, rows = _read(text)
    claims = [_claim(document, "armed_attack", rows[:1]), _claim(document, "killing", rows[1:])]
    found = join_found_later(document, claims)
    assert len(found) == left
    if left == 1:
        assert _sum(settle_tolls(document.text, found[0].harm), "killed") == 31


def test_an_act_that_is_told_later_or_totals_has_no_finds() -> None:
    """The bodies follow their act."""
    document, rows = _read(
        "On Sunday {killed: eight more corpses} were found, bringing the figure to {killed: 31}. In May raiders killed "
        "{killed: 23 people}."
    )
    claims = [_claim(document, "killing", rows[:2]), _claim(document, "armed_attack", rows[2:])]
    assert len(join_found_later(document, claims)) == 2
