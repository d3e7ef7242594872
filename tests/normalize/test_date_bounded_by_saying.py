"""The day on which somebody said so bounds an act of which nothing else tells the day."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, Document

PUBLISHED = date(2014, 12, 20)  # a Saturday
FRIDAY = date(2014, 12, 19)


def bound(text: str, *, score: float | None = 0.9, status: str = "accomplished") -> tuple[date | None, date | None] | None:
    """The latest day and the day of reporting of the claim told by "killed", which has no slot of its own."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    at = text.index("killed")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope="incident",
        status=status,
        stance="attributed",
        trigger=document.quote(at, at + len("killed")),
        score=score,
    )
    slot = when_of_claim(document, claim, "en")
    return (slot.value.latest, slot.value.reported_on) if slot and slot.value and slot.value.earliest is None else None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three people in Bunia, a police spokesman told reporters on Friday.",
        "Gunmen killed three people in Bunia, the mayor told the Wire agency on Friday.",
        "Gunmen killed three people in Bunia, the army announced Friday.",
        "Gunmen killed three people in Bunia, the army said in a statement on Friday.",
        "In an interview on Friday, the governor said gunmen had killed three people.",
        "The army said late Friday that gunmen had killed three people.",
    ],
)
def test_what_was_said_on_a_day_had_happened_by_it(text: str) -> None:
    """The day is that of reporting, and the latest of the act."""
    assert bound(text) == (FRIDAY, FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three people in Bunia. The mayor was buried on Friday.",
        "Gunmen killed three people in Bunia and fled; a market opened on Friday.",
        "Gunmen killed three people in Bunia on Monday, the army said on Friday.",
        "Gunmen killed three people in Bunia, the army said.",
    ],
)
def test_no_other_day_bounds(text: str) -> None:
    """Nor is one taken where the sentence tells a second day, which the reader did not link."""
    assert bound(text) is None


def test_a_threat_and_what_people_coded_stay_open() -> None:
    """Only what has happened is bounded, and only for the machine's own claims."""
    text = "Gunmen killed three people in Bunia, the army announced Friday."
    assert bound(text, score=None) is None
    assert bound(text, status="threatened") is None
