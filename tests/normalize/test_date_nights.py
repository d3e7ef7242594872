"""Nights counted from a told day or from the report, and days that bound an act but not themselves."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, Document, Slot

PUBLISHED = date(2024, 3, 14)  # a Thursday


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Men raided Tobin on Monday. Two nights earlier, they burned a mill.", "Two nights earlier", (9, 10)),
        ("Men raided Tobin on Monday. Three nights before, they burned a mill.", "Three nights before", (8, 9)),
        ("Men raided Tobin on Monday. A night earlier, they burned a mill.", "A night earlier", (10, 11)),
        ("Men raided Tobin on 6 March. Two nights later, they burned a mill.", "Two nights later", (8, 9)),
        ("They burned a mill two nights ago.", "two nights ago", (12, 13)),
        ("They burned a mill two nights before the vote on Monday.", "two nights before the vote on Monday", (9, 10)),
        ("They burned a mill the night before the vote on Monday.", "the night before the vote on Monday", (10, 11)),
        ("They burned a mill two nights after the vote on Monday.", "two nights after the vote on Monday", (13, 14)),
    ],
)
def test_nights_are_counted_like_days(text: str, words: str, days: tuple[int, int]) -> None:
    """Each belongs to the day it begins on and the day it ends on."""
    start = text.index(words)
    context = DateContext(published=PUBLISHED, text=text, start=start, end=start + len(words), trigger=text.index("burned"))
    found = resolve_when(words, context=context)
    assert found is not None
    assert (found.earliest, found.latest) == tuple(date(2024, 3, day) for day in days)


def dated(
    text: str, words: str, trigger: str, *, status: str = "accomplished", kind: str = "armed_attack", score: float | None = 0.9
) -> tuple[str, ...] | None:
    """The words, earliest and latest of a claim whose slot stands on the words; None where it has no slot."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start, at = text.index(words), text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type=kind,
        scope="incident",
        status=status,
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        when=Slot(raw=words, value=None, evidence=(document.quote(start, start + len(words)),)),
        score=score,
    )
    slot = when_of_claim(document, claim, "en")
    return slot and (slot.raw, *(str(day) for day in (slot.value.earliest, slot.value.latest) if slot.value))


@pytest.mark.parametrize(
    ("text", "words", "trigger", "found"),
    [
        ("Before the 9/11 attacks, it was the worst.", "Before the 9/11", "attacks", ("9/11", "2001-09-11", "2001-09-11")),
        ("After the 3 March assault they fled.", "After the 3 March", "assault", ("3 March", "2024-03-03", "2024-03-03")),
        ("Before Monday, men attacked Tobin.", "Before Monday", "attacked", ("Before Monday", "None", "2024-03-11")),
        ("They attacked Tobin before 3 March.", "before 3 March", "attacked", ("before 3 March", "None", "2024-03-03")),
    ],
)
def test_a_day_bounds_another_act_and_not_its_own(text: str, words: str, trigger: str, found: tuple[str, ...]) -> None:
    """The attacks of "before the 9/11 attacks" were on that day."""
    assert dated(text, words, trigger) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Some 300 were attacked so far this year.", "so far", ("so far this year", "2024-01-01", "2024-03-14")),
        ("Some 300 were attacked so far in 2024.", "so far", ("so far in 2024", "2024-01-01", "2024-03-14")),
        ("Some 300 were attacked so far, this year's report says.", "so far", ("so far", "None", "2024-03-14")),
        ("Some 300 were attacked so far.", "so far", ("so far", "None", "2024-03-14")),
    ],
)
def test_so_far_takes_the_turn_behind_it(text: str, words: str, found: tuple[str, ...]) -> None:
    """ "So far" alone is only past; with "this year" it begins in January."""
    assert dated(text, words, "attacked") == found


def test_what_is_still_to_come_has_no_day_of_saying() -> None:
    """ "Said on Tuesday that it will attack": the attack lies behind that day, not before it."""
    assert dated("The Front said on Tuesday it will attack Tobin.", "Tuesday", "attack", status="threatened") is None
    told = dated("The Front said on Tuesday it had attacked Tobin.", "Tuesday", "attacked")
    assert told == ("Tuesday", "None", "2024-03-12")


@pytest.mark.parametrize(
    ("text", "words", "trigger", "kind", "found"),
    [
        ("They deployed ahead of Saturday's election.", "ahead of Saturday's", "deployed", "operation", ("None", "2024-03-14")),
        ("They deployed ahead of Friday prayers.", "Friday", "deployed", "operation", ("None", "2024-03-14")),
        ("They deployed before Friday Muslim prayers.", "before Friday", "deployed", "operation", ("None", "2024-03-14")),
        ("Two were shot ahead of Sunday's run-off.", "Sunday", "shot", "killing", ("None", "2024-03-14")),
        ("Two were shot before Friday prayers.", "before Friday prayers", "shot", "killing", ("2024-03-08", "2024-03-08")),
        ("They deployed on Friday for prayers.", "Friday", "deployed", "operation", ("2024-03-08", "2024-03-08")),
        ("They deployed before Friday.", "before Friday", "deployed", "operation", ("None", "2024-03-08")),
    ],
)
def test_what_is_done_ahead_of_an_event_is_done_by_publication(
    text: str, words: str, trigger: str, kind: str, found: tuple[str, str]
) -> None:
    """The weekday of the event is the next one, and no day of the act."""
    told = dated(text, words, trigger, kind=kind)
    assert told is not None
    assert told[1:] == found
    as_found = dated(text, words, trigger, kind=kind, score=None)
    assert as_found is not None


@pytest.mark.parametrize(
    ("text", "words", "trigger", "has"),
    [
        ("The Front, which fought Norland in 2006, has attacked Tobin.", "2006", "attacked", False),
        ("Men, who raided Tobin in 2006, attacked it again.", "2006", "attacked", False),
        ("The war, which began in 2006, has killed 300.", "2006", "killed", True),
        ("The Front, which fought Norland in 2006, is gone.", "2006", "fought", True),
        ("The Front, which is led by him, attacked Tobin in 2006.", "2006", "attacked", True),
        ("In Tobin, where in 2006 men came by boat, they attacked a mill.", "2006", "attacked", True),
    ],
)
def test_the_year_of_a_relative_clause_is_not_that_of_the_main_verb(text: str, words: str, trigger: str, has: bool) -> None:
    """ "Which fought in 2006" tells when they fought, not when they attacked."""
    assert (dated(text, words, trigger) is not None) is has
    assert dated(text, words, trigger, score=None) is not None
