"""Who speaks for the doers claims for them; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.group_said import settle_group_said
from crossread.records import Actor, Claim, Document, Speaker


def read(text: str, doer: str, speaker: str, *, kind: str = "rebel_group", victim: str = "", hit: str = "civilians") -> str:
    """The speaker's role and the claim's stance, of a claim that was told as his word."""
    document = Document(id="doc_1", text=text)

    def actor(role: str, raw: str, type_: str) -> Actor:
        at = text.index(raw)
        return Actor(role=role, raw=raw, name=None, type=type_, evidence=(document.quote(at, at + len(raw)),), score=0.9)

    at, act = text.rindex(speaker), text.index("attacked")
    rows = (actor("perpetrator", doer, kind), *([actor("victim", victim, hit)] if victim else []))
    said = Speaker(role="reports", raw=speaker, evidence=(document.quote(at, at + len(speaker)),), score=0.8)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=document.quote(act, act + 8),
        actors=rows,
        speakers=(said,),
        score=0.9,
    )
    untouched = replace(claim, score=None)
    assert settle_group_said(document, untouched) == untouched, "people's words stay"
    made = settle_group_said(document, claim)
    return f"{made.speakers[0].role} {made.stance}"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rebels attacked a bus in Bria on Sunday, a spokesman for the group said.", "a spokesman for the group"),
        ("Rebels attacked a bus in Bria on Sunday, their spokesman said.", "their spokesman"),
        ("Rebels attacked a bus in Bria on Sunday, their commander, Ali Sow, said.", "Ali Sow"),
        ("Rebels attacked a bus in Bria. The group's spokesman said nobody was hurt.", "The group's spokesman"),
        ("Rebels attacked a bus in Bria. The militants announced it on Sunday.", "The militants"),
        ("Rebels attacked soldiers in Bria on Sunday, the group said.", "the group"),
    ],
)
def test_who_speaks_for_the_doers_claims(text: str, speaker: str) -> None:
    """Their own word for their own act."""
    assert read(text, "Rebels", speaker) == "claims claimed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rebels attacked a bus in Bria on Sunday, an army spokesman said.", "an army spokesman"),
        ("Rebels attacked an army patrol in Bria on Sunday, its commander said.", "its commander"),
        ("Rebels attacked a bus in Bria on Sunday, a human rights group said.", "a human rights group"),
        ("Rebels attacked a bus in Bria. Nobody came. The group said nothing else.", "The group"),
        ("Rebels attacked a bus in Bria after the group left.", "the group"),
    ],
)
def test_others_go_on_reporting(text: str, speaker: str) -> None:
    """Speakers of another body, of an army named in between, far off, or without a word of saying."""
    assert read(text, "Rebels", speaker) == "reports attributed"


def test_a_state_and_two_armed_groups_stay() -> None:
    """An army has rules of its own; where a band was hit by another, "the rebels" may be either."""
    text = "Rebels attacked a militia in Bria on Sunday, the group said."
    assert read(text, "Rebels", "the group", kind="state_forces") == "reports attributed"
    assert read(text, "Rebels", "the group", victim="militia", hit="communal_militia") == "reports attributed"
