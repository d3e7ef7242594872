"""An act that is told to be called untrue is denied, and who calls it so denies it."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.falsehoods import settle_called_false
from crossread.records import Actor, Claim, Document, Speaker


def _read(
    text: str, speaker: str, *, stance: str = "attributed", role: str = "reports", doer: str | None = "accused", again: str = ""
) -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    named = document.quote(*quote("army"))
    actors = (Actor(role=doer, raw="army", name=None, type="state_forces", evidence=(named,), score=0.8),) if doer else ()
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="arson",
        scope="incident",
        status="accomplished",
        stance=stance,
        trigger=document.quote(*quote("burned")),
        retellings=(document.quote(*quote(again)),) if again else (),
        actors=actors,
        speakers=(Speaker(role=role, raw=speaker, evidence=(document.quote(*quote(speaker)),), score=0.8),),
        score=0.9,
    )
    return settle_called_false(document, claim)


@pytest.mark.parametrize(
    "text",
    [
        "Media spread the fabrication that the army burned Kossa, Col. Abe said.",
        "They are peddling the lie that the army burned Kossa, Col. Abe said.",
        "Reports that the army burned Kossa are pure invention, Col. Abe said.",
        "Allegations that the army burned Kossa on Friday were baseless, Col. Abe said.",
        "It is not true that the army burned Kossa, Col. Abe said.",
    ],
)
def test_what_is_called_untrue_is_denied(text: str) -> None:
    """Whatever word there is for a lie; the speaker of that sentence denies."""
    claim = _read(text, "Col. Abe", doer="perpetrator")
    assert (claim.stance, claim.speakers[0].role, claim.actors[0].role) == ("denied", "denies", "accused")


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Reports that the army burned Kossa are credible, Col. Abe said.", ""),
        ("Reports that the army burned Kossa are not false, Col. Abe said.", ""),
        ("The rumour that the army burned Kossa is being checked, Col. Abe said.", ""),
        ("The truth is that the army burned Kossa, Col. Abe said.", ""),
        ("It is no lie that the army burned Kossa, Col. Abe said.", ""),
        ("It is a lie, he said. The army burned Kossa, Col. Abe said.", ""),
        ("Reports that the army burned Kossa are lies, Col. Abe said. Fire ate it.", "Fire"),
    ],
)
def test_what_is_not_called_untrue_stays(text: str, again: str) -> None:
    """Credible or unchecked reports, and what is told elsewhere as a fact."""
    claim = _read(text, "Col. Abe", again=again)
    assert (claim.stance, claim.speakers[0].role) == ("attributed", "reports")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army burned Kossa, a priest said. Col. Abe dismissed the accusations as lies.", "denied"),
        ("The army burned Kossa, a priest said. Col. Abe called it pure propaganda.", "denied"),
        ("The army burned Kossa, a priest said. The accusations are lies, Col. Abe said.", "denied"),
        ("The army burned Kossa, a priest said, which Col. Abe described as invented.", "denied"),
        ("The army burned Kossa, and nine died. Col. Abe called the figure propaganda.", "attributed"),
        ("The army burned Kossa, a priest said. Col. Abe has not confirmed it.", "attributed"),
    ],
)
def test_who_calls_a_report_a_lie_denies_it(text: str, stance: str) -> None:
    """Not one who only disputes a figure."""
    assert _read(text, "Col. Abe", role="denies").stance == stance


def test_what_somebody_owns_up_to_stays() -> None:
    """Who calls that propaganda denies the owning up, not the act; what the document tells itself stays asserted."""
    text = "The army burned Kossa, it said. Col. Abe dismissed the claim as propaganda."
    assert _read(text, "Col. Abe", role="denies", doer="claimant").stance == "attributed"
    assert _read(text, "Col. Abe", role="denies", stance="asserted").stance == "asserted"


@pytest.mark.parametrize(("doer", "role"), [(None, "denies"), ("accused", "accuses")])
def test_who_dismisses_what_is_laid_on_nobody_accuses_nobody(doer: str | None, role: str) -> None:
    """With somebody accused he may well blame another."""
    text = "Col. Abe, has dismissed the statements that the army burned Kossa."
    assert _read(text, "Col. Abe", stance="denied", role="accuses", doer=doer).speakers[0].role == role
