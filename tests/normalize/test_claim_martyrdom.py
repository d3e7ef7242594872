"""Formulas of martyrdom tell a death, and their subject is who died."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.martyrdom import settle_martyrdom
from crossread.records import Actor, Claim, Document


def _settled(text: str, trigger: str, subject: str, *, type: str = "agreement", score: float | None = 0.9) -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    actor = Actor(
        role="perpetrator", raw=subject, name=None, type="unknown", evidence=(document.quote(*quote(subject)),), score=score
    )
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=type,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        actors=(actor,),
        score=score,
    )
    return settle_martyrdom(document, claim)


@pytest.mark.parametrize(
    ("text", "trigger", "subject", "type"),
    [
        ("The commander reached martyrdom in Ora.", "reached", "The commander", "agreement"),
        ("Two fighters joined the caravan of martyrs in Ora.", "joined", "Two fighters", "agreement"),
        ("Two soldiers fell martyr in Ora.", "fell martyr", "Two soldiers", "accident"),
        ("Two fighters ascended as martyrs in Ora.", "ascended", "Two fighters", "operation"),
        ("Two comrades, both from Kor, became immortal in Ora.", "became", "Two comrades", "agreement"),
        ("Five policemen laid down their lives in Ora.", "laid down", "Five policemen", "agreement"),
    ],
)
def test_martyrdom_is_a_death_of_its_subject(text: str, trigger: str, subject: str, type: str) -> None:
    found = _settled(text, trigger, subject, type=type)
    assert found.type == "killing"
    assert [row.role for row in found.actors] == ["victim"]
    assert [(row.effect, row.raw) for row in found.harm] == [("killed", subject)]


@pytest.mark.parametrize(
    ("text", "trigger", "subject"),
    [
        ("The parties reached an accord in Ora.", "reached", "The parties"),
        ("Two fighters joined the front in Ora.", "joined", "Two fighters"),
        ("The rebels laid down their arms in Ora.", "laid down", "The rebels"),
        ("Two fighters attacked a post in Ora and attained martyrdom.", "attacked", "Two fighters"),
    ],
)
def test_other_words_and_acts_stay(text: str, trigger: str, subject: str) -> None:
    found = _settled(text, trigger, subject)
    assert (found.type, found.actors[0].role, found.harm) == ("agreement", "perpetrator", ())


def test_what_people_say_stays() -> None:
    assert _settled("The commander reached martyrdom.", "reached", "The commander", score=None).type == "agreement"
