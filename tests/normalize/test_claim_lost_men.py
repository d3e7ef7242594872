"""Who lost men suffered the act and did not do it; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.lost_men import settle_lost_men
from crossread.normalize.harm.effects import settle_effects
from crossread.records import Actor, Claim, Document, Harm


def _read(text: str, party: str, men: str, *, kind: str = "armed_attack", rebels: bool = False) -> tuple[Document, Claim]:
    """A claim that takes the party for the doer and its men for civilians."""
    document = Document(id="doc_1", text=text)
    told, fell = (document.quote(text.index(words), text.index(words) + len(words)) for words in (party, men))
    doer = Actor(
        role="side_a" if kind == "armed_clash" else "perpetrator",
        raw=party,
        name=f"{party} of Toro",
        type="rebel_group" if rebels else "state_forces",
        registry_id="toro",
        evidence=(told,),
        score=0.8,
    )
    victim = Actor(role="victim", raw=men, name=None, type="civilians", evidence=(fell,), score=0.8)
    row = Harm(effect="killed", raw=men, group=men, group_type="civilians", count=None, evidence=(fell,), score=0.8)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=told,
        actors=(doer, victim),
        harm=(row,),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "party", "men", "rebels"),
    [
        ("The army has lost seven men in a mine explosion.", "The army", "seven men", False),
        ("Mali's army has lost 14 soldiers in an attack on its camp.", "Mali's army", "14 soldiers", False),
        ("The police lost two officers in an attack on a station.", "The police", "two officers", False),
        ("The Toro Front (TF) lost six fighters in an ambush.", "The Toro Front", "six fighters", True),
        ("The army, part of the joint force, lost a soldier at a ford.", "The army", "a soldier", False),
        ("The front also lost at least six young men when its post was shelled.", "The front", "six young men", True),
    ],
)
def test_who_lost_men_did_nothing(text: str, party: str, men: str, rebels: bool) -> None:
    document, claim = _read(text, party, men, rebels=rebels)
    settled = settle_lost_men(document, claim)
    kind = claim.actors[0].type
    assert [(row.role, row.type, row.registry_id) for row in settled.actors] == [("victim", kind, "toro")]
    assert [row.group_type for row in settled.harm] == [kind]
    assert settle_lost_men(document, settled) == settled


def test_whose_men_are_no_actor_is_the_victim() -> None:
    document, claim = _read("The army has lost seven men in a mine explosion.", "The army", "seven men")
    settled = settle_lost_men(document, replace(claim, actors=claim.actors[:1]))
    assert [(row.role, row.raw) for row in settled.actors] == [("victim", "The army")]


@pytest.mark.parametrize(
    ("text", "party", "men", "rebels"),
    [
        ("The army lost two men and killed nine rebels.", "The army", "two men", False),
        ("The army lost two men in an attack on a rebel camp.", "The army", "two men", False),
        ("The army lost two men in an operation near Toro.", "The army", "two men", False),
        ("The front lost two fighters in an attack on a barracks.", "The front", "two fighters", True),
        ("In an attack on a barracks the front lost two fighters.", "the front", "two fighters", True),
        ("The front killed nine soldiers and lost two fighters.", "The front", "two fighters", True),
    ],
)
def test_who_did_more_stays_a_doer(text: str, party: str, men: str, rebels: bool) -> None:
    """The men are his all the same."""
    document, claim = _read(text, party, men, rebels=rebels)
    settled = settle_lost_men(document, claim)
    assert [row.role for row in settled.actors] == ["perpetrator", "victim"]
    assert settled.actors[1].registry_id == "toro"


def test_sides_of_a_clash_stay() -> None:
    document, claim = _read("The army lost two men in the fighting.", "The army", "two men", kind="armed_clash")
    assert [row.role for row in settle_lost_men(document, claim).actors] == ["side_a", "victim"]


@pytest.mark.parametrize(
    ("text", "party", "men"),
    [
        ("The army lost contact with two men.", "The army", "two men"),
        ("The army shot two men who had lost their way.", "The army", "two men"),
        ("The army says two men were lost in the flood.", "The army", "two men"),
        ("The army raided Toro. Toro lost two men.", "The army", "two men"),
        ("The army lost a camp and killed two men.", "The army", "two men"),
    ],
)
def test_what_tells_no_loss_of_men_changes_nothing(text: str, party: str, men: str) -> None:
    document, claim = _read(text, party, men)
    assert settle_lost_men(document, claim) == claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read("The army has lost seven men in a mine explosion.", "The army", "seven men")
    by_person = replace(claim, score=None, actors=tuple(replace(row, score=None) for row in claim.actors))
    assert settle_lost_men(document, by_person) == by_person


@pytest.mark.parametrize(
    ("text", "men", "effect"),
    [
        ("The army lost seven men when their vehicle hit a mine.", "seven men", "killed"),
        ("The army lost track of seven men when their vehicle hit a mine.", "seven men", "casualties"),
    ],
)
def test_men_lost_are_dead(text: str, men: str, effect: str) -> None:
    document, claim = _read(text, "The army", men)
    assert [row.effect for row in settle_effects(document, claim.harm, language="en")] == [effect]
