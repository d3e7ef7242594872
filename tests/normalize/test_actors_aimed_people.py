"""People at whom an act was aimed are its target; whose home or guards it was is none."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "words"),
    [
        ("Bodyguards of the mayor were attacked in Tessalit.", "attacked", "armed_attack", "Bodyguards of the mayor"),
        ("Jets bombed the rebels near Tessalit.", "bombed", "air_strike", "rebels"),
        ("Police used tear gas against students in Tessalit.", "used tear gas", "crackdown", "students"),
    ],
)
def test_people_without_a_told_effect_are_the_target(
    normalizer: Normalizer, text: str, trigger: str, kind: str, words: str
) -> None:
    claim = read(normalizer, text, trigger, type=kind, actors=[("victim", words, "civilians")])
    assert [row.role for row in claim.actors] == ["target"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "words"),
    [
        ("A nurse was wounded in an airstrike on Tessalit.", "airstrike", "air_strike", "A nurse"),
        ("Soldiers raped two women in Tessalit.", "raped", "sexual_violence", "two women"),
        ("Rebels attacked Tessalit and kidnapped a nurse.", "attacked", "armed_attack", "a nurse"),
    ],
)
def test_people_to_whom_something_happened_are_victims(
    normalizer: Normalizer, text: str, trigger: str, kind: str, words: str
) -> None:
    """Also where the claim counts nobody."""
    claim = read(normalizer, text, trigger, type=kind, actors=[("victim", words, "civilians")])
    assert [row.role for row in claim.actors if row.raw in words] == ["victim"]


@pytest.mark.parametrize(
    ("text", "target", "person", "left"),
    [
        ("Gunmen attacked the home of the mayor.", "the home of the mayor", "the mayor", ["the home of the mayor"]),
        ("Gunmen attacked the mayor's car.", "the mayor's car", "the mayor", ["the mayor's car"]),
        ("Gunmen attacked a truck with guards.", "a truck", "guards", ["a truck", "guards"]),
        (
            "Gunmen attacked a convoy carrying guards.",
            "a convoy carrying guards",
            "guards",
            ["a convoy carrying guards", "guards"],
        ),
    ],
)
def test_whose_home_was_attacked_is_no_target(
    normalizer: Normalizer, text: str, target: str, person: str, left: list[str]
) -> None:
    actors = [("target", target, "object"), ("target", person, "officials")]
    claim = read(normalizer, text, "attacked", type="armed_attack", actors=actors)
    assert [row.raw for row in claim.actors if row.role == "target"] == left
