"""Machines that strike: whose they are did it; those told without an owner are what it was done with."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "doer", "doers"),
    [
        ("An FPV drone hit a ferry near Kherson.", "An FPV drone", []),
        ("An FPV drone hit a ferry near Kherson.", "An FPV", []),
        ("A drone hit a ferry near Kherson.", "A drone", []),
        ("Two unidentified drones hit a ferry near Kherson.", "Two unidentified drones", []),
        ("Shahed-136 drones hit a ferry near Kherson.", "Shahed-136 drones", []),
        ("A Russian drone hit a ferry near Kherson.", "A Russian drone", ["A Russian drone"]),
        ("An army drone hit a ferry near Kherson.", "An army drone", ["An army drone"]),
        ("RSF drones hit a ferry near Kosti.", "RSF drones", ["RSF drones"]),
        ("A drone unit hit a ferry near Kherson.", "A drone unit", ["A drone unit"]),
        ("A helicopter hit a ferry near Kherson.", "A helicopter", ["A helicopter"]),
    ],
)
def test_a_drone_without_an_owner_did_nothing_itself(normalizer: Normalizer, text: str, doer: str, doers: list[str]) -> None:
    """Whoever sent it is not told. Manned aircraft are coded as those who fly them."""
    claim = read(normalizer, text, "hit", type="air_strike", actors=[("perpetrator", doer, "state_forces")])
    assert [row.raw for row in claim.actors if row.role == "perpetrator"] == doers


def test_a_drone_that_is_hit_is_a_thing(normalizer: Normalizer) -> None:
    """It stays as the target."""
    text = "Rebels hit a drone near Kherson."
    claim = read(normalizer, text, "hit", type="armed_attack", actors=[("target", "a drone", "object")])
    assert [row.raw for row in claim.actors if row.role == "target"] == ["a drone"]


@pytest.mark.parametrize(
    ("doer", "kept"),
    [("The car", False), ("A white van", False), ("Two trucks", False), ("A police van", True), ("Men in a white van", True)],
)
def test_a_car_did_nothing_itself(normalizer: Normalizer, doer: str, kept: bool) -> None:
    text = f"{doer} rammed the gate of a school in Ulm."
    claim = read(normalizer, text, "rammed", type="armed_attack", actors=[("perpetrator", doer, "unknown")])
    assert bool(claim.actors) is kept
