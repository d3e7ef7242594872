"""Who lays an act on another is heard, and is no party to it."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.laid_on import settle_laid_on
from crossread.records import Actor, Claim, Document, Evidence, Speaker


def _read(text: str, actors: dict[str, str], speakers: dict[str, str], score: float | None = 0.9) -> tuple[Document, Claim]:
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
        stance="asserted",
        trigger=quote("attack"),
        actors=tuple(
            Actor(role=role.strip("+"), raw=words, name=None, type="unknown", evidence=(quote(words),), score=score)
            for role, words in actors.items()
        ),
        speakers=tuple(
            Speaker(role=role, raw=words, evidence=(quote(words),), score=score) for role, words in speakers.items()
        ),
        score=score,
    )


def _rows(claim: Claim) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return [(row.role, row.raw) for row in claim.actors], [(row.role, row.raw) for row in claim.speakers]


@pytest.mark.parametrize(
    "text",
    [
        "The attack, attributed by the army to the Red Dawn, killed three.",
        "The attack was blamed by the army on the Red Dawn.",
        "The attack was blamed by the army on Tuesday on the Red Dawn.",
        "The attack was widely blamed on the Red Dawn by the army.",
        "An attack ascribed to the Red Dawn by the army killed three.",
    ],
)
def test_who_lays_it_on_another_accuses_and_is_no_party(text: str) -> None:
    told = settle_laid_on(*_read(text, {"accused": "the army", "accused+": "the Red Dawn"}, {}))
    assert _rows(told) == ([("accused", "the Red Dawn")], [("accuses", "the army")])


def test_who_is_blamed_claims_nothing_by_these_words() -> None:
    text = "The attack was attributed by residents to the Red Dawn."
    actors = {"accused": "the Red Dawn", "claimant": "the Red Dawn"}
    told = settle_laid_on(*_read(text, actors, {"reports": "residents", "claims": "the Red Dawn"}))
    assert _rows(told) == ([("accused", "the Red Dawn")], [("accuses", "residents")])


def test_the_speaker_ends_before_the_word_that_leads_on() -> None:
    text = "The attack, blamed by officials on Red Dawn, killed two."
    told = settle_laid_on(*_read(text, {"accused": "officials", "perpetrator": "Red Dawn"}, {"accuses": "officials on"}))
    assert _rows(told) == ([("accused", "Red Dawn")], [("accuses", "officials")])


def test_what_is_laid_on_a_thing_accuses_nobody() -> None:
    text = "The attack was attributed by the police to a leaking pipe."
    assert _rows(settle_laid_on(*_read(text, {"accused": "the police"}, {}))) == ([], [("reports", "the police")])


@pytest.mark.parametrize(
    "text",
    [
        "The attack was blamed on a raid by the army, and on the Red Dawn.",
        "The attack was carried out by the army on a camp of the Red Dawn.",
        "After the attack mines were laid by the army on the road to the Red Dawn.",
        "The attack was blamed by the army. On Monday the Red Dawn fled.",
    ],
)
def test_other_acts_by_a_party_stay_its_own(text: str) -> None:
    document, claim = _read(text, {"perpetrator": "the army", "accused": "the Red Dawn"}, {})
    assert settle_laid_on(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    text = "The attack, attributed by the army to the Red Dawn, killed three."
    document, claim = _read(text, {"accused": "the army"}, {}, score=None)
    assert settle_laid_on(document, claim) is claim
