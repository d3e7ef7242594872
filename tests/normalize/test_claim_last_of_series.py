"""What is the last of a series is told by itself, not by the series."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.claims.last_of_series import with_act_of_series
from crossread.records import Claim, Document, Evidence, Harm

BLAST = "A bomb killed 11 people on Sunday, the latest in a wave of militant strikes in the city."


def _read(text: str, trigger: str, telling: str | None, dead: str | None, score: float | None = 0.9) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> Evidence:
        at = text.index(words)
        return document.quote(at, at + len(words))

    rows = [dead] if dead else []
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="bombing",
        scope="aggregate",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        retellings=(quote(telling),) if telling else (),
        harm=tuple(
            Harm(effect="killed", raw=raw, group=None, group_type="unknown", count=None, evidence=(quote(raw),)) for raw in rows
        ),
        score=score,
    )


def test_the_act_before_the_series_tells_the_claim() -> None:
    told = with_act_of_series(*_read(BLAST, "strikes", "bomb", "11 people"))
    assert (told.trigger.quote, [one.quote for one in told.retellings], told.scope) == ("bomb", ["strikes"], "incident")


@pytest.mark.parametrize(
    ("text", "trigger", "telling", "dead"),
    [
        ("Sunday's blast was the latest in a wave of strikes that killed 11.", "strikes", "blast", "11"),
        ("A bomb went off. It was the latest in a wave of strikes.", "strikes", "bomb", None),
        ("A bomb killed 11. It was the latest in a wave of strikes.", "strikes", "bomb", "11"),
        (BLAST, "bomb", "strikes", "11 people"),
        (BLAST, "strikes", None, "11 people"),
    ],
)
def test_other_claims_stay(text: str, trigger: str, telling: str | None, dead: str | None) -> None:
    document, claim = _read(text, trigger, telling, dead)
    assert with_act_of_series(document, claim) is claim


def test_what_a_person_says_stays() -> None:
    document, claim = _read(BLAST, "strikes", "bomb", "11 people")
    assert with_act_of_series(document, replace(claim, score=None)).trigger.quote == "strikes"
