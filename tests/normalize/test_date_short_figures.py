"""Days in figures without a year: "17/01" at the head of an entry and behind "on"."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.entries import dated_line
from crossread.normalize.dates import DateContext, iter_date_expressions, resolve_when
from crossread.normalize.dates.slot import settle_when
from crossread.records import Document, Slot, Span

PUBLISHED = date(2022, 2, 21)


def _day(text: str, raw: str, published: date | None = PUBLISHED, language: str = "en") -> date | None:
    start = text.rindex(raw)
    context = DateContext(published=published, text=text, start=start, end=start + len(raw), language=language)
    found = resolve_when(raw, context=context)
    return found.earliest if found is not None and found.earliest == found.latest else None


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        ("• 17/01 - Mbengwi: Men burned a taxi.", "17/01", date(2022, 1, 17)),
        ("On 17/01, men burned a taxi in Mbengwi.", "17/01", date(2022, 1, 17)),
        ("Released on 20/01 after ransom.", "20/01", date(2022, 1, 20)),
        ("On 01/17 men fired on a bus.", "01/17", date(2022, 1, 17)),
        ("24/11: Two farmers were shot.", "24/11", date(2021, 11, 24)),
        ("• 17/01 - Bali: a taxi.\n• 04/02 - Kumbo: a clash.", "04/02", date(2022, 2, 4)),
        ("01/17: a taxi.\n02/04: a clash.", "02/04", date(2022, 2, 4)),
        ("03/02 - Bria: a clash.", "03/02", date(2022, 2, 3)),
    ],
)
def test_a_day_in_figures_has_the_year_of_the_report(text: str, raw: str, day: date) -> None:
    """The last such day up to publication; which figure is the month the other dates tell, or that one lies close."""
    assert _day(text, raw) == day


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("1/5 Gunmen came.\n2/5 - They left.", "2/5"),
        ("04/06 - Bria: a clash.", "04/06"),
        ("On 30/02 men fired on a bus.", "30/02"),
    ],
)
def test_figures_that_read_both_ways_or_neither_stay_open(text: str, raw: str) -> None:
    """No order is guessed."""
    assert _day(text, raw) is None


@pytest.mark.parametrize(
    "text",
    [
        "It took 1/2 hour.",
        "The shop is open 24/7 for all.",
        "He scored 13/12 on the test.",
        "On 24/7/365 cover.",
        "13/01 of them fled.",
    ],
)
def test_other_figures_are_no_day(text: str) -> None:
    """Fractions, "24/7" and shares tell no date."""
    assert not list(iter_date_expressions(text))


def test_the_day_of_an_attack_keeps_its_name() -> None:
    """ "9/11" is the feast-like name of one day, also behind "on", and a night its own form."""
    assert _day("On 9/11 planes hit the towers.", "9/11") == date(2001, 9, 11)
    assert list(iter_date_expressions("ON NIGHT 1/2 JUN MEN CAME")) == [Span(start=3, end=16)]


def test_without_a_publication_it_stays_open() -> None:
    """No year is invented."""
    assert _day("On 17/01, men burned a taxi.", "17/01", None) is None


def test_a_slot_cut_out_of_dotted_figures_is_made_whole() -> None:
    """ "01.2022" of "18.01.2022" is no January."""
    text = "18.01.2022 - Mbengwi: Men burned a taxi."
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    slot = settle_when(
        document,
        Slot(raw="01.2022", value=None, evidence=(document.quote(3, 10),)),
        trigger=Span(start=26, end=32),
        language="en",
    )
    assert slot.raw == "18.01.2022"


def test_it_heads_an_entry() -> None:
    """A line that begins so is an entry of a list."""
    assert dated_line("Log\n17/01 - Bali: a taxi.", 20) is not None
    assert dated_line("Log\n17/01 of them fled to Bali.", 20) is None
