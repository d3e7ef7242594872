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
