"""Elements of a force are of it, as its members are; letters in brackets behind a force change nothing."""

from __future__ import annotations

import pytest

from crossread.normalize.actors.mention import without_letters
from crossread.normalize.actors.resolving import ActorContext, ActorResolver


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Elements of the defence forces", "state_forces"),
        ("uncontrolled elements of the defense forces of Burkina Faso", "state_forces"),
        ("Elements of the regular forces", "state_forces"),
        ("elements of the police", "police"),
        ("elements of the Defence and Security Forces (FDS)", "state_forces"),
        ("the Defence and Security Forces (FDS)", "state_forces"),
        ("nine defence force elements", "state_forces"),
        ("armed elements", "unidentified_armed_group"),
        ("anti-government elements", "rebel_group"),
        ("elements of the popular defence forces", "political_militia"),
    ],
)
def test_elements_are_of_their_force(raw: str, kind: str) -> None:
    """Nothing in the words tells of rebels."""
    text = f"{raw} killed four villagers."
    context = ActorContext(country="BF", text=text, start=0, end=len(raw))
    found, _ = ActorResolver().explain(raw, role="perpetrator", context=context)
    assert found.type == kind


@pytest.mark.parametrize(
    ("raw", "bare"),
    [
        ("the Defence and Security Forces (FDS)", "the Defence and Security Forces"),
        ("soldiers (two of them)", "soldiers (two of them)"),
        ("FDS", "FDS"),
    ],
)
def test_letters_behind_a_name_are_left_out(raw: str, bare: str) -> None:
    """Only where they are its letters."""
    assert without_letters(raw) == bare
