"""Who clears his own men denies the act for them; an inquiry that clears somebody else's is no party."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.cleared import settle_cleared
from crossread.records import Actor, Claim, Document, Speaker


def _read(text: str, party: str, role: str, *, score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)
    named = document.quote(text.index(party), text.index(party) + len(party))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(0, 8),
        actors=(Actor(role="accused", raw=party, name=None, type="unknown", evidence=(named,), score=score),),
        speakers=(Speaker(role=role, raw=party, evidence=(named,), score=score),),
        score=score,
    )


@pytest.mark.parametrize("role", ["accuses", "claims", "reports", "denies"])
@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("The union exonerated its members.", "The union"),
        ("The union, however, has absolved its own men.", "The union"),
        ("The police cleared all of their officers.", "The police"),
        ("The Toro cattle breeders' union, though, exonerates its herders.", "The Toro"),
    ],
)
def test_who_clears_his_own_men_denies(words: str, party: str, role: str) -> None:
    claim = settle_cleared(*_read(f"Gunmen killed eight people. {words}", party, role))
    assert (claim.actors, [row.role for row in claim.speakers]) == ((), ["denies"])


@pytest.mark.parametrize(
    "words",
    [
        "The court acquitted its members.",
        "The court cleared the soldiers.",
        "The army cleared its positions near the town.",
        "The union blamed its members.",
    ],
)
def test_who_clears_others_or_ground_stays(words: str) -> None:
    document, claim = _read(f"Gunmen killed eight people. {words}", words[: words.index(" ", 4)], "accuses")
    assert settle_cleared(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read("Gunmen killed eight. The union exonerated its members.", "The union", "claims", score=None)
    assert settle_cleared(document, claim) is claim
