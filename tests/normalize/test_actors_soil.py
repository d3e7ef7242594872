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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Nigerian army killed 12 insurgents. A trader from Ghana was wounded.", "state_forces"),
        ("The Ugandan army arrested a businessman. His brother lives in exile in Belgium.", "state_forces"),
        ("The Colombian army captured three men. Two of them came from Venezuela.", "state_forces"),
        ("The Ethiopian army killed 20 men. They had been trained in Eritrea.", "state_forces"),
        ("The Ugandan army killed ten rebels, who fled into Congo.", "foreign_forces"),
        ("The Ugandan army killed ten rebels. The rebels have bases in Congo.", "foreign_forces"),
        ("The Chadian army killed 40 men on the border with Niger.", "foreign_forces"),
    ],
)
def test_where_people_come_from_makes_no_army_foreign(resolver: ActorResolver, text: str, kind: str) -> None:
    """Without a country of the incident another one named nearby does, but not one that people come from or live in."""
    raw = text[: text.index(" army") + 5]
    context = ActorContext(text=text, start=0, end=len(raw), incident_type="armed_attack")
    assert resolver.resolve(raw, role="perpetrator", context=context).type == kind
