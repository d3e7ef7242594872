"""Who is forced or prompted to act by an attack or a fight is no party to it."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer

DOING = ("perpetrator", "accused", "side_a", "side_b")
FORCED = "Clashes in Bangui on Sunday forced the army to send reinforcements."
PROMPTED = "The attack on Sunday, which prompted retaliation by the army, killed four people in Wajir."


@pytest.mark.parametrize(
    ("text", "kind", "act", "role"),
    [
        (FORCED, "armed_clash", "Clashes", "side_a"),
        (PROMPTED, "armed_attack", "attack", "perpetrator"),
        ("An ambush near Goma prompted the army to withdraw from Sake.", "armed_attack", "ambush", "perpetrator"),
    ],
)
def test_who_is_forced_or_prompted_is_no_party(normalizer: Normalizer, text: str, kind: str, act: str, role: str) -> None:
    """The object of "forced … to" and the doer behind "prompted retaliation by" go."""
    claim = read(normalizer, text, act, type=kind, actors=[(role, "the army", "state_forces")])
    assert [row.raw for row in claim.actors if row.role in DOING] == []


@pytest.mark.parametrize(
    ("text", "kind", "act", "role"),
    [
        ("Rebels forced the army to flee in clashes near Bangui on Sunday.", "armed_clash", "clashes", "side_b"),
        ("Clashes with the army forced thousands to flee Bangui on Sunday.", "armed_clash", "Clashes", "side_a"),
        ("The ambush prompted air strikes by the army that killed nine rebels.", "air_strike", "air strikes", "perpetrator"),
        ("An attack on Sunday, carried out by the army, prompted protests.", "armed_attack", "attack", "perpetrator"),
    ],
)
def test_a_party_stays(normalizer: Normalizer, text: str, kind: str, act: str, role: str) -> None:
    """Who fights, strikes or attacks by the same or other words stays."""
    claim = read(normalizer, text, act, type=kind, actors=[(role, "the army", "state_forces")])
    assert [row.raw for row in claim.actors if row.role in DOING] == ["the army"]
