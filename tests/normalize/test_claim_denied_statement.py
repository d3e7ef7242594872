"""Who denies what was said of those hit does not deny the act; who denies the act or its doer still does."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.denied_statement import settle_denied_statement
from crossread.records import Actor, Claim, Document, Evidence, Speaker

ACT = "Jets bombed a clinic, killing six. "


def _read(text: str, said: dict[str, str], *, score: float | None = 0.9) -> tuple[Document, Claim]:
    """A strike told as denied, with speakers by their words and roles."""
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        return document.quote(text.index(words), text.index(words) + len(words))

    jets = Actor(role="perpetrator", raw="Jets", name=None, type="state_forces", evidence=(quote("Jets"),), score=score)
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=quote("bombed"),
        actors=(jets,),
        speakers=tuple(Speaker(role=role, raw=who, evidence=(quote(who),), score=score) for who, role in said.items()),
        score=score,
    )


@pytest.mark.parametrize(
    "words",
    [
        "The army said rebels were hiding in the clinic. Doctors denied it.",
        "The army said that rebels were in the clinic; Doctors denied that.",
        "The army said rebels fired from the clinic, which Doctors deny.",
        "The army claimed that about 20 armed militants had been sheltering there, but Doctors rejected the claim.",
        "The army said weapons were stored in the clinic. Doctors have denied this.",
    ],
)
def test_what_was_said_of_those_hit_is_no_act(words: str) -> None:
    """Nobody denies the strike: the act stands as the report tells it, and the army reports."""
    document, claim = _read(ACT + words, {"The army": "denies", "Doctors": "denies"})
    told = settle_denied_statement(document, claim)
    assert (told.stance, [(row.role, row.raw) for row in told.speakers]) == ("asserted", [("reports", "The army")])


@pytest.mark.parametrize(
    "words",
    [
        "Residents said that the army was behind it. Doctors denied it.",
        "Residents said that the planes fired from afar; Doctors denied that.",
        "Residents said rebels were in the clinic. Doctors denied any part in the strike.",
        "Residents said rebels were in the clinic. Doctors denied that it was hit.",
        "Residents said the jets were in the air. Doctors denied it.",
        "Rebels were in the clinic. Doctors denied it.",
    ],
)
def test_what_may_be_the_act_stays_denied(words: str) -> None:
    """Of the doer, of something else than who was there, or with nobody who said it."""
    document, claim = _read(ACT + words, {"Doctors": "denies"})
    assert settle_denied_statement(document, claim) == claim


def test_another_denier_still_denies() -> None:
    """The generals deny the strike itself."""
    text = ACT + "The army said rebels were hiding there. Doctors denied it. Generals denied the raid."
    document, claim = _read(text, {"Doctors": "denies", "Generals": "denies"})
    told = settle_denied_statement(document, claim)
    assert (told.stance, [row.raw for row in told.speakers]) == ("denied", ["Generals"])


def test_what_people_say_stays() -> None:
    """A coder's denier is kept."""
    text = ACT + "The army said rebels were hiding there. Doctors denied it."
    document, claim = _read(text, {"Doctors": "denies"}, score=None)
    assert settle_denied_statement(document, claim) == claim
