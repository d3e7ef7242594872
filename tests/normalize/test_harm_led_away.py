"""People led off, and fighters who fell beside wounded ones; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.led_away import is_led_off, settle_led_away
from crossread.records import Span


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{killed: Ten people} were killed and {injured: eight} carried off.", ["killed", "abducted"]),
        ("{killed: Ten people} were killed and {injured: eight others} were dragged away.", ["killed", "abducted"]),
        ("{displaced: Sixty pupils} were marched into the dense forest by gunmen.", ["abducted"]),
        ("They burned huts, leading away {killed: thirty children}.", ["abducted"]),
        ("{killed: Ten people} died and {killed: eight} were taken to an unknown destination.", ["killed", "abducted"]),
        # killed there and then, their own hurt, things and demonstrators
        ("{killed: Four passengers} were led off and shot.", ["killed"]),
        ("{killed: Four passengers} were led away, then executed.", ["killed"]),
        ("They carried off {injured: several wounded comrades}.", ["injured"]),
        ("{injured: Nine guards} were hurt and six rifles carried off.", ["injured"]),
        ("{killed: Three men} saw how eight were carried off.", ["killed"]),
        ("{displaced: Sixty families} were led to the camp.", ["displaced"]),
    ],
)
def test_who_was_led_off_was_taken(marked: str, effects: list[str]) -> None:
    """Not killed or hurt; what a person says (no score) stays."""
    document, rows = _read(marked)
    assert [row.effect for row in settle_led_away(document, rows)] == effects
    by_hand = [replace(row, score=None) for row in rows]
    assert settle_led_away(document, by_hand) == by_hand


@pytest.mark.parametrize(
    ("marked", "kind", "effect"),
    [
        ("{injured: Seven soldiers} fell and 15 were injured near Djibo.", "state_forces", "killed"),
        ("{injured: Seven rebels} fell in the fighting, and another ten men were wounded.", "rebel_group", "killed"),
        ("{injured: Seven soldiers} fell from a truck and two were injured.", "state_forces", "injured"),
        ("{injured: Seven soldiers} fell into a trap and two were injured.", "state_forces", "injured"),
        ("{injured: Seven soldiers} fell near Djibo.", "state_forces", "injured"),
        ("{injured: Seven people} fell and 15 were injured near the stairs.", "civilians", "injured"),
    ],
)
def test_fighters_who_fell_beside_wounded_ones_died(marked: str, kind: str, effect: str) -> None:
    """Who falls from a truck is hurt, and so may be anybody but a fighter."""
    document, rows = _read(marked)
    assert [row.effect for row in settle_led_away(document, [replace(rows[0], group_type=kind)])] == [effect]


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("Pupils were marched into the bush.", True),
        ("Pupils were quietly marched off by men.", True),
        ("Pupils marched into the bush.", False),
        ("Pupils were marched to the gate.", False),
    ],
)
def test_marched_off_is_no_demonstration(text: str, led: bool) -> None:
    """Only the passive tells that somebody took them."""
    start = text.index("marched")
    assert is_led_off(text, Span(start=start, end=start + len("marched"))) is led
