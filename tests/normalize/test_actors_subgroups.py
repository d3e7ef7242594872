"""Whom a number includes is told by its row of harm alone; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer

Told = tuple[tuple[str, str, str], ...]


def victims(normalizer: Normalizer, text: str, harm: Told) -> list[str]:
    """The victims left, each told with the words of its row of harm."""
    actors = tuple(("victim", words, kind) for _, words, kind in harm)
    claim = read(normalizer, text, "killed", type="killing", actors=actors, harm=[row[:2] for row in harm])
    return [actor.raw for actor in claim.actors if actor.role == "victim"]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (
            "Raiders killed eleven people, among them four women, near Djibo.",
            (("killed", "eleven people", "civilians"), ("killed", "four women", "civilians")),
        ),
        (
            "Raiders killed eleven people, including an infant, near Djibo.",
            (("killed", "eleven people", "civilians"), ("killed", "an infant", "civilians")),
        ),
        (
            "Raiders killed 20 persons, six of them children, near Djibo.",
            (("killed", "20 persons", "civilians"), ("killed", "six of them children", "civilians")),
        ),
    ],
)
def test_a_part_is_no_victim_beside_the_whole(normalizer: Normalizer, text: str, harm: Told) -> None:
    """Among them, including, of them."""
    assert victims(normalizer, text, harm) == [harm[0][1]]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (
            "Raiders killed eleven people and four women near Djibo.",
            (("killed", "eleven people", "civilians"), ("killed", "four women", "civilians")),
        ),
        (
            "Raiders killed twelve villagers, including three soldiers, near Djibo.",
            (("killed", "twelve villagers", "civilians"), ("killed", "three soldiers", "state_forces")),
        ),
    ],
)
def test_others_and_other_kinds_stay(normalizer: Normalizer, text: str, harm: Told) -> None:
    """Who is no part, and soldiers among villagers: what they are is told nowhere else."""
    assert victims(normalizer, text, harm) == [row[1] for row in harm]
