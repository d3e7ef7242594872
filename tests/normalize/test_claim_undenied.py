"""Acts that nobody denies; sentences written for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.undenied import settle_undenied
from crossread.records import Actor, Claim, Document, Speaker


def _stance(text: str, *, accused: str = "", speaker: str = "", role: str = "reports", score: float | None = 0.9) -> str:
    document = Document(id="doc_1", text=text)
    at = text.index("killed")

    def quotes(words: str) -> tuple:
        start = text.index(words)
        return (document.quote(start, start + len(words)),)

    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="denied",
        trigger=document.quote(at, at + len("killed")),
        actors=(Actor(role="accused", raw=accused, name=None, type="state_forces", evidence=quotes(accused), score=score),)
        if accused
        else (),
        speakers=(Speaker(role=role, raw=speaker, evidence=quotes(speaker), score=score),) if speaker else (),
        score=score,
    )
    return settle_undenied(document, claim).stance


def test_what_is_not_yet_published_denies_nothing() -> None:
    """The stance is that of who speaks; what people say, without a score, stays."""
    text = "The government had not released its findings. In May the UN said soldiers killed 50 men in Tarn."
    assert _stance(text, accused="soldiers") == "alleged"
    assert _stance(text, speaker="the UN") == "attributed"
    assert _stance(text) == "asserted"
    assert _stance(text, score=None) == "denied"
    assert _stance("No group had claimed it. A bomb that did not go off later killed two men in Tarn.") == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Residents said soldiers killed 50 men in Tarn. The army rejected that.",
        "The army did not attack Tarn, where 50 men were killed.",
        "Soldiers killed nobody in Tarn.",
        "Soldiers killed 50 men in Tarn, it is said. The ministry called the film propaganda.",
    ],
)
def test_a_word_that_denies_leaves_it_denied(text: str) -> None:
    """In the sentence or beside it."""
    assert _stance(text, accused="oldiers" if "oldiers" in text else "") == "denied"


def test_a_denier_leaves_it_denied() -> None:
    """Whoever is heard to deny, in whatever words."""
    assert _stance("The army says otherwise: 50 men were killed by rebels.", speaker="The army", role="denies") == "denied"
