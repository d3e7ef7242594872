"""Who is told as demonstrating, and forces that another state leads."""

from __future__ import annotations

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    """One for all."""
    return ActorResolver()


@pytest.mark.parametrize(
    ("raw", "role", "incident_type", "kind"),
    [
        ("protesting students", "target", "crackdown", "protesters"),
        ("two protesting farmers", "victim", "killing", "protesters"),
        ("12 demonstrating teachers", "victim", "detention", "protesters"),
        ("rioting youths", "perpetrator", "arson", "rioters"),
        ("protesting students", "perpetrator", "riot", "rioters"),
        ("protesting soldiers", "victim", "detention", "state_forces"),
        ("students", "victim", "killing", "civilians"),
        ("farmers demonstrating at a bank", "victim", "killing", "civilians"),
    ],
)
def test_people_told_as_demonstrating(resolver: ActorResolver, raw: str, role: str, incident_type: str, kind: str) -> None:
    """By the word before them; soldiers stay soldiers."""
    text = f"It was told of {raw} on Monday."
    context = ActorContext(text=text, start=15, end=15 + len(raw), incident_type=incident_type)
    assert resolver.resolve(raw, role=role, context=context).type == kind


@pytest.mark.parametrize(
    ("raw", "country", "kind"),
    [
        ("U.S.-led forces", "SY", "foreign_forces"),
        ("Resolute Support service members", "AF", "foreign_forces"),
        ("the French-led soldiers", "ML", "foreign_forces"),
        ("the French-led soldiers", "FR", "state_forces"),
        ("U.S.-backed forces", "SY", "state_forces"),
        ("Afghan and U.S.-led troops", "AF", "state_forces"),
    ],
)
def test_forces_led_by_a_state(resolver: ActorResolver, raw: str, country: str, kind: str) -> None:
    """They are foreign where it is, as are those who serve in a mission; whom a state only backs may be at home."""
    text = f"It was told of {raw} on Monday."
    context = ActorContext(text=text, start=15, end=15 + len(raw), incident_type="armed_clash", country=country)
    assert resolver.resolve(raw, role="side_a", context=context).type == kind
