"""Entries of a list have the day of the list, of the dated line above them or of their heading."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.lists import day_of_clock, day_of_frame, report_day, slot_in_list, slot_under_head
from crossread.records import Claim, DateWindow, Document, Slot

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
    at = document.text.index(when or "")
    slot: Slot[DateWindow] | None = None
    if when:
        slot = Slot(raw=when, value=None, evidence=(document.quote(at, at + len(when)),))
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


LIVE = (
    "Live: unrest after Friday's abduction\n\n1:50 PM\nA second bomb went off.\n\n12:20 PM - Around 2 p.m., a shop burnt."
    "\n\nAround 11 a.m.\nA man taken on Friday is free.\n\nMonday, October 12\n\n6:40 p.m.: Gunmen shot a policeman.\n"
)
LOG = "Log for 12 November 2015\n\n02.10 Belfast: two bombs thrown.\n07.45 Newry: a van stopped.\n13.20 Derry: shots fired.\n"


@pytest.mark.parametrize(
    ("text", "word", "when", "told", "day"),
    [
        (LIVE, "went off", None, "1:50 PM", date(2015, 10, 13)),
        (LIVE, "went off", "1:50 PM", "1:50 PM", date(2015, 10, 13)),
        (LIVE, "burnt", "Around 2 p.m.", "Around 2 p.m.", date(2015, 10, 13)),
        (LIVE, "shot", None, "6:40 p.m.", date(2015, 10, 12)),
        (LIVE, "taken", None, None, None),
        (LIVE, "abduction", None, None, None),
        (LOG, "fired", None, "13.20", date(2015, 11, 12)),
        (LOG, "thrown", "12 November 2015", None, None),
        ("1:50 PM\nA bomb went off.", "went off", None, None, None),
    ],
)
def test_a_time_of_day_at_the_head_of_an_entry(
    text: str, word: str, when: str | None, told: str | None, day: date | None
) -> None:
    """It is one of the day in the line above the entries, else of publication; not of a weekday told in passing."""
    published = date(2015, 11, 13) if text == LOG else date(2015, 10, 13)
    document = Document(id="doc_1", text=text, published=published, language="en")
    slot = day_of_clock(document, claim_at(document, word, when=when), "en")
    assert (slot.raw if slot else None) == told
    assert (slot.value.latest if slot and slot.value else None) == day
    assert day_of_clock(document, claim_at(document, word, when=when, score=None), "en") is None


def test_a_weekday_behind_a_day_counts_from_it_also_without_a_list() -> None:
    text = "June 16, Kaya - Two were hurt on Saturday."
    document = Document(id="doc_1", text=text, published=date(2012, 7, 1), language="en")
    slot = claim_at(document, "hurt", when="Saturday").when
    assert slot is not None
    assert report_day(document, slot, "en") == date(2012, 6, 16)


def test_a_claim_outside_lists_keeps_its_words() -> None:
    document = Document(id="doc_1", text="On Friday gunmen shot a man.", published=date(2015, 10, 13), language="en")
    claim = claim_at(document, "shot", when="On Friday")
    assert slot_in_list(document, claim, "en") == claim.when


def test_a_date_above_the_list_is_not_that_of_an_entry() -> None:
    """A date within the entry stays, and so does what a person says."""
    text = (
        "INCIDENTS, 1–15 JUNE 2024\n02/06 – Kaya: men shot a farmer.\n04/06 – Tougan: a boat sank.\n05/06 – Dori: a man beaten."
    )
    document = Document(id="doc_1", text=text, published=date(2024, 6, 16))
    shot = slot_in_list(document, claim_at(document, "shot", when="1–15 JUNE 2024"), "en")
    assert shot is not None
    assert shot.raw == "02/06"
    beaten = slot_in_list(document, claim_at(document, "beaten", when="05/06"), "en")
    assert beaten is not None
    assert beaten.raw == "05/06"
    said = slot_in_list(document, claim_at(document, "shot", when="1–15 JUNE 2024", score=None), "en")
    assert said is not None
    assert said.raw == "1–15 JUNE 2024"
