"""A truce "from" a day is of that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.dates import DateContext
from crossread.normalize.dates.truces import day_of_truce
from crossread.records import Claim, Document, Slot


def _context(text: str, raw: str) -> DateContext:
    start = text.index(raw)
    return DateContext(
        published=date(2024, 3, 14), title="", text=text, start=start, end=start + len(raw), language="en", trigger=4, done=True
    )


def _claim(document: Document, kind: str) -> Claim:
    return Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(4, 9),
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        score=0.9,
    )


@pytest.mark.parametrize(
    ("raw", "kind", "day"),
    [
        ("from March 10", "agreement", date(2024, 3, 10)),
        ("from December 23", "agreement", date(2023, 12, 23)),
        ("from 10 March to 12 March", "agreement", None),
        ("since March 10", "agreement", None),
        ("from March 10", "operation", None),
    ],
)
def test_a_truce_from_a_day_is_of_that_day(raw: str, kind: str, day: date | None) -> None:
    """With an end it is a span, and other acts go on from their day."""
    document = Document(id="doc_1", text=f"The two sides agreed on a truce {raw}.", language="en")
    slot = Slot(raw=raw, value=None, evidence=(), score=0.9)
    claim = _claim(document, kind)
    window = day_of_truce(claim, slot, _context(document.text, raw))
    assert (window.earliest, window.latest) == (day, day) if window else day is None
    assert day_of_truce(replace(claim, score=None), slot, _context(document.text, raw)) is None
