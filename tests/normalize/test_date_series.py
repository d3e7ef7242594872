"""Days that are another's: the last act's of a series, the day told of what is claimed, the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.scope import settled_scope
from crossread.normalize.dates.acts import comes_after_act, day_after_act
from crossread.normalize.dates.resolving import DateContext, resolve_when
from crossread.normalize.dates.series import is_of_last_in_series
from crossread.records import Claim, Document, Slot

PUBLISHED = date(2013, 6, 15)  # a Saturday


def claim_on(text: str, trigger: str, words: str) -> Claim:
    document = Document(id="doc_1", text=text)
    at, act = text.index(words), text.index(trigger)
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_attack",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len(trigger)),
        when=Slot(raw=words, value=None, evidence=(document.quote(at, at + len(words)),), score=0.9),
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "words", "series"),
    [
        ("Sunday's stabbing was the latest in a series of knife attacks in Kita.", "attacks", "Sunday's", True),
        ("Sunday's blast was the third of a spate of bombings in Kita.", "bombings", "Sunday's", True),
        ("Sunday's blast was the latest in a string of attacks on police.", "blast", "Sunday's", False),
        ("Sunday's attacks on the latest in phones stunned Kita.", "attacks", "Sunday's", False),
    ],
)
def test_a_series_is_a_total_without_the_last_ones_day(text: str, trigger: str, words: str, series: bool) -> None:
    """What is counted behind "the latest in a series of"; not the last act itself."""
    claim = claim_on(text, trigger, words)
    assert is_of_last_in_series(claim, text) == series
    assert settled_scope(claim, text) == ("aggregate" if series else "incident")
    assert not is_of_last_in_series(replace(claim, score=None), text)
    assert settled_scope(replace(claim, score=None), text) == "incident"


def test_a_series_has_a_day_told_behind_it() -> None:
    """ "… a series of attacks since May" dates the series."""
    text = "This is the latest in a series of attacks since May."
    assert not is_of_last_in_series(claim_on(text, "attacks", "since May"), text)


@pytest.mark.parametrize(
    ("text", "words", "reported"),
    [
        ("The group claimed Tuesday's bombing in Kita.", "Tuesday's", False),
        ("The group claimed a Tuesday bombing in Kita.", "Tuesday", False),
        ("The group claimed an August 10 suicide attack in Kita.", "August 10", False),
        ("The army said Tuesday bombings would go on.", "Tuesday", True),
        ("The army said on Tuesday that a bombing killed six.", "Tuesday", True),
        ("It emerged on Tuesday that a man was arrested.", "Tuesday", True),
        ("Marchers emerged on Tuesday and were arrested.", "Tuesday", False),
    ],
)
def test_the_day_of_what_is_claimed_is_its_own(text: str, words: str, reported: bool) -> None:
    """Owned by the act, or between its article and its noun; else the day of saying."""
    start = text.index(words)
    found = resolve_when(
        words, context=DateContext(published=PUBLISHED, text=text, start=start, end=start + len(words), done=True)
    )
    assert found is not None
    assert (found.reported_on is not None) == reported


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("Men were held on June 15. Rallies of May 30 and on November 9 drew many.", "June 15", date(2013, 6, 15)),
        ("Men were held on June 9. They are planning to march from November 9.", "June 9", date(2013, 6, 9)),
        ("Men were held on June 9. On November 9 they marched.", "June 9", date(2012, 6, 9)),
    ],
)
def test_the_day_of_publication_is_no_year_back(text: str, words: str, earliest: date) -> None:
    """Nor is a report that only tells of what is planned one on the year before."""
    start = text.index(words)
    found = resolve_when(
        words, context=DateContext(published=PUBLISHED, text=text, start=start, end=start + len(words), done=True)
    )
    assert found is not None
    assert found.earliest == earliest


@pytest.mark.parametrize(
    ("text", "after", "earliest"),
    [
        ("Following the flight of the rebels, troops burnt huts.", True, None),
        ("Crowds joined a march on Friday. Following the march, 12 were held.", True, date(2013, 6, 14)),
        ("The mayor left on Friday. Following the flight of the rebels, troops burnt huts.", True, None),
        ("Rebels fled on Friday. following the day of the flight, troops came.", False, None),
        ("Rebels fled on Friday. Following the next night in Kita, troops came.", False, None),
    ],
)
def test_following_a_thing_is_no_following_day(text: str, after: bool, earliest: date | None) -> None:
    """The first day that it can be where that thing's day is told, else none."""
    document = Document(id="doc_1", text=text, published=PUBLISHED, language="en")
    start = text.lower().index("following")
    slot = Slot(raw="Following", value=None, evidence=(document.quote(start, start + 9),))
    assert comes_after_act(document, slot, "en") == after
    if after:
        window = day_after_act(document, slot, "en")
        assert (window.earliest if window else None) == earliest
