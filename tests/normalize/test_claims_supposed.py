"""Whom an act only could have killed; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def hurt(normalizer: Normalizer, text: str, trigger: str, whom: str) -> tuple[int, int]:
    """How many rows of harm and how many victims are left."""
    claim = read(normalizer, text, trigger, type="bombing", harm=(("killed", whom),), actors=(("victim", whom, "civilians"),))
    return len(claim.harm), len([row for row in claim.actors if row.role == "victim"])


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("The bomb under the lorry could have killed three nurses, police said.", "bomb", "three nurses"),
        ("A GRENADE THROWN INTO THE YARD MIGHT HAVE KILLED THE COOK.", "GRENADE", "THE COOK"),
        ("Troops foiled an attack in Menaka that could easily have killed hundreds of pupils.", "attack", "hundreds of pupils"),
        ("Had it gone off, the device would have killed at least 50 people.", "device", "at least 50 people"),
        ("Rebels laid a mine powerful enough to kill dozens.", "mine", "dozens"),
        ("They planted explosives capable of killing hundreds of people.", "explosives", "hundreds of people"),
        ("The blast came from a bomb designed to kill the bishop.", "blast", "the bishop"),
    ],
)
def test_nobody_died_of_what_could_have_been(normalizer: Normalizer, text: str, trigger: str, whom: str) -> None:
    """Could, might, would have; enough to, capable of, designed to: no harm and no victim."""
    assert hurt(normalizer, text, trigger, whom) == (0, 0)


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("A mine that could have killed dozens wounded two nurses.", "mine", "two nurses"),
        ("The attack could have killed hundreds, but only two nurses were hit.", "attack", "two nurses"),
        ("The blast could have killed as many as 50 people, officials said.", "blast", "50 people"),
        ("The bomb killed three nurses and could have killed more.", "bomb", "three nurses"),
        ("The strike may have killed 30 people.", "strike", "30 people"),
        ("Soldiers could have killed the priests in the raid, the judge said.", "raid", "the priests"),
        ("It would have killed many. Two nurses died of the blast.", "blast", "Two nurses"),
    ],
)
def test_who_was_hit_stays(normalizer: Normalizer, text: str, trigger: str, whom: str) -> None:
    """What another verb tells, estimates, other sentences, and what somebody may have done stay."""
    assert hurt(normalizer, text, trigger, whom) == (1, 1)
