"""Who tells his own losses, or that shells killed civilians, reports it: neither did he do it nor does he claim it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.own_loss import settle_own_loss
from crossread.records import Actor, Claim, Document, Speaker


def _read(text: str, party: str, victims: str, kind: str = "armed_attack") -> tuple[Document, Claim]:
    """A claim that takes the party for doer, claimant and speaker at once."""
    document = Document(id="doc_1", text=text)
    named = document.quote(text.index(party), text.index(party) + len(party))
    rebels = party in ("Red Dawn", "The YBS")
    doer = Actor(
        role="perpetrator",
        raw=party,
        name=None,
        type="rebel_group" if rebels else "state_forces",
        registry_id=party if rebels else None,
        evidence=(named,),
        score=0.8,
    )
    hurt = {"soldiers": "state_forces", "officer": "state_forces", "fighters": "rebel_group", "rebels": "rebel_group"}
    suffered = Actor(role="victim", raw=victims, name=None, type=hurt.get(victims, "civilians"), evidence=(), score=0.8)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="claimed",
        trigger=named,
        actors=(doer, replace(doer, role="claimant"), suffered),
        speakers=(Speaker(role="claims", raw=party, evidence=(named,), score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "party", "victims", "kind"),
    [
        ("The army said it lost two soldiers in an ambush.", "The army", "soldiers", "armed_attack"),
        ("The army announced on Friday that it had lost six of its men at Toro.", "The army", "soldiers", "armed_attack"),
        ("Red Dawn said three of its fighters had been killed by a drone.", "Red Dawn", "fighters", "air_strike"),
        ("Red Dawn later admitted that its fighters died there.", "Red Dawn", "fighters", "killing"),
        ("The YBS announced the death of two fighters.", "The YBS", "fighters", "killing"),
        ("The army acknowledged that one officer was wounded.", "The army", "officer", "armed_attack"),
        ("The army acknowledged one officer wounded.", "The army", "officer", "armed_attack"),
        ("Red Dawn said artillery fire killed 11 civilians.", "Red Dawn", "civilians", "shelling"),
        ("Red Dawn said that 11 villagers were killed in air strikes on Toro.", "Red Dawn", "villagers", "air_strike"),
        ("The army said shelling wounded three soldiers.", "The army", "soldiers", "shelling"),
        ("Red Dawn mourned two of its fighters.", "Red Dawn", "fighters", "killing"),
    ],
)
def test_who_tells_a_loss_reports_it(text: str, party: str, victims: str, kind: str) -> None:
    claim = settle_own_loss(*_read(text, party, victims, kind))
    assert [row.role for row in claim.actors] == ["victim"]
    assert ([row.role for row in claim.speakers], claim.stance) == (["reports"], "attributed")


@pytest.mark.parametrize(
    ("text", "party", "victims", "kind"),
    [
        ("The army said its soldiers killed five rebels.", "The army", "rebels", "killing"),
        ("The army said its troops had killed five rebels.", "The army", "rebels", "killing"),
        ("The army said it lost two soldiers and killed nine rebels.", "The army", "rebels", "armed_attack"),
        ("The army said it lost two soldiers in a clash.", "The army", "soldiers", "armed_clash"),
        ("The army announced the death of two fighters.", "The army", "fighters", "killing"),
        ("Red Dawn said two soldiers were killed.", "Red Dawn", "soldiers", "killing"),
        ("The army said artillery fire killed 11 rebels.", "The army", "rebels", "shelling"),
        ("The army said an air strike killed 11 villagers.", "The army", "villagers", "air_strike"),
        ("Red Dawn said a bomb killed 11 villagers by mistake.", "Red Dawn", "villagers", "bombing"),
        ("The army said it lost control of Toro.", "The army", "soldiers", "territorial_change"),
    ],
)
def test_who_may_have_done_it_stays(text: str, party: str, victims: str, kind: str) -> None:
    document, claim = _read(text, party, victims, kind)
    assert settle_own_loss(document, claim) == claim


def test_who_claims_it_elsewhere_stays() -> None:
    text = "Red Dawn said two of its fighters were killed. Red Dawn claimed the attack."
    document, claim = _read(text, "Red Dawn", "fighters")
    both = (claim.actors[0].evidence[0], document.quote(47, 55))
    claim = replace(claim, speakers=(), actors=(replace(claim.actors[1], evidence=both),))
    assert settle_own_loss(document, claim) == claim


def test_what_a_person_coded_stays() -> None:
    document, claim = _read("The army said it lost two soldiers.", "The army", "soldiers")
    claim = replace(claim, score=None)
    assert settle_own_loss(document, claim) == claim
