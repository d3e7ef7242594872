"""A fire, an illness and a life are fought for or against without an enemy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.struggles import fights_no_enemy
from crossread.records import Actor, Claim, Document, Harm


def _read(text: str, trigger: str, kind: str = "armed_clash") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    quote = document.quote(text.index(trigger), text.index(trigger) + len(trigger))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote,
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Firefighters battle a blaze at the market of Toro.", "battle"),
        ("Crews were battling several large forest fires near Toro.", "battling"),
        ("Health workers are fighting an outbreak of measles in Toro.", "fighting"),
        ("The fight against cholera goes on in Toro.", "fight"),
        ("Doctors battled through the night to save the wounded in Toro.", "battled"),
        ("Neighbours fought in vain to put out the flames.", "fought"),
        ("Doctors in Toro fought for six hours on Friday to save the twins.", "fought"),
        ("Two boys are fighting for their lives.", "fighting for their lives"),
    ],
)
def test_a_fight_without_an_enemy_is_none(text: str, trigger: str) -> None:
    assert fights_no_enemy(*_read(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels fought to take the town of Toro.", "fought"),
        ("Soldiers battled to rescue the hostages.", "battled"),
        ("The army fought a fire-fight with rebels.", "fought"),
        ("The army battled drug traffickers at Toro.", "battled"),
        ("The fight against the Red Dawn goes on in Toro.", "fight"),
        ("Firefighters battled police in Toro.", "battled"),
        ("The battle for Toro went on.", "battle"),
    ],
)
def test_a_fight_with_an_enemy_stays(text: str, trigger: str) -> None:
    assert not fights_no_enemy(*_read(text, trigger))


def test_sides_harm_of_its_own_and_what_a_person_coded_stay() -> None:
    document, claim = _read("Two died. Crews battle a blaze in Toro.", "battle")
    killed = Harm(
        effect="killed", raw="Two", group="Two", group_type="unknown", count=None, evidence=(document.quote(0, 3),), score=0.8
    )
    side = Actor(role="side_b", raw="Crews", name=None, type="unknown", evidence=(), score=0.8)
    assert not fights_no_enemy(document, replace(claim, harm=(killed,)))
    assert not fights_no_enemy(document, replace(claim, actors=(side,)))
    assert not fights_no_enemy(document, replace(claim, score=None))


def test_the_fire_told_again_is_no_enemy() -> None:
    document, claim = _read("Crews battle a blaze in Toro.", "battle")
    assert fights_no_enemy(document, replace(claim, retellings=(document.quote(13, 20),)))
    assert not fights_no_enemy(document, replace(claim, retellings=(document.quote(0, 5),)))
