"""What is counted from an event that has no told day has no day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2015, 11, 24)


def window(text: str, words: str, trigger: str) -> DateWindow | None:
    """The days of the claim whose day is on the words."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start, at = text.index(words), text.rindex(trigger)
    when: Slot[DateWindow] = Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),), score=0.9)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        when=when,
        score=0.9,
    )
    slot = when_of_claim(document, claim, "en")
    return slot.value if slot else None


@pytest.mark.parametrize(
    ("text", "words", "trigger"),
    [
        ("A day after the vote, men stormed a hotel in Arish.", "A day after the vote", "stormed"),
        ("The day after the vote, men stormed a hotel in Arish.", "The day after the vote", "stormed"),
        ("The army said that, a day after the vote, men stormed a hotel.", "a day after the vote", "stormed"),
        ("Men stormed a hotel, two days after the president had left.", "two days after the president had left", "stormed"),
        ("Men stormed a hotel, two days after the president had left.", "two days after", "stormed"),
        ("The storming of a hotel came a week after talks failed.", "a week after", "storming"),
        ("A man fell on Sunday. A day after the vote, men stormed a hotel.", "A day after the vote", "stormed"),
    ],
)
def test_an_event_without_a_day_dates_nothing(text: str, words: str, trigger: str) -> None:
    """Neither by the day of publication nor by the day told last of something else."""
    assert window(text, words, trigger) is None


@pytest.mark.parametrize(
    ("text", "words", "trigger", "day"),
    [
        ("The attack comes two days after a bomb killed ten.", "two days after", "bomb", date(2015, 11, 22)),
        (
            "They shot three, a day after rebels from Gaza, Jordan and Libya stormed a post.",
            "a day after",
            "stormed",
            date(2015, 11, 23),
        ),
        (
            "They voted on Sunday. A day after the vote, men stormed a hotel.",
            "A day after the vote",
            "stormed",
            date(2015, 11, 23),
        ),
        (
            "A man fell on Sunday. A day after the raid, men stormed a hotel.",
            "A day after the raid",
            "stormed",
            date(2015, 11, 23),
        ),
        ("Men stormed a hotel two days after the vote of 20 November.", "two days after", "stormed", date(2015, 11, 22)),
    ],
)
def test_an_act_behind_after_and_an_event_with_a_day_still_count(text: str, words: str, trigger: str, day: date) -> None:
    """The act told behind "after" lay so long before; what came after a told day lies so long behind it."""
    found = window(text, words, trigger)
    assert found is not None
    assert (found.earliest, found.latest) == (day, day)


def test_days_without_a_number_still_bound() -> None:
    """ "In the weeks after the vote" had happened when the report came out."""
    found = window("Days after the vote men stormed a hotel.", "Days after the vote", "stormed")
    assert found is not None
    assert (found.earliest, found.latest) == (None, PUBLISHED)
