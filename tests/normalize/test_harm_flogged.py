"""Who was flogged is hurt; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.types import type_by_words
from crossread.normalize.harm.flogged import hurt_by_flogging
from crossread.records import Claim, Document


def _claim(document: Document, trigger: str, *, score: float | None = 0.9) -> Claim:
    at = document.text.index(trigger)
    return Claim(
        id="clm_1",
        document_id=document.id,
        type="killing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        score=score,
        made_by="test@1",
    )


@pytest.mark.parametrize(
    ("marked", "trigger", "effect"),
    [
        ("The court flogged {killed: twelve people} in Kaya.", "flogged", "injured"),
        ("{killed: Nine men} were publicly lashed in Kaya", "lashed", "injured"),
        ("The fighters whipped {incapacitated: six women}.", "whipped", "injured"),
        ("The fighters whipped two women. They shot {killed: two men}.", "whipped", "killed"),
        ("{killed: Two men} were flogged to death.", "flogged", "killed"),
        ("{detained: Two men} were caned.", "caned", "detained"),
        ("The fighters killed {killed: two men}; a boy was flogged.", "killed", "killed"),
    ],
)
def test_who_was_flogged_is_injured(marked: str, trigger: str, effect: str) -> None:
    """Unless the sentence tells a death, or the claim is told by another word."""
    document, rows = _read(marked)
    assert [row.effect for row in hurt_by_flogging(document, _claim(document, trigger), rows)] == [effect]
    assert hurt_by_flogging(document, _claim(document, trigger, score=None), rows) == list(rows)
    assert hurt_by_flogging(document, _claim(document, trigger), [replace(rows[0], score=None)])[0].effect == rows[0].effect


@pytest.mark.parametrize(("trigger", "type"), [("flogged", "ill_treatment"), ("shot", "killing")])
def test_flogging_is_ill_treatment(trigger: str, type: str) -> None:
    """By its own word; what a person coded stays."""
    document, _ = _read(f"{{killed: Two men}} were {trigger} in Kaya.")
    assert type_by_words(document, _claim(document, trigger)) == type
    assert type_by_words(document, _claim(document, trigger, score=None)) == "killing"
