"""A victim who is named is no doer; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def roles(normalizer: Normalizer, text: str, trigger: str, *rows: tuple[str, str]) -> list[str]:
    """The roles of the people named."""
    claim = read(normalizer, text, trigger, type="bombing", actors=tuple((role, who, "civilians") for role, who in rows))
    return [actor.role for actor in claim.actors]


@pytest.mark.parametrize("role", ["accused", "perpetrator"])
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A bomb killed one person, identified as Somchai Dee, in the market.", "bomb"),
        ("The blast killed a rubber tapper who was later identified as Somchai Dee.", "blast"),
        ("After the blast the dead man was named as Somchai Dee.", "blast"),
        ("A BLAST WOUNDED TWO GUARDS, IDENTIFIED AS NARONG PAN AND SOMCHAI DEE.", "BLAST"),
    ],
)
def test_who_is_identified_as_hit_is_a_victim(normalizer: Normalizer, text: str, trigger: str, role: str) -> None:
    """Killed, dead, wounded before "identified as": a victim, whatever he was taken for."""
    name = "SOMCHAI DEE" if text.isupper() else "Somchai Dee"
    assert roles(normalizer, text, trigger, (role, name)) == ["victim"]


def test_the_victims_named_do_nothing(normalizer: Normalizer) -> None:
    """Who is named behind "the victims" is no doer of what the sentence tells beside it."""
    text = "The victims, Narong Pan and constable Somchai Dee, were on the road to a mosque where a bombing hit worshippers."
    for who in ("Narong Pan", "constable Somchai Dee"):
        assert roles(normalizer, text, "bombing", ("perpetrator", who)) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The blast killed five. The gunman was identified as Somchai Dee.", "blast"),
        ("Five were killed in the blast by a man identified as Somchai Dee.", "blast"),
        ("The bomber who killed five in the blast was identified as Somchai Dee.", "blast"),
        ("A suspect was arrested after the blast that killed five and named as Somchai Dee.", "blast"),
        ("The blast killed two, police said, and accused the victims, whom Somchai Dee drove.", "blast"),
        ("The blast killed two men. Somchai Dee laid the bomb.", "blast"),
    ],
)
def test_a_doer_who_is_identified_stays(normalizer: Normalizer, text: str, trigger: str) -> None:
    """A gunman, a bomber, a suspect, a man by whom people were killed."""
    assert roles(normalizer, text, trigger, ("perpetrator", "Somchai Dee")) == ["perpetrator"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two soldiers were killed in a blast. They were identified as Narong Pan and Somchai Dee.", "blast"),
        (
            "YALA, March 3 (Wire) - Two soldiers died in a blast. The two were later named as Narong Pan and Somchai Dee.",
            "blast",
        ),
        ("A mine killed a soldier in Yala. He was identified by police as Somchai Dee.", "mine"),
        ("Two soldiers were killed in a blast. They were Sgt Narong Pan and Cpl Somchai Dee.", "blast"),
    ],
)
def test_they_who_are_identified_behind_the_dead_are_the_dead(normalizer: Normalizer, text: str, trigger: str) -> None:
    """The dead are the subject of the sentence before; the name takes their kind."""
    who = "Cpl Somchai Dee" if "Cpl" in text else "Somchai Dee"
    fallen = "Two soldiers" if "Two soldiers" in text else "a soldier"
    rows = (("victim", fallen, "state_forces"), ("accused", who, "rebel_group"))
    claim = read(normalizer, text, trigger, type="bombing", actors=rows)
    named = [actor for actor in claim.actors if actor.raw == who]
    assert [actor.role for actor in named] == ["victim"]
    assert named[0].type == claim.actors[0].type


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two gunmen killed a judge. They were identified as Narong Pan and Somchai Dee.", "killed"),
        ("A judge was killed in a blast. They were identified as Narong Pan and Somchai Dee.", "blast"),
        ("Two men were arrested over a blast. They were identified as Narong Pan and Somchai Dee.", "blast"),
        ("Two judges were killed in a blast by gunmen. They were identified as Narong Pan and Somchai Dee.", "blast"),
        ("Two judges were killed in a blast. They were Maoists led by Somchai Dee.", "blast"),
        ("Two judges were killed in a blast. The bombers were identified as Narong Pan and Somchai Dee.", "blast"),
    ],
)
def test_they_who_are_identified_behind_others_stay(normalizer: Normalizer, text: str, trigger: str) -> None:
    """Gunmen, suspects, and more or fewer than died."""
    assert roles(normalizer, text, trigger, ("accused", "Somchai Dee")) == ["accused"]
