"""Help from the air makes no air strike; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "means", "kind"),
    [
        ("The army, backed by air strikes, retook Kita.", "retook", "air strikes", "territorial_change"),
        ("Troops supported by the air force stormed a camp near Kita.", "stormed", "the air force", "armed_attack"),
        ("Rangers aided by two helicopters combed the hills of Kita.", "combed", "helicopters", "operation"),
        ("Rebels fought troops backed by jets near Kita.", "fought", "jets", "armed_clash"),
        ("Troops backed by jets pounded a camp near Kita.", "pounded", "jets", "air_strike"),
        ("Jets attacked a camp near Kita.", "attacked", "Jets", "air_strike"),
        ("Troops backed by tanks left. Jets attacked a camp near Kita.", "attacked", "Jets", "air_strike"),
    ],
)
def test_help_from_the_air_is_no_air_strike(normalizer: Normalizer, text: str, trigger: str, means: str, kind: str) -> None:
    """Unless the act itself is told as one."""
    assert read(normalizer, text, trigger, type="air_strike", means=(("aircraft", means),)).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The Rebels wiped out a column of forty near Kita.", "wiped out", "armed_attack"),
        ("The Rebels hit a column from the air near Kita.", "hit", "air_strike"),
        ("The Rebels sent drones that wiped out a column near Kita.", "wiped out", "air_strike"),
    ],
)
def test_rebels_on_the_ground_fly_nothing(normalizer: Normalizer, text: str, trigger: str, kind: str) -> None:
    """Unless a word of the sentence tells so."""
    doer = (("perpetrator", "The Rebels", "rebel_group"),)
    assert read(normalizer, text, trigger, type="air_strike", actors=doer).type == kind
