"""Whoever the dead are told to be "among" has lost them, and "dead and wounded" are casualties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.losers import settle_losers
from crossread.normalize.harm.effects import settle_effects
from crossread.records import Actor, Claim, Count, Document, Harm


def _read(text: str, party: str, role: str, number: str, type: str = "armed_attack") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def actor(raw: str, role: str) -> Actor:
        start = text.index(raw)
        quote = document.quote(start, start + len(raw))
        return Actor(role=role, raw=raw, name=None, type="state_forces", evidence=(quote,), score=0.8)

    start = text.index(number)
    row = Harm(
        effect="killed",
        raw=number,
        group=None,
        group_type="unknown",
        count=Count(low=12, high=12, qualifier="exact"),
        evidence=(document.quote(start, start + len(number)),),
        score=0.8,
    )
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 3),
        actors=(actor(party, role),),
        harm=(row,),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "party", "number", "group"),
    [
        ("The raid left 12 dead among the government forces.", "the government forces", "12 dead", "government forces"),
        ("The raid left 12 dead from the garrison.", "the garrison", "12 dead", "garrison"),
        ("The raid left 12 dead in the ranks of the regime army.", "the regime army", "12 dead", "regime army"),
        ("The raid caused 12 dead and wounded from the enemy.", "the enemy", "12 dead", "enemy"),
        ("The raid left 12 wounded on the side of the army.", "the army", "12 wounded", "army"),
        ("The raid caused 12 casualties among soldiers.", "soldiers", "12 casualties among soldiers", "soldiers"),
    ],
)
@pytest.mark.parametrize("role", ["perpetrator", "accused", "target", "side_b", "victim"])
def test_those_among_whom_people_fell_are_victims(text: str, party: str, number: str, group: str, role: str) -> None:
    found = settle_losers(*_read(text, party, role, number))
    assert [row.role for row in found.actors] == ["victim"]
    assert [row.group for row in found.harm] == [group]


@pytest.mark.parametrize(
    ("text", "party", "number"),
    [
        ("The raid left 12 dead, said the army.", "the army", "12 dead"),
        ("The army got 12 of its dead from the rebels.", "the rebels", "12 of its dead"),
        ("The raid left 12 dead from fire of the army.", "the army", "12 dead"),
        ("The raid left 12 men dead on the side of the road; the army came.", "the army", "12 men"),
    ],
)
def test_others_stay_as_they_are_told(text: str, party: str, number: str) -> None:
    document, claim = _read(text, party, "perpetrator", number)
    assert settle_losers(document, claim) == claim


def test_the_sides_of_a_clash_stay_sides() -> None:
    found = settle_losers(*_read("The fight left 12 dead among the rebels.", "the rebels", "side_b", "12 dead", "armed_clash"))
    assert [row.role for row in found.actors] == ["side_b"]
    assert found.harm[0].group == "rebels"


def test_the_bare_dead_are_no_party_beside_whose_they_are() -> None:
    document, claim = _read("The raid left 12 dead among the soldiers.", "dead", "victim", "12 dead")
    soldiers = document.text.index("the soldiers")
    quote = document.quote(soldiers, soldiers + len("the soldiers"))
    both = (*claim.actors, replace(claim.actors[0], raw=quote.quote, role="perpetrator", evidence=(quote,)))
    found = settle_losers(document, replace(claim, actors=both))
    assert [(row.role, row.raw) for row in found.actors] == [("victim", "the soldiers")]


def test_what_people_say_stays() -> None:
    document, claim = _read("The raid left 12 dead among the soldiers.", "the soldiers", "perpetrator", "12 dead")
    said = replace(claim, score=None, actors=tuple(replace(row, score=None) for row in claim.actors))
    assert settle_losers(document, said) == said


@pytest.mark.parametrize(
    ("text", "number", "effect"),
    [
        ("The raid caused 12 dead and wounded from the enemy.", "12 dead", "casualties"),
        ("The raid caused 12 dead and wounded.", "12", "casualties"),
        ("The bomb left 12 dead and wounded 20.", "12 dead", "killed"),
        ("The bomb killed 12 people and wounded in Ora some more.", "12 people", "killed"),
    ],
)
def test_the_dead_and_wounded_of_one_number_are_casualties(text: str, number: str, effect: str) -> None:
    document, claim = _read(text, number, "victim", number)
    assert [row.effect for row in settle_effects(document, list(claim.harm), language="en")] == [effect]
