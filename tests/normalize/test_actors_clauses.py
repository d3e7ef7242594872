"""A weapon that is the subject of its clause has no doer in the clause before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.clauses import without_other_clause
from crossread.normalize.actors.none import is_no_party
from crossread.records import Actor, Claim, Document


def _read(text: str, party: str, trigger: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    named = document.quote(text.index(party), text.index(party) + len(party))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(text.rindex(trigger), text.rindex(trigger) + len(trigger)),
        actors=(Actor(role="perpetrator", raw=party, name=None, type="state_forces", evidence=(named,), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army retook Toro on 12 August; on 14 August an explosive thrown from a roof wounded 17.", "thrown"),
        ("The army retook Toro on 12 August; two days later, a roadside bomb killed three villagers.", "bomb"),
        ("The army entered Toro on Monday, and on Tuesday a mine killed three villagers.", "mine"),
        ("The army left Toro on Monday, and the next day shells hit the market.", "hit"),
        ("The army guards the mosque of Toro, where a suicide bombing killed nine.", "bombing"),
        ("The army sent men to Toro, the scene of a deadly attack a day before.", "attack"),
        ("The army holds a camp at Toro; several grenades were thrown at it on Friday.", "thrown"),
    ],
)
def test_the_doer_of_the_clause_before_is_none(text: str, trigger: str) -> None:
    assert without_other_clause(*_read(text, "The army", trigger)).actors == ()


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army retook Toro on 12 August; on 14 August its drones killed three.", "killed"),
        ("The army shelled Toro on 12 August; on 14 August a mortar bomb killed three.", "killed"),
        ("The army retook Toro on 12 August; on 14 August a patrol killed three.", "killed"),
        ("The army retook Toro with a bomb on 12 August.", "bomb"),
        ("The army entered Toro, where it killed nine.", "killed"),
        ("The army entered Toro, where a woman who fled was killed.", "killed"),
        ("The army entered Toro, where troops attacked a mosque.", "attacked"),
        ("The army retook Toro on 12 August and bombed the market on 14 August.", "bombed"),
        ("On 14 August, the army bombed the market of Toro; a mine had killed two of its men.", "bombed"),
    ],
)
def test_who_may_have_done_it_stays(text: str, trigger: str) -> None:
    party = "the army" if "the army" in text else "The army"
    document, claim = _read(text, party, trigger)
    assert without_other_clause(document, claim) is claim


def test_who_is_told_again_and_what_a_person_coded_stay() -> None:
    text = "The army retook Toro on 12 August; on 14 August a bomb killed three. The army laid it."
    document, claim = _read(text, "The army", "bomb")
    told = replace(claim.actors[0], evidence=(*claim.actors[0].evidence, document.quote(69, 77)))
    again = replace(claim, actors=(told,))
    assert without_other_clause(document, again) is again
    coded = replace(claim, score=None)
    assert without_other_clause(document, coded) is coded


@pytest.mark.parametrize(
    ("text", "party", "none"),
    [
        ("The victims, ASI Omar Khan and constable Ali Shah, had left after a bombing.", "constable Ali Shah", True),
        ("The victims were identified as Omar Khan and Ali Shah, who died in a bombing.", "Omar Khan", True),
        ("The victims, two nurses, were killed by Ali Shah in a bombing.", "Ali Shah", False),
        ("The victims were buried. Ali Shah owned up to the bombing.", "Ali Shah", False),
    ],
)
def test_a_named_victim_did_it_to_nobody(text: str, party: str, none: bool) -> None:
    """Whom the report names as "the victims" is no doer of anything."""
    document, claim = _read(text, party, "bombing")
    assert is_no_party(document, claim, claim.actors[0], None) is none


@pytest.mark.parametrize(
    ("text", "party", "none"),
    [
        ("Two nurses were victims of gang rape.", "gang", True),
        ("Two nurses were gang raped.", "gang", True),
        ("Two nurses told of a gang-rape.", "gang", True),
        ("A gang raped two nurses in a raped town.", "A gang", False),
        ("Two nurses were attacked by a gang; rape was not told.", "a gang", False),
    ],
)
def test_the_gang_of_gang_rape_is_nobody(text: str, party: str, none: bool) -> None:
    """How it was done, and not who did it."""
    document, claim = _read(text, party, "nurses")
    assert is_no_party(document, claim, claim.actors[0], None) is none
