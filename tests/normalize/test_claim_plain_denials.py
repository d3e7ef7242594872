"""A denier whose own words plainly deny makes the act denied; who denies something else does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.denials import settle_denials
from crossread.normalize.claims.plain_denials import settle_plain_denials
from crossread.records import Actor, Claim, Document, Evidence, Speaker

ACT = "A bomb killed 13 people in Kasa on Friday. "


def read(
    text: str, party: str, *, role: str = "denies", doer: tuple[str, str] | None = None, stance: str = "asserted"
) -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        at = text.rindex(words)
        return document.quote(at, at + len(words))

    actors = [Actor(role="claimant", raw=party, name=None, type="rebel_group", evidence=(quote(party),), score=0.8)]
    if doer is not None:
        actors = [Actor(role="perpetrator", raw=doer[0], name=None, type=doer[1], evidence=(quote(doer[0]),), score=0.8)]
    at = text.index("bomb")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(at, at + 4),
        actors=tuple(actors),
        speakers=(Speaker(role=role, raw=party, evidence=(quote(party),), score=0.8),),
        score=0.9,
    )
    return settle_plain_denials(document, settle_denials(document, claim))


@pytest.mark.parametrize(
    "denial",
    [
        "The rebels denied any involvement.",
        "The rebels have strongly denied any role in it.",
        "The rebels said they had nothing to do with the blast.",
        "The rebels said they were not behind the attack.",
        "The rebels denied that the bombing took place.",
        "The rebels denied the blast ever happened.",
        "The rebels, who hold the hills, denied responsibility.",
        'The rebels fighting in the hills have said it has "definitively determined" it was not responsible.',
        "The rebels ruled out that their men had planted it.",
        "The rebels said there had been no attack.",
    ],
)
def test_plain_denial_makes_the_act_denied(denial: str) -> None:
    role = "claims" if "said" in denial or "ruled" in denial else "denies"
    told = read(ACT + denial, "The rebels", role=role)
    assert told.stance == "denied"
    assert [row.role for row in told.speakers] == ["denies"]
    assert role == "denies" or all(row.role != "claimant" for row in told.actors)


@pytest.mark.parametrize(
    "words",
    [
        "The rebels denied that talks took place.",
        "The rebels denied that its leader had met envoys.",
        "The rebels denied it.",
        "The rebels denied any involvement in the talks.",
        "The rebels denied responsibility for the safety of the town.",
        "The rebels said there had been no arrests.",
        "The rebels said there had been no fighting in the north since.",
        "The rebels said they had planted it.",
        "A day passed. A week passed. Both towns mourned. The rebels denied any role.",
        "The rebels said the ceasefire was not dead.",
    ],
)
def test_other_words_leave_the_stance(words: str) -> None:
    assert read(ACT + words, "The rebels").stance == "asserted"


def test_own_part_in_what_a_named_party_did_is_not_the_act() -> None:
    text = "The front set off a bomb in Kasa on Friday. Rivals of the mayor denied any involvement."
    assert read(text, "Rivals of the mayor", doer=("The front", "rebel_group")).stance == "asserted"
    gunmen = text.replace("The front", "Gunmen")
    assert read(gunmen, "Rivals of the mayor", doer=("Gunmen", "unidentified_armed_group")).stance == "denied"


def test_who_says_that_nothing_happened_is_accused_of_nothing() -> None:
    told = read(ACT + "The rebels said there had been no fighting.", "The rebels", role="claims")
    assert told.actors == ()


def test_who_is_named_before_the_denial_neither_claims_nor_is_accused() -> None:
    text = ACT + "The coalition bombing the Black Front has said it was not responsible."
    document = Document(id="doc_1", text=text)
    told = read(text, "The coalition", role="claims")
    at = text.index("the Black Front")
    foe = Actor(
        role="claimant",
        raw="the Black Front",
        name=None,
        type="rebel_group",
        evidence=(document.quote(at, at + 15),),
        score=0.5,
    )
    assert foe not in settle_denials(document, replace(told, actors=(*told.actors, foe))).actors
    assert [row.role for row in told.actors] == ["accused"]
