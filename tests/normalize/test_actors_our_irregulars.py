"""Fighters and comrades whom a text calls ours are rebels, soldiers and forces may be a state's; sentences of our own."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def kind(normalizer: Normalizer, text: str, who: str, told: str, role: str = "perpetrator") -> str:
    """The type of the actor."""
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=((role, who, told),))
    return next(actor.type for actor in claim.actors if actor.raw == who)


@pytest.mark.parametrize(
    ("text", "who", "told", "role"),
    [
        (
            "On Monday our heroic fighters attacked the barracks.",
            "our heroic fighters",
            "unidentified_armed_group",
            "perpetrator",
        ),
        ("They attacked us at dawn; three of our comrades fell.", "comrades", "state_forces", "victim"),
        ("Our guerrillas attacked the post.", "Our guerrillas", "state_forces", "perpetrator"),
    ],
)
def test_irregulars_called_ours_are_rebels(normalizer: Normalizer, text: str, who: str, told: str, role: str) -> None:
    """Fighters, comrades, guerrillas, whatever the reader took them for."""
    assert kind(normalizer, text, who, told, role) == "rebel_group"


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("Our forces attacked the barracks.", "Our forces", "state_forces"),
        ("Our soldiers attacked the barracks.", "Our soldiers", "state_forces"),
        ("The fighters attacked our village.", "The fighters", "unidentified_armed_group"),
    ],
)
def test_forces_and_others_stay(normalizer: Normalizer, text: str, who: str, told: str) -> None:
    """What a state calls its own, and fighters who are nobody's here."""
    assert kind(normalizer, text, who, told) == told
