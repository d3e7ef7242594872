"""Which of several attacks a group owned up to; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.one_claimed import with_one_claimed
from crossread.records import Actor, Claim, Document, Slot, Speaker

BOMBS = "A bomb went off in Herat. A grenade was thrown in Kabul. A mine blew up in Zaranj. "
PLACES = {"bomb": "Herat", "grenade": "Kabul", "mine": "Zaranj"}


def claims_of(text: str, group: str = "The Taliban", stance: str = "asserted") -> tuple[Document, list[Claim]]:
    document = Document(id="doc_1", text=text)
    start = text.index(group)
    quote = document.quote(start, start + len(group))
    made = []
    for trigger, place in PLACES.items():
        at, where = text.index(trigger), text.index(place)
        made.append(
            Claim(
                id=f"clm_{trigger}",
                document_id="doc_1",
                type="bombing",
                scope="incident",
                status="accomplished",
                stance=stance,
                trigger=document.quote(at, at + len(trigger)),
                where=Slot(raw=place, value=None, evidence=(document.quote(where, where + len(place)),), score=0.9),
                actors=(Actor(role="claimant", raw=group, name=None, type="rebel_group", evidence=(quote,), score=0.9),),
                speakers=(Speaker(role="claims", raw=group, evidence=(quote,), score=0.9),),
                score=0.9,
            )
        )
    return document, made


@pytest.mark.parametrize(
    ("words", "owned"),
    [
        ("The Taliban claimed responsibility.", {"bomb"}),
        ("The Taliban have claimed responsibility on Monday.", {"bomb"}),
        ("The Taliban claimed responsibility for both.", {"bomb", "grenade", "mine"}),
        ("The Taliban claimed responsibility, it said.", {"bomb", "grenade", "mine"}),
        ("The Taliban said they did it.", {"bomb", "grenade", "mine"}),
    ],
)
def test_a_bare_claim_is_of_what_was_told_before(words: str, owned: set[str]) -> None:
    """Not of the acts that the report goes on to tell."""
    document, claims = claims_of(f"A bomb went off in Herat. {words} A grenade was thrown in Kabul. A mine blew up in Zaranj.")
    found = with_one_claimed(document, claims)
    assert {claim.trigger.quote for claim in found if claim.actors} == owned


def test_a_bare_claim_before_all_acts_is_of_all() -> None:
    """Nothing was told before."""
    document, claims = claims_of("The Taliban claimed responsibility. " + BOMBS)
    assert all(claim.actors for claim in with_one_claimed(document, claims))


@pytest.mark.parametrize(
    ("words", "owned"),
    [
        ("The Taliban claimed responsibility for that attack.", {"mine"}),
        ("The Taliban have since claimed responsibility for the blast.", {"mine"}),
        ("The Taliban claimed responsibility for the attack in Herat.", {"bomb"}),
        ("The Taliban claimed responsibility for the attacks.", {"bomb", "grenade", "mine"}),
        ("The Taliban claimed responsibility for that and other attacks.", {"bomb", "grenade", "mine"}),
        ("The Taliban claimed responsibility for the attack and the others.", {"bomb", "grenade", "mine"}),
        ("The Taliban claimed responsibility for all three.", {"bomb", "grenade", "mine"}),
    ],
)
def test_one_attack_is_owned_up_to_once(words: str, owned: set[str]) -> None:
    """The place named, else the last told; several attacks stay with all."""
    document, claims = claims_of(BOMBS + words)
    found = with_one_claimed(document, claims)
    assert {claim.trigger.quote for claim in found if claim.actors} == owned
    assert {claim.trigger.quote for claim in found if claim.speakers} == owned


def test_what_only_the_wrong_claimant_said_is_asserted() -> None:
    """Without its claimant nobody claims it; a claim that people made keeps him."""
    document, claims = claims_of(BOMBS + "The Taliban claimed responsibility for that attack.", stance="claimed")
    assert [claim.stance for claim in with_one_claimed(document, claims)] == ["asserted", "asserted", "claimed"]
    coded = [replace(claim, score=None) for claim in claims]
    assert with_one_claimed(document, coded) == coded
