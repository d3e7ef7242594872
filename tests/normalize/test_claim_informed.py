"""Who is told something, a place, and a dead man whose kin speak are no speakers."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.informed import settle_informed
from crossread.records import Claim, Document, Speaker


def _read(text: str, *speakers: str, score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status="accomplished",
        stance="attributed",
        trigger=document.quote(*span("kill")),
        speakers=tuple(
            Speaker(role="reports", raw=words, evidence=(document.quote(*span(words)),), score=score) for words in speakers
        ),
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "heard", "speaker"),
    [
        ("UN investigators were told by residents that soldiers killed two men.", "UN", "residents"),
        ("The charity has been informed by residents that soldiers killed two men.", "The charity", "residents"),
        ("The mission was later briefed by elders that soldiers killed two men.", "The mission", "elders"),
    ],
)
def test_who_is_told_does_not_say_it(text: str, heard: str, speaker: str) -> None:
    claim = settle_informed(*_read(text, heard, speaker))
    assert [row.raw for row in claim.speakers] == [speaker]
    assert [row.raw for row in settle_informed(*_read(text, heard)).speakers] == [heard]


@pytest.mark.parametrize(
    "kin",
    [
        "Relatives of one of the dead, Abdi Warsame",
        "The wife of one of the victims, Abdi Warsame",
        "A friend of a victim, Abdi Warsame",
    ],
)
def test_kin_speak_and_not_the_dead(kin: str) -> None:
    claim = settle_informed(*_read(f"Gunmen killed two men. {kin}, said they came at night.", "Abdi Warsame"))
    assert [(row.raw, row.evidence[0].quote) for row in claim.speakers] == [(kin, kin)]


def test_a_province_that_records_deaths_says_nothing() -> None:
    claim = settle_informed(*_read("Lagos State recorded five killings in May.", "Lagos State"))
    assert (claim.speakers, claim.stance) == ((), "asserted")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents told the mission that soldiers killed two men.", "Residents"),
        ("The Observatory recorded five killings in May.", "The Observatory"),
        ("Lagos State said that five were killed.", "Lagos State"),
        ("Gunmen killed two men. One of the survivors, Abdi Warsame, said so.", "Abdi Warsame"),
        ("Gunmen killed two men. The chief of the village, Abdi Warsame, said so.", "Abdi Warsame"),
    ],
)
def test_other_speakers_stay(text: str, speaker: str) -> None:
    document, claim = _read(text, speaker)
    assert settle_informed(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read("The mission was told by elders that soldiers killed two men.", "The mission", "elders", score=None)
    assert settle_informed(document, claim) is claim
