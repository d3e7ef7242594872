"""Who accuses others, or whose claim is denied, is heard and is no party to the act."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.accused_by import settle_accused_by
from crossread.records import Actor, Claim, Document, Evidence, Speaker


def _read(
    text: str, trigger: str, actors: list[tuple[str, str]], speakers: list[tuple[str, str]], score: float | None = 0.9
) -> tuple[Document, Claim]:
    """A claim whose actors and speakers are told by their words, each with its role."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="alleged",
        trigger=quote(trigger),
        actors=tuple(
            Actor(role=role, raw=words, name=None, type="unknown", evidence=(quote(words),), score=score)
            for role, words in actors
        ),
        speakers=tuple(Speaker(role=role, raw=words, evidence=(quote(words),), score=score) for role, words in speakers),
        score=score,
    )


def _rows(claim: Claim) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return [(row.role, row.raw) for row in claim.actors], [(row.role, row.raw) for row in claim.speakers]


@pytest.mark.parametrize(
    "text",
    [
        "The army was accused by the rebels of killing two cooks in Bria.",
        "The army is widely accused by the rebels of killing two cooks.",
        "The army, accused by villagers and the rebels of killing two cooks, kept silent.",
        "The army was blamed by the rebels for killing two cooks.",
        "The army denied a claim by the rebels that its helicopters were killing people.",
        "The army rejected allegations made by the rebels of killing two cooks.",
        "The army dismissed a report from the rebels that soldiers were killing people.",
    ],
)
def test_who_accuses_is_heard_and_is_no_party(text: str) -> None:
    rows = [("accused", "The army"), ("accused", "the rebels")]
    actors, speakers = _rows(settle_accused_by(*_read(text, "killing", rows, [("accuses", "the rebels")])))
    assert actors == [("accused", "The army")]
    assert speakers == [("accuses", "the rebels")]


def test_who_accuses_becomes_a_speaker() -> None:
    text = "The army was accused by the rebels of killing two cooks in Bria."
    rows = [("accused", "The army"), ("perpetrator", "the rebels")]
    assert _rows(settle_accused_by(*_read(text, "killing", rows, []))) == (
        [("accused", "The army")],
        [("accuses", "the rebels")],
    )


def test_who_accuses_of_something_else_says_nothing_of_the_act() -> None:
    text = "Two cooks accused by the rebels of spying were victims of a killing in Bria."
    assert _rows(settle_accused_by(*_read(text, "killing", [("accused", "the rebels")], []))) == ([], [])


@pytest.mark.parametrize(
    ("text", "trigger", "row"),
    [
        ("The army denied a claim by the rebels that they were killing people.", "killing", ("accused", "the rebels")),
        ("The army denied a claim by the group that its men were killing people.", "killing", ("accused", "the group")),
        ("After the killing of men accused by the rebels of spying many fled.", "killing", ("perpetrator", "the rebels")),
        ("The killing by the rebels of two cooks shocked Bria.", "killing", ("accused", "the rebels")),
        ("The army accused the rebels of killing two cooks.", "killing", ("accused", "the rebels")),
        ("The army was accused by the rebels of killing two cooks.", "killing", ("accused", "The army")),
        ("The army was accused by the rebels of killing two cooks.", "killing", ("claimant", "the rebels")),
    ],
)
def test_who_is_accused_or_claims_stays(text: str, trigger: str, row: tuple[str, str]) -> None:
    document, claim = _read(text, trigger, [row], [])
    assert settle_accused_by(document, claim) is claim


def test_a_person_is_not_overruled() -> None:
    text = "The army was accused by the rebels of killing two cooks in Bria."
    document, claim = _read(text, "killing", [("accused", "the rebels")], [], score=None)
    assert settle_accused_by(document, claim) is claim
