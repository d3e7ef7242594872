"""Spans told by their end, and times that belong to what shall end the act."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2014, 12, 20)  # a Saturday


def window(text: str, words: str, trigger: str, *, score: float | None = 0.9) -> tuple[date | None, date | None] | None:
    """The bounds of the claim whose day is on the words."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start, at = text.index(words), text.index(trigger)
    when: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),), score=score)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_clash",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        when=when,
        score=score,
    )
    slot = when_of_claim(document, claim, "en")
    return (slot.value.earliest, slot.value.latest) if slot and slot.value else None


@pytest.mark.parametrize(
    ("text", "words", "trigger", "bounds"),
    [
        ("A three-day battle for Tikrit ended on Friday.", "Friday", "battle", (date(2014, 12, 17), date(2014, 12, 19))),
        ("A 2-day siege of the bank ended Friday.", "Friday", "siege", (date(2014, 12, 18), date(2014, 12, 19))),
        (
            "The battle that began on Wednesday ended on Friday.",
            "Wednesday",
            "battle",
            (date(2014, 12, 17), date(2014, 12, 19)),
        ),
        ("A battle for Tikrit ended on Friday.", "Friday", "battle", (date(2014, 12, 19), date(2014, 12, 19))),
        ("A three-day battle was told of on Friday.", "Friday", "battle", (date(2014, 12, 19), date(2014, 12, 19))),
        (
            "A three-day siege ended on Friday when troops stormed the bank.",
            "Friday",
            "stormed",
            (date(2014, 12, 19), date(2014, 12, 19)),
        ),
    ],
)
def test_the_end_of_a_span_is_not_the_whole(
    text: str, words: str, trigger: str, bounds: tuple[date | None, date | None]
) -> None:
    """Its length or its beginning gives the first day; what happened as it ended has that day alone."""
    assert window(text, words, trigger) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        (
            "In May 2013, rebels held a crew; all were released within a month.",
            "within a month",
            (date(2013, 5, 1), date(2013, 6, 30)),
        ),
        (
            "They were seized on 3 December. All were released within two days.",
            "within two days",
            (date(2014, 12, 3), date(2014, 12, 5)),
        ),
        ("They were seized on Friday. All were released within a week.", "within a week", (date(2014, 12, 19), PUBLISHED)),
        ("All were released within a week.", "within a week", (date(2014, 12, 13), PUBLISHED)),
        (
            "They were seized on 3 December. All were released within the past week.",
            "within the past week",
            (date(2014, 12, 13), PUBLISHED),
        ),
    ],
)
def test_within_a_length_counts_from_the_act_before(text: str, words: str, bounds: tuple[date | None, date | None]) -> None:
    """Without a date before, and for the past week, it ends with the report."""
    assert window(text, words, "released") == bounds


@pytest.mark.parametrize(
    ("text", "words", "trigger", "dated"),
    [
        ("They talk since late 2012 to end a five-decade-old conflict.", "since late 2012", "conflict", False),
        ("They talk since late 2012 to end a five-decade-old conflict.", "five", "conflict", False),
        ("They have held talks since late 2012 to end a long conflict.", "since late 2012", "talks", True),
        ("On Friday troops were sent in to end a riot. Men fled on Thursday.", "Thursday", "fled", True),
    ],
)
def test_the_time_of_talks_is_not_that_of_what_they_shall_end(text: str, words: str, trigger: str, dated: bool) -> None:
    """Nor does an age date anything."""
    assert (window(text, words, trigger) is not None) is dated
