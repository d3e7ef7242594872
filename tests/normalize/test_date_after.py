"""Days that a length counts from another act of the same report."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.after import day_by_act
from crossread.normalize.dates.looking_back import looks_back
from crossread.records import DateWindow, Document, Slot, document_id


@pytest.mark.parametrize(
    ("text", "raw", "act", "day"),
    [
        ("Three died on Thursday, two days after a bombing in Damaturu.", "two days after", "bombing", date(2015, 8, 4)),
        ("Three died, two days after a bombing in Damaturu.", "two days after", "bombing", None),
        (
            "A bomb went off on Tuesday. Two days after the blast a girl fell.",
            "Two days after the blast",
            "fell",
            date(2015, 8, 6),
        ),
        ("A bomb went off on Tuesday. A week after the blast a girl fell.", "A week after the blast", "fell", None),
        (
            "Troops raided Tobin on Monday. They left on Tuesday. Two days after the raid a girl fell.",
            "Two days after the raid",
            "fell",
            date(2015, 8, 5),
        ),
        ("Shells fell on Tuesday. The attack came two days after a raid.", "two days after", "raid", date(2015, 8, 2)),
        ("A bomb went off on Tuesday, and a girl fell two days after that.", "two days after that", "fell", date(2015, 8, 6)),
        ("A bomb went off on Tuesday. Two days later a girl fell.", "Two days later", "fell", None),
        (
            "Two fell on Thursday, a day after a man was shot and two days after a raid.",
            "two days after",
            "raid",
            date(2015, 8, 4),
        ),
        (
            "Men hit Tobin on Wednesday. The attack came a day after a man was shot, and two days after a raid.",
            "two days after",
            "raid",
            date(2015, 8, 3),
        ),
        (
            "Men hit Tobin on Wednesday. The attack came a day after a man was shot, and two days after a raid.",
            "a day after",
            "shot",
            date(2015, 8, 4),
        ),
    ],
)
def test_a_length_counts_from_the_other_act(text: str, raw: str, act: str, day: date | None) -> None:
    """Back from the day of the sentence for what stands behind "after"; on from what was told before, within the report."""
    published = date(2015, 8, 7)
    document = Document(id=document_id(text, source=None, external_id=None, published=None), text=text, published=published)
    start, trigger = text.index(raw), document.quote(text.rindex(act), text.rindex(act) + len(act)).span
    words: Slot[DateWindow] = Slot(raw=raw, value=None, evidence=(document.quote(start, start + len(raw)),), score=0.9)
    window = day_by_act(document, words, trigger=trigger, language="en")
    assert (window and window.earliest) == day
    assert window is None or window.latest == day


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Four were killed in Taiz on August 9. A trial will open on September 4.", False),
        ("August 9, 2018. On September 4 four were killed, on October 2 one, on August 11 two.", False),
        ("On August 9 four were killed, on September 4 one, on October 2 three.", True),
        ("On September 4 four were killed.", True),
        ("On August 9 four were killed, on September 4 one.", True),
    ],
)
def test_one_day_to_come_makes_no_report_on_the_year_before(text: str, back: bool) -> None:
    """Days without a year that lie ahead of publication are of the year before, unless they are still to come."""
    assert looks_back(text, date(2018, 8, 15), "en") is back


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Two were killed in Taiz on August 9. Join the rally on September 20!", False),
        ("Two were killed in Taiz on August 9. The trial resumes on September 20.", False),
        ("Two were killed in Taiz on August 9. The front declares a truce from September 20 to October 2.", False),
        ("Two were killed in Taiz on August 9. A judge summoned the suspects for September 20.", False),
        ("Two were killed in Taiz on August 9. Vehicles were searched until September 20.", False),
        ("Two were killed in Taiz on Thursday, August 9. On September 20 a shell killed four.", False),
        ("Two were killed in Taiz on Monday. On September 20 a shell killed four.", False),
        ("Two were killed in Taiz on August 9. Nobody has come back since December 7.", False),
        ("Two were killed in Taiz on August 9. Gunmen shot 30 people in Aden on December 7.", False),
        ("Two were killed in Taiz on May 9. The September 11 attacks changed much.", False),
        ("Two were killed in Taiz on Saturday, August 9. On September 20 a shell killed four.", True),
        ("Two were killed in Taiz on May 9. Gunmen shot 30 people in Aden on December 7.", True),
        ("Two were killed in Taiz on May 9. Gunmen shot 30 people in Aden on September 20.", True),
        ("Two were killed in Taiz on May 9, as of November 6 no one was charged.", True),
    ],
)
def test_a_day_that_is_announced_or_bounds_makes_no_report_on_the_year_before(text: str, back: bool) -> None:
    """Rallies, trials and truces lie ahead, "since December 7" bounds, and weekdays tell news; 9 August 2018 was a Thursday."""
    assert looks_back(text, date(2018, 8, 15), "en") is back
