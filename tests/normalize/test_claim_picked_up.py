"""Whom a state's men pick up openly they detain, and who only threatened somebody did not kill him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.picked_up import settle_picked_up
from crossread.normalize.claims.threats import without_threateners
from crossread.records import Actor, Claim, Document, Harm, Speaker


def _read(text: str, trigger: str, kind: str, doer: tuple[str, str, str]) -> tuple[Document, Claim]:
    """A claim with one doer, given as role, words and type."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    role, raw, sort = doer
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=(Actor(role=role, raw=raw, name=None, type=sort, evidence=(document.quote(*quote(raw)),), score=0.8),),
        harm=(Harm(effect="abducted", raw="one", group=None, group_type="civilians", count=None, score=0.8),),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "sort"),
    [
        ("Police picked up an editor in Juba.", "picked up", "Police", "police"),
        ("Soldiers rounded up nine youths in Juba.", "rounded up", "Soldiers", "state_forces"),
        ("Detectives nabbed two traders in Juba.", "nabbed", "Detectives", "police"),
    ],
)
@pytest.mark.parametrize("kind", ["abduction", "detention"])
def test_whom_a_state_picks_up_it_detains(text: str, trigger: str, doer: str, sort: str, kind: str) -> None:
    claim = settle_picked_up(*_read(text, trigger, kind, ("perpetrator", doer, sort)))
    assert (claim.type, claim.harm[0].effect) == ("detention", "detained")


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "sort"),
    [
        ("Gunmen picked up nine youths in Juba.", "picked up", "Gunmen", "unidentified_armed_group"),
        ("Agents in plain clothes picked up an editor.", "picked up", "Agents", "police"),
        ("Soldiers picked up an editor, who has not been seen since.", "picked up", "Soldiers", "state_forces"),
        ("Soldiers abducted an editor in Juba.", "abducted", "Soldiers", "state_forces"),
    ],
)
def test_other_takings_stay(text: str, trigger: str, doer: str, sort: str) -> None:
    document, claim = _read(text, trigger, "abduction", ("perpetrator", doer, sort))
    assert settle_picked_up(document, claim) is claim
    police, mine = _read("Police picked up an editor.", "picked up", "abduction", ("perpetrator", "Police", "police"))
    assert settle_picked_up(police, replace(mine, stance="denied")).type == "abduction"
    assert settle_picked_up(police, replace(mine, score=None)).type == "abduction"


@pytest.mark.parametrize(
    "text",
    [
        "A mayor was killed in Bria. He had received death threats from the Red Hand.",
        "A mayor was killed in Bria after repeated threats by the Red Hand.",
        "A mayor, who had faced several threats from the Red Hand, was killed in Bria.",
    ],
)
@pytest.mark.parametrize("role", ["accused", "perpetrator"])
def test_who_only_threatened_is_no_doer(text: str, role: str) -> None:
    assert without_threateners(*_read(text, "killed", "killing", (role, "Red Hand", "rebel_group"))).actors == ()


def test_who_only_threatened_says_nothing_beside_who_tells_it() -> None:
    text = "A mayor was killed in Bria. He had received threats from a union, his party said."
    document, claim = _read(text, "killed", "killing", ("perpetrator", "union", "civilians"))
    quotes = [document.quote(text.index(words), text.index(words) + len(words)) for words in ("a union", "his party")]
    claim = replace(
        claim, speakers=tuple(Speaker(role="reports", raw=quote.quote, evidence=(quote,), score=0.9) for quote in quotes)
    )
    made = without_threateners(document, claim)
    assert (made.actors, [row.raw for row in made.speakers]) == ((), ["his party"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A mayor was killed in Bria by the Red Hand. He had received death threats.", "accomplished"),
        ("A mayor received death threats from the Red Hand, which said that he would be killed.", "threatened"),
        ("A mayor was killed in Bria after he ignored an attack threat made by others; the Red Hand did it.", "accomplished"),
        ("A mayor who had received threats was killed by men from the Red Hand.", "accomplished"),
    ],
)
def test_who_did_it_or_only_threatens_stays(text: str, status: str) -> None:
    document, claim = _read(text, "killed", "killing", ("perpetrator", "Red Hand", "rebel_group"))
    claim = replace(claim, status=status)
    assert without_threateners(document, claim) is claim
