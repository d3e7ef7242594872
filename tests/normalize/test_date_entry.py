"""The day at the head of an entry dates what the entry tells."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.entry import day_of_entry, slot_of_entry
from crossread.records import Claim, DateWindow, Document, Slot


def entry(text: str, word: str, *, score: float | None = 0.9) -> str | None:
    document = Document(id="doc_1", text=text, published=date(2026, 3, 14), language="en")
    start = text.rindex(word)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(word)),
        score=score,
    )
    slot = day_of_entry(document, claim, "en")
    assert slot is None or slot.evidence[0].quote == slot.raw
    return slot.raw if slot else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11 March - Butwal, Nepal: police shot at protesters.", "11 March"),
        ("Log\n\n- Tue 3 March, 21:40: raiders shot at a bus.\n- 4 March: calm.", "Tue 3 March"),
        ("Log\n3 March: calm.\n* 4 March. Raiders shot at a bus.", "4 March"),
        ("Bulletin - Week of 2 to 8 March 2026\n\n3 March. Gao. Calm.\n\n4 March. Kaya. Raiders shot at a bus.", "4 March"),
        ("Raiders shot at a bus on 4 March.", None),
        ("On the road since 4 March: raiders shot at a bus.", None),
        ("4 March was the day on which raiders shot at a bus.", None),
        ("4 March: calm.\nRaiders shot at a bus.", None),
    ],
)
def test_an_entry_dates_its_acts(text: str, day: str | None) -> None:
    found = entry(text, "shot")
    assert found == day or (day is not None and found is not None and found.endswith(day))
    assert entry(text, "shot", score=None) is None


@pytest.mark.parametrize(
    ("raw", "told"),
    [("Over the weekend", "7-8 March"), ("Over the years", "Over the years"), ("at dawn", "7-8 March")],
)
def test_words_that_need_a_day_have_that_of_their_entry(raw: str, told: str) -> None:
    """ "Over the weekend" behind "7-8 March" is no weekend before publication."""
    text = f"7-8 March - {raw} gunmen raided Gao."
    document = Document(id="doc_1", text=text, published=date(2026, 4, 14), language="en")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(text.index("raided"), text.index("raided") + 6),
        score=0.9,
    )
    evidence = document.quote(text.index(raw), text.index(raw) + len(raw))
    slot: Slot[DateWindow] = Slot(raw=raw, value=None, evidence=(evidence,), score=0.9)
    assert slot_of_entry(document, claim, slot, "en").raw == told
