"""Entries of a list have the day of the list, of the dated line above them or of their heading."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.date_lists import day_of_frame, report_day, slot_under_head
from crossread.records import Claim, Document, Slot

FRAMED = (
    "Iraq in brief\n\nFollowing are security developments in Iraq at 8 a.m. EST on Saturday.\n\n* denotes a new item.\n\n"
    "MOSUL - A roadside bomb hurt two policemen.\n\n* KIRKUK - Gunmen shot a trader.\n\nHILLA - On Thursday a mine killed one."
)
UNFRAMED = "MOSUL - A bomb on Saturday hurt two.\n\nKIRKUK - Gunmen shot a trader.\n\nHILLA - A mine killed one."
DAYS = (
    "In June:\n\nJune 9 - A soldier was shot.\n\nJune 16, Kaya - Two were hurt on Saturday.\n\n- A man was stabbed.\n\n"
    "June 20 - A fire."
)


def claim_at(document: Document, word: str, *, when: str | None = None, score: float | None = 0.9) -> Claim:
    """A claim with its trigger at a word, and its day on other words if given."""
    start = document.text.index(word)
    at = document.text.index(when) if when else 0
    slot = Slot(raw=when, value=None, evidence=(document.quote(at, at + len(when)),)) if when else None
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(start, start + len(word)),
        when=slot,
        score=score,
    )


@pytest.mark.parametrize(
    ("text", "word", "when", "told"),
    [
        (FRAMED, "shot", None, "8 a.m. EST on Saturday"),
        (FRAMED, "bomb", "8 a.m. EST on Saturday", "8 a.m. EST on Saturday"),
        (FRAMED, "bomb", "Saturday", "8 a.m. EST on Saturday"),
        (FRAMED, "mine", "Thursday", None),
        (FRAMED, "killed", None, None),
        (UNFRAMED, "shot", None, None),
        ("On Saturday men came.\n\n" + UNFRAMED, "shot", None, None),
    ],
)
def test_entries_without_a_day_have_that_of_their_list(text: str, word: str, when: str | None, told: str | None) -> None:
    """The header's clock and weekday bound the entry and are when it was reported, never when it happened."""
    document = Document(id="doc_1", text=text, published=date(2008, 10, 18), language="en")
    slot = day_of_frame(document, claim_at(document, word, when=when), "en")
    assert (slot.raw if slot else None) == told
    if slot and slot.value:
        assert (slot.value.earliest, slot.value.latest) == (None, date(2008, 10, 18))
        assert slot.value.reported_on == date(2008, 10, 18)
    assert day_of_frame(document, claim_at(document, word, when=when, score=None), "en") is None


@pytest.mark.parametrize(("word", "told"), [("stabbed", "June 16"), ("hurt", None), ("shot", "June 9"), ("In June", None)])
def test_a_point_without_a_day_has_that_above_it(word: str, told: str | None) -> None:
    document = Document(id="doc_1", text=DAYS, published=date(2012, 7, 1), language="en")
    slot = slot_under_head(document, claim_at(document, word), "en")
    assert (slot.raw if slot else None) == told
    assert slot_under_head(document, claim_at(document, word, score=None), "en") is None


@pytest.mark.parametrize(
    ("when", "day"), [("Saturday", date(2012, 6, 16)), ("June 16", date(2012, 7, 1)), ("In June", date(2012, 7, 1))]
)
def test_a_weekday_in_an_entry_counts_from_its_day(when: str, day: date) -> None:
    """Not the last Saturday before publication, but the last one up to 16 June."""
    document = Document(id="doc_1", text=DAYS, published=date(2012, 7, 1), language="en")
    slot = claim_at(document, "hurt", when=when).when
    assert slot is not None
    assert report_day(document, slot, "en") == day
