"""Acts that are only put as a case are no claims: in an if-clause, under a law, in a drill, as a practice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.cases import is_only_a_case
from crossread.normalize.claims.only_planned import is_called, is_only_wished
from crossread.records import Claim, Document, Harm, Slot


def _claim(text: str, trigger: str, kind: str, *retold: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text, language="en")
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        score=0.9,
    )
    others = tuple(document.quote(text.index(word), text.index(word) + len(word)) for word in retold)
    return document, replace(claim, retellings=others)


@pytest.mark.parametrize(
    ("text", "trigger", "retold"),
    [
        ("Residents should go to the basement in case of an attack on Kossa.", "attack", ()),
        ("In the event of a bombing, clinics in Kossa have stocks for three days.", "bombing", ()),
        ("If the rebels attack the capital, the government will fall.", "attack", ("fall",)),
        ("If rebels are attacked in Kossa, they will leave the talks.", "attacked", ()),
        ("Analysts warn that an invasion would kill thousands of people.", "invasion", ("kill",)),
        ("A missile of this type can destroy a whole block.", "missile", ("destroy",)),
        ("The new law punishes anyone who kidnaps a child with prison.", "kidnaps", ()),
        ("Under the bill, police would be allowed to detain suspects for 14 days.", "detain", ()),
        ("The convention bans the bombing of towns.", "bombing", ()),
        ("Militants in the hills frequently ambush convoys.", "ambush", ()),
        ("The drill simulated a terrorist attack on the station in Kossa.", "attack", ("drill",)),
        ("Police held an exercise in which gunmen stormed a school.", "stormed", ("exercise",)),
        ("The game was sold out. In the last chapter, rebels burn the village.", "burn", ()),
        ("The army sent 40 men to Kossa to prevent further attacks.", "attacks", ()),
        ("There is a risk of renewed fighting, the envoy said.", "fighting", ()),
        ("The city has cellars to which people could flee in case of bombardment.", "flee", ()),
    ],
)
def test_a_case_is_no_act(text: str, trigger: str, retold: tuple[str, ...]) -> None:
    """Also where a word of what would come of it is a telling."""
    assert is_only_a_case(*_claim(text, trigger, "armed_attack", *retold))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("If men arrested last week in Kossa are not released, the union will strike.", "arrested"),
        ("If the attack on the mosque was their work, they have not said so.", "attack"),
        ("It is not clear if soldiers attack the camp each night.", "attack"),
        ("In the case of the murder of six priests, nobody was charged.", "murder"),
        ("Under a new law, police arrested nine reporters in Kossa on Friday.", "arrested"),
        ("Rebels who often block the road attacked a bus near Kossa.", "attacked"),
        ("A raid on Kossa could not have come at a worse time.", "raid"),
        ("To prevent another killing they fled, after the attack on Kossa.", "attack"),
        ("An attack in Kossa in May killed nine people.", "attack"),
    ],
)
def test_what_was_done_stays(text: str, trigger: str) -> None:
    """What an if-clause or a law stands beside, and the past tense in them."""
    assert not is_only_a_case(*_claim(text, trigger, "armed_attack"))


def test_a_drill_may_cost_lives() -> None:
    """A death in an exercise is one, and a telling elsewhere keeps the claim."""
    document, claim = _claim("An exercise in which a shell killed a soldier was held in Kossa.", "killed", "killing")
    told = document.quote(document.text.index("a soldier"), document.text.index("a soldier") + 9)
    row = Harm(effect="killed", raw="a soldier", group=None, group_type="unknown", count=None, evidence=(told,), score=0.9)
    assert is_only_a_case(document, claim)
    assert not is_only_a_case(document, replace(claim, harm=(row,)))
    assert not is_only_a_case(*_claim("If rebels attack, we flee. Rebels stormed Kossa.", "attack", "armed_attack", "stormed"))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The government has offered talks with the exiled leaders.", "talks"),
        ("The envoy called for a ceasefire in the valley.", "ceasefire"),
        ("Talks between the two sides are to resume next week in Kossa.", "Talks"),
        ("Negotiations will begin in May.", "Negotiations"),
        ("The premier is to hold talks with hill leaders on Saturday.", "talks"),
        ("The ministers will meet in Kossa on Monday.", "meet"),
        ("The two leaders are due to sign the accord in May.", "sign"),
    ],
)
def test_talks_still_to_come_are_no_agreement(text: str, trigger: str) -> None:
    assert is_only_wished(*_claim(text, trigger, "agreement"))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The two sides met for talks in Kossa on Monday.", "talks"),
        ("The ministers said they were there to listen and held talks in Kossa.", "talks"),
        ("Leaders who will step down met rebels in Kossa on Monday.", "met"),
        ("The premier is holding talks with hill leaders in Kossa.", "talks"),
        ("Generals offered support at a meeting in Kossa on Monday.", "meeting"),
        ("A forum on the 2015 peace deal is due to open in May.", "peace deal"),
        ("The talks in Kossa ended with an agreement to free prisoners.", "talks"),
        ("Rebels who had asked for money released two nuns in Kossa.", "released"),
    ],
)
def test_talks_that_were_held_stay(text: str, trigger: str) -> None:
    assert not is_only_wished(*_claim(text, trigger, "agreement"))


def test_a_call_to_protest_is_no_protest() -> None:
    """With a place or a day it is a threat; a march of every year is none either."""
    document, claim = _claim("Parties called on people to protest against the law.", "protest", "protest", "called")
    assert is_only_wished(document, claim)
    placed = replace(claim, where=Slot(raw="Kossa", value=None, evidence=(), score=0.9))
    assert not is_only_wished(document, placed)
    assert is_called("Unions called on workers to ")
    assert not is_called("Workers who were called to the square ")
    assert is_only_wished(*_claim("Every year on 12 June the town holds a march to the graves.", "march", "protest"))
    assert not is_only_wished(*_claim("Hundreds held a march in Kossa on 12 June.", "march", "protest"))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The garrison was unable to prevent a rebel attack on Kossa on Monday.", "attack"),
        ("Guards failed to avert a bombing at the market in Kossa.", "bombing"),
        ("A gun battle could be heard all over Kossa.", "gun battle"),
        ("A rocket strike on Kossa on Monday could draw a neighbour into the war.", "strike"),
        ("Some 20 villages were frequently attacked around Kossa in March 2004.", "attacked"),
        ("A decree banning rallies led to clashes in Kossa.", "clashes"),
        ("Under the emergency law, 45 members who were arrested on Sunday can be held.", "arrested"),
        ("Four men playing a board game were shot dead in Kossa.", "shot dead"),
        ("A choir rehearsing in a church in Kossa was attacked by gunmen.", "attacked"),
        ("The north condemned drills involving bombers and shelled Kossa island.", "shelled"),
        ("Investigators in the case of a bombing in Kossa named two men.", "bombing"),
        ("Even if fighting continued near Kossa, trucks got through.", "fighting"),
    ],
)
def test_what_was_done_beside_such_words_is_no_case(text: str, trigger: str) -> None:
    """What was not prevented, was heard, came of a law, befell players or singers."""
    assert not is_only_a_case(*_claim(text, trigger, "armed_attack"))


@pytest.mark.parametrize(
    ("before", "called"),
    [
        ("The opposition called on its supporters to take to the ", True),
        ("The union urged workers in Kossa to peacefully ", True),
        ("People calling on the premier to step down ", False),
        ("Crowds who had called on the army to leave power staged a ", False),
        ("Teachers asked the government to act and ", False),
    ],
)
def test_what_people_are_called_to_do_is_an_infinitive(before: str, called: bool) -> None:
    """Not what those who call for something else did."""
    assert is_called(before) is called


def test_a_march_beside_that_of_every_year_is_told() -> None:
    """ "Every year …, and on Sunday thousands marched": Sunday's was held."""
    document, claim = _claim("Every year people march in Kossa, and on Sunday thousands marched.", "marched", "protest")
    assert not is_only_wished(document, claim)
