"""A claimant is one whose own word claims this act: not another, not none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.actors.called import whose
from crossread.normalize.claims.claimants import settle_claimants
from crossread.records import Actor, Claim, Document, Speaker


def _read(text: str, party: str, trigger: str, *, stance: str = "asserted") -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    said = document.quote(*quote(party))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role="claimant", raw=party, name=None, type="rebel_group", evidence=(said,), score=0.8),),
        speakers=(Speaker(role="claims", raw=party, evidence=(said,), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed six. Red Dawn, which claimed a similar attack last month, did not comment.",
        "A bomb killed six. Red Dawn has claimed responsibility for several previous attacks in the town.",
        "A bomb killed six. Red Dawn, which has often claimed earlier blasts, is active there.",
        "A bomb killed six. Red Dawn claimed last month's attack on the market.",
        "A bomb killed six. Red Dawn did not comment.",
        "A bomb killed six. Red Dawn has not yet claimed responsibility.",
        "A bomb killed six. Red Dawn declined to comment.",
    ],
)
def test_who_claimed_another_act_or_none_claims_nothing_here(text: str) -> None:
    told = settle_claimants(*_read(text, "Red Dawn", "bomb", stance="claimed"))
    assert (told.actors, told.speakers, told.stance) == ((), (), "asserted")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A bomb killed six. Red Dawn claimed the attack.", "bomb"),
        ("Red Dawn claimed a similar attack last month.", "attack"),
        ("Red Dawn claimed other large attacks, including the bombing of a bus.", "bombing"),
        ("Red Dawn claimed responsibility for a car bomb that killed six.", "car bomb"),
        ("A bomb killed six. Red Dawn said its men did not comment on the bomb it planted.", "bomb"),
        ("Red Dawn claimed last month's attack on the market.", "attack"),
        ("A bomb killed six. Red Dawn called a radio station to claim it.", "bomb"),
    ],
)
def test_who_claims_the_act_stays(text: str, trigger: str) -> None:
    document, claim = _read(text, "Red Dawn", trigger)
    assert settle_claimants(document, claim) == claim


def test_to_call_and_to_count_the_dead_claims_nothing() -> None:
    text = "A bomb killed six. The army's press office called them 'terrorists' and counted five."
    told = settle_claimants(*_read(text, "The army's press office", "bomb"))
    assert (told.actors, told.stance) == ((), "asserted")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A bomb killed six. A follower of Red Dawn, whom the court convicted, was led away.", "accused"),
        ("A bomb killed six. A follower of Red Dawn was sentenced to death.", "accused"),
        ("A bomb killed six. A follower of Red Dawn, who was convicted on Friday, admitted it.", "claimant"),
    ],
)
def test_whom_a_court_has_heard_is_accused(text: str, role: str) -> None:
    told = settle_claimants(*_read(text, "A follower of Red Dawn", "bomb"))
    assert [row.role for row in told.actors] == [role]


def test_an_office_is_of_whose_it_is() -> None:
    text = "The army's press office claimed it."
    document, claim = _read(text, "The army's press office", "claimed")
    assert whose(document, claim.actors[0]) == "The army"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A bomb killed six. Red Dawn has always denied the attack.", "accused"),
        ("A bomb killed six. Red Dawn rejected any part in it.", "accused"),
        ("A bomb killed six. Red Dawn denied other attacks but claimed this one.", "claimant"),
        ("A bomb killed six. Red Dawn said that it planted it.", "claimant"),
    ],
)
def test_who_only_denies_is_accused(text: str, role: str) -> None:
    """A word of denial without one of owning up makes nobody a claimant."""
    assert [row.role for row in settle_claimants(*_read(text, "Red Dawn", "bomb")).actors] == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A follower of Red Dawn carried the bomb on board, the court found.", ["perpetrator"]),
        ("A follower of Red Dawn carried the bomb on board and claimed it in a video.", ["perpetrator", "claimant"]),
    ],
)
def test_a_doer_of_whom_nothing_is_heard_claims_nothing(text: str, roles: list[str]) -> None:
    """Who did it has said so only where somebody says, sends or shows something."""
    document, claim = _read(text, "A follower of Red Dawn", "bomb")
    (claimant,) = claim.actors
    told = replace(claim, actors=(replace(claimant, role="perpetrator"), claimant), speakers=())
    assert [row.role for row in settle_claimants(document, told).actors] == roles
