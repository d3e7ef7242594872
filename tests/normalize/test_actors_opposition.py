"""Whose people are told to be of an opposition that is a party."""

from __future__ import annotations

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    """One for all."""
    return ActorResolver()


@pytest.mark.parametrize(
    ("raw", "incident_type", "kind"),
    [
        ("members of the opposition Muslim Brotherhood", "detention", "civilians"),
        ("members of the opposition party MDC", "detention", "civilians"),
        ("members of the opposition Movement for Democratic Change", "killing", "civilians"),
        ("Ugandan opposition members", "detention", "civilians"),
        ("two opposition leaders", "detention", "officials"),
        ("opposition lawmakers", "detention", "officials"),
        ("members of the opposition party MDC", "crackdown", "rebel_group"),
        ("the opposition", "air_strike", "rebel_group"),
        ("members of the armed opposition", "detention", "rebel_group"),
        ("members of the Syrian opposition", "detention", "rebel_group"),
        ("members of the opposition Free Syrian Army", "killing", "rebel_group"),
        ("opposition fighters", "killing", "rebel_group"),
        ("OPPOSITION LABOR LEADER", "killing", "rebel_group"),
        ("opposition rebels", "detention", "rebel_group"),
    ],
)
def test_people_of_the_opposition(resolver: ActorResolver, raw: str, incident_type: str, kind: str) -> None:
    """A party's people, whatever the reader guesses; armed ones, the bare opposition and those at a protest as before."""
    text = f"Men held {raw} on Monday."
    context = ActorContext(text=text, start=9, end=9 + len(raw), incident_type=incident_type, encoder_type="rebel_group")
    assert resolver.resolve(raw, role="victim", context=context).type == kind


def test_what_the_opposition_does(resolver: ActorResolver) -> None:
    """Who acts is as the reader has it."""
    text = "Members of the opposition party MDC marched."
    context = ActorContext(text=text, start=0, end=35, incident_type="protest", encoder_type="protesters")
    assert resolver.resolve(text[:35], role="perpetrator", context=context).type == "protesters"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("an opposition leader", "officials"),
        ("relatives of an opposition leader", "civilians"),
        ("the wife of an opposition leader", "civilians"),
    ],
)
def test_people_of_a_leader_are_no_leaders(resolver: ActorResolver, raw: str, kind: str) -> None:
    """Who they are is told by the words before."""
    context = ActorContext(text=f"Men beat {raw}.", start=9, end=9 + len(raw), incident_type="killing")
    assert resolver.resolve(raw, role="victim", context=context).type == kind
