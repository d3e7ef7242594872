"""Who hid from a fight and was then shot by one side was killed by it; whom the fire hit died in the fight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.caught_between import settle_caught_between
from crossread.records import Actor, Claim, Document


def _read(text: str, trigger: str, *actors: tuple[str, str, str]) -> tuple[Document, Claim]:
    """A fight with actors given as role, words and type."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_clash",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=tuple(
            Actor(role=role, raw=raw, name=None, type=sort, evidence=(document.quote(*quote(raw)),), score=0.8)
            for role, raw, sort in actors
        ),
        score=0.9,
    )


SIDES = (("side_a", "the army", "state_forces"), ("side_b", "the rebels", "rebel_group"))


@pytest.mark.parametrize(
    ("text", "trigger", "act", "doer", "kind"),
    [
        (
            "Nine people trapped during clashes between the army and the rebels were shot dead by soldiers.",
            "clashes",
            "shot dead",
            "soldiers",
            "unidentified_armed_group",
        ),
        (
            "Four men hiding from the fighting between the army and the rebels were later executed by the rebels.",
            "fighting",
            "executed",
            "rebels",
            "rebel_group",
        ),
    ],
)
def test_who_shot_those_who_hid_killed_them(text: str, trigger: str, act: str, doer: str, kind: str) -> None:
    claim = settle_caught_between(*_read(text, trigger, ("victim", text.split(" ", 2)[1], "civilians"), *SIDES))
    assert (claim.type, claim.trigger.quote) == ("killing", act)
    assert [(row.role, row.raw, row.type) for row in claim.actors if row.role != "victim"] == [("perpetrator", doer, kind)]
    assert [row.role for row in claim.actors].count("victim") == 1


def test_the_doer_keeps_the_kind_that_was_read() -> None:
    text = "Nine people trapped during clashes between the army and the rebels were shot dead by soldiers."
    claim = settle_caught_between(*_read(text, "clashes", *SIDES, ("side_a", "soldiers", "state_forces")))
    assert [(row.role, row.raw, row.type) for row in claim.actors] == [("perpetrator", "soldiers", "state_forces")]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Three farmers caught in fighting between the army and the rebels were killed by shells.", "fighting"),
        ("Two men were killed in clashes between the army and the rebels.", "clashes"),
        ("Nine people trapped during clashes between the army and the rebels were freed by soldiers.", "clashes"),
        ("During clashes between the army and the rebels two men were shot dead by soldiers.", "clashes"),
    ],
)
def test_the_dead_of_the_fight_stay(text: str, trigger: str) -> None:
    document, claim = _read(text, trigger, *SIDES)
    assert settle_caught_between(document, claim) is claim
    assert settle_caught_between(document, replace(claim, score=None)).type == "armed_clash"
