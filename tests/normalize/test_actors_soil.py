"""A nation's forces are its own at home and foreign elsewhere, whatever the reader guesses."""

from __future__ import annotations

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    """One for all."""
    return ActorResolver()


@pytest.mark.parametrize(
    ("raw", "country", "guess", "kind"),
    [
        ("Sudanese", "SD", "foreign_forces", "state_forces"),
        ("Ethiopian", "ET", "foreign_forces", "state_forces"),
        ("Sudanese", "TD", "state_forces", "foreign_forces"),
        ("Israeli", "IL", "foreign_forces", "foreign_forces"),
        ("British", "GB", "foreign_forces", "foreign_forces"),
        ("Sudanese", "SD", "rebel_group", "rebel_group"),
        ("Senegal", "SN", "foreign_forces", "foreign_forces"),
        ("Sudanese", None, "foreign_forces", "foreign_forces"),
    ],
)
def test_own_and_foreign_are_told_by_the_soil(
    resolver: ActorResolver, raw: str, country: str | None, guess: str, kind: str
) -> None:
    """By a nationality only, and not where the place is likelier wrong: strikes of those who mostly act abroad."""
    text = f"{raw} air strikes on the town killed ten people."
    context = ActorContext(text=text, start=0, end=len(raw), country=country, encoder_type=guess, incident_type="air_strike")
    assert resolver.resolve(raw, role="perpetrator", context=context).type == kind
