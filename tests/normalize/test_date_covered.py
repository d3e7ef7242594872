"""The period in the head of a report dates its totals that tell no time of their own."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.normalize.dates.of_claim import when_of_claim
from crossread.records import Claim, DateWindow, Document

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
