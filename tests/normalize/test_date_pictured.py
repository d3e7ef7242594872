"""Weekdays under a picture count from the day on which it was taken."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.normalize.dates.pictured import day_of_picture
from crossread.records import Claim, Document, Slot

BURIED = "FILE - Mourners carry the coffin of a guard killed in Monday's bombing in Quetta, Pakistan, Jan. 10, 2024."
BURNT = "Marchers burn a flag after Sunday's attack on a post, in Jammu, India, Feb. 21, 2024. (Agency)"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (BURIED, date(2024, 1, 10)),
        (BURNT, date(2024, 2, 21)),
        ("Police detain two men in Baku, on September 22, 2016.", date(2016, 9, 22)),
        ("Police detain two men in Baku, Feb. 31, 2016.", None),
        ("The talks of Jan. 10, 2024, failed.", None),
        ("Police detain two men on Monday.", None),
    ],
)
def test_the_day_of_a_picture(sentence: str, day: date | None) -> None:
    """It stands with its year behind the last comma."""
    assert day_of_picture(sentence) == day


@pytest.mark.parametrize(
    ("text", "raw", "trigger", "day"),
    [
        (BURIED, "Monday's", "bombing", date(2024, 1, 8)),
        (BURNT, "Sunday's", "attack", date(2024, 2, 18)),
        (f"{BURNT} The army said Sunday's shelling killed two.", "Sunday's", "shelling", date(2024, 3, 10)),
        ("Police detained two men on Monday in Baku.", "Monday", "detained", date(2024, 3, 11)),
        (f"A jet shot on Monday at a drone of the IRGC. {BURIED}", "Monday", "shot", date(2024, 3, 11)),
    ],
)
def test_a_weekday_under_a_picture(text: str, raw: str, trigger: str, day: date) -> None:
    """The last one up to that day; elsewhere the last one up to publication."""
    document = Document(id="doc_1", text=text, language="en", published=date(2024, 3, 14))
    at, start = text.rindex(raw) if raw.endswith("s") else text.index(raw), text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        trigger=document.quote(start, start + len(trigger)),
        type="bombing",
        scope="incident",
        status="accomplished",
        stance="asserted",
        when=Slot(raw=raw, value=None, evidence=(document.quote(at, at + len(raw)),), score=0.9),
        score=0.9,
    )
    found = when_of_claim(document, claim, "en")
    assert found is not None
    assert found.value is not None
    assert (found.value.earliest, found.value.latest) == (day, day)
