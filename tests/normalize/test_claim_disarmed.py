"""Who lays down arms does not protest."""

from __future__ import annotations

import pytest

from crossread.normalize.claims.disarmed import lays_down_arms
from crossread.records import Claim, Document, document_id


@pytest.mark.parametrize(
    ("text", "trigger", "lays"),
    [
        ("Twenty militiamen laid down their arms in Tarn.", "laid down their", True),
        ("Twenty men were laying down weapons in Tarn.", "laying down", True),
        ("Miners laid down their tools in Tarn.", "laid down their", False),
        ("Miners marched in Tarn and laid down their arms.", "marched", False),
    ],
)
def test_arms_are_laid_down_for_an_agreement(text: str, trigger: str, lays: bool) -> None:
    """Tools are laid down for a strike; a march is one, whatever follows."""
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text)
    start = text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id=document.id,
        type="protest",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(trigger)),
        score=0.9,
    )
    assert lays_down_arms(document, claim) is lays
