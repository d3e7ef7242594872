"""The period in the head of a report dates its totals that tell no time of their own."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates import DateContext, resolve_when
from crossread.normalize.dates.heads import month_of_issue
from crossread.normalize.dates.of_claim import when_of_claim
from crossread.normalize.dates.periods import period_told, points_to_period
from crossread.records import Claim, DateWindow, Document, Slot

TOTAL = "\n\nHighlights\n- 41 civilians were killed in the region"


def window(text: str, scope: str = "aggregate", score: float | None = 0.9) -> DateWindow | None:
    document = Document(id="doc_1", text=text, published=date(2020, 8, 23))
    act = text.index("killed")
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="killing",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=document.quote(act, act + len("killed")),
        score=score,
    )
    slot = when_of_claim(document, claim, "en")
    return slot.value if slot else None


@pytest.mark.parametrize(
    "head",
    [
        "Reporting period: 15 - 21 August 2020",
        "Weekly report No. 34\nPeriod covered: 15 to 21 August 2020",
        "PERIOD UNDER REVIEW: from 15 to 21 August 2020",
        "Week of 15-21 August 2020",
        "Iraq Weekly Update\nWeek 34, 15 - 21 August 2020",
        "Situation report, 15-21 August",
        "MONITORING REPORT: 15 August - 21 August 2020",
    ],
)
def test_the_period_of_the_report_is_that_of_its_totals(head: str) -> None:
    """From its first day to its last."""
    found = window(head + TOTAL)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2020, 8, 15), date(2020, 8, 21))


@pytest.mark.parametrize(
    "head",
    [
        "Weekly report, 21 August 2020",
        "Reporting period: August",
        "Two shot in Bria, 15 - 21 August 2020",
        "The weekly report tells of 15 - 21 August 2020.",
        "The period of calm from 15 to 21 August 2020 ended when shells hit the town and the market and the school.",
    ],
)
def test_other_heads_tell_no_period(head: str) -> None:
    """A day of issue, no stretch of days, a sentence."""
    assert window(head + TOTAL) is None


def test_only_totals_without_a_time_of_their_own_have_it() -> None:
    """No single act, no total of another time, nothing that a person said."""
    head = "Reporting period: 15 - 21 August 2020"
    assert window(head + TOTAL, scope="incident") is None
    assert window(head + TOTAL + " in July") is None
    assert window(head + TOTAL, score=None) is None


def test_a_cut_reporting_period_is_that_of_the_head() -> None:
    """ "During the reporting" of "During the reporting period"."""
    text = "QUARTERLY REPORT: July - September 2022\n\nDuring the reporting period, 713 persons were killed."
    start = text.index("During")
    document = Document(id="doc_1", text=text)
    slot: Slot[DateWindow] = Slot(raw="During the reporting", value=None, evidence=(document.quote(start, start + 20),))
    assert points_to_period(document, slot)
    found = period_told(document, slot, "en")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2022, 7, 1), date(2022, 9, 30))


@pytest.mark.parametrize(
    ("text", "raw", "days"),
    [
        ("Burkina Faso\n\nGunmen 3 Aug attacked a post.\n\nCrisisWatch August 2020", "3 Aug", (3, 3)),
        ("Burkina Faso\nAugust 2020\n\nTroops 11-12 Aug killed eighteen.", "11-12 Aug", (11, 12)),
    ],
)
def test_the_month_of_an_issue_gives_the_year(text: str, raw: str, days: tuple[int, int]) -> None:
    """A short line at the head or the foot, where no day of publication is known."""
    start = text.index(raw)
    found = resolve_when(raw, context=DateContext(published=None, text=text, start=start, end=start + len(raw)))
    assert found is not None
    assert (found.earliest, found.latest) == (date(2020, 8, days[0]), date(2020, 8, days[1]))


@pytest.mark.parametrize(
    "foot", ["Bamako, 12 August 2020", "The office of the mission has been closed since August 2020", "August", "Hill 2020"]
)
def test_other_lines_give_no_month(foot: str) -> None:
    """A full day, a sentence, a month or a year alone."""
    assert month_of_issue(f"Burkina Faso\n\nGunmen 3 Aug attacked a post.\n\n{foot}", "en") is None


def test_the_month_of_an_issue_invents_no_day() -> None:
    """A weekday of that month stays as wide as the month lets it be."""
    text = "Burkina Faso\n\nGunmen attacked a post on Monday.\n\nAugust 2020"
    start = text.index("Monday")
    found = resolve_when("Monday", context=DateContext(published=None, text=text, start=start, end=start + 6))
    assert found is None or found.earliest != found.latest
