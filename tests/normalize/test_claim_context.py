"""An act weeks before a report's news is background; in a chronicle an act of its months is an incident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crossread.normalize.claims.context import with_context
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2020, 9, 21)
TEXT = (
    "Gunmen struck a village. "
    + "Nothing more is known of them. " * 20
    + "Gunmen struck a town. Gunmen struck a farm. Gunmen struck a mill."
)
DOCUMENT = Document(id="doc_1", text=TEXT, published=PUBLISHED)


def claim(number: int, before: int | None, *, scope: str = "incident", length: int = 0, score: float | None = 0.9) -> Claim:
    """The `number`th "struck" of the text, so many days before publication."""
    at = -1
    for _ in range(number + 1):
        at = TEXT.index("struck", at + 1)
    day = None if before is None else PUBLISHED - timedelta(days=before)
    window = None if day is None else DateWindow(earliest=day - timedelta(days=length), latest=day, precision="day")
    return Claim(
        id=f"clm_{number}",
        document_id="doc_1",
        type="armed_attack",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=DOCUMENT.quote(at, at + len("struck")),
        when=None if window is None else Slot(raw="then", value=window, evidence=()),
        score=score,
        made_by="test",
    )


def scopes(*claims: Claim, document: Document = DOCUMENT) -> list[str]:
    return [row.scope for row in with_context(document, claims)]


@pytest.mark.parametrize(
    ("before", "scope"), [(1, "incident"), (5, "incident"), (10, "incident"), (11, "background"), (300, "background")]
)
def test_ten_days_before_the_news_is_background(before: int, scope: str) -> None:
    assert scopes(claim(0, 1), claim(1, before)) == ["incident", scope]


def test_a_month_before_the_news_is_background_and_no_date_is_not() -> None:
    assert scopes(claim(0, 1), claim(1, 60, length=30), claim(2, None)) == ["incident", "background", "incident"]


@pytest.mark.parametrize("before", [5, 40])
def test_old_news_and_reports_without_a_day_change_nothing(before: int) -> None:
    """An act of 5 days ago is no news of today."""
    assert scopes(claim(0, before), claim(1, before + 15)) == ["incident", "incident"]
    undated = replace(DOCUMENT, published=None)
    assert scopes(claim(0, 1), claim(1, 300), document=undated) == ["incident", "incident"]


def test_a_report_of_many_days_is_no_news_of_one() -> None:
    assert scopes(claim(0, 1), claim(1, 15), claim(2, 16), claim(3, 17)) == ["incident"] * 4


def test_in_a_chronicle_an_act_of_its_months_is_an_incident() -> None:
    told = (claim(0, 200), claim(1, 100), claim(2, 150, scope="background"), claim(3, 130, scope="background", length=29))
    assert scopes(*told) == ["incident"] * 4


@pytest.mark.parametrize(
    "other",
    [
        claim(2, 600, scope="background"),  # years before
        claim(2, 150, scope="background", length=90),  # over months
        claim(2, 150, scope="aggregate"),
        claim(2, None, scope="background"),
        claim(2, 150, scope="background", score=None),
    ],
)
def test_what_is_of_another_time_or_a_total_stays(other: Claim) -> None:
    assert scopes(claim(0, 200), claim(1, 100), other)[2] == other.scope


def test_what_people_say_stays_background_of_the_news_or_not() -> None:
    assert scopes(claim(0, 1), claim(1, 300, score=None)) == ["incident", "incident"]
    assert scopes(claim(0, 200), claim(1, 150, scope="background")) == ["incident", "background"]  # one act is no chronicle
