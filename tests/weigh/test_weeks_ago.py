"""A day told as some weeks ago is no other day than one told by its date in that week."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.weigh.test_tolls import weigh

from crossread.records import DateWindow, Incident, Slot

TOLD = date(2024, 3, 8)


def _beside(raw: str, counted: date, *, score: float | None = 0.9) -> Incident:
    """A report with a date beside one that tells the day by these words."""
    window = DateWindow(earliest=counted, latest=counted, precision="day")
    ago: dict[str, Any] = {"when": Slot(raw=raw, value=window, evidence=()), "score": score}
    return weigh({"day": TOLD}, ago)


def _differs(incident: Incident) -> bool:
    return any(row.severity == "date" for row in incident.disagreements)


@pytest.mark.parametrize("raw", ["three weeks ago", "About two weeks ago", "a fortnight ago"])
def test_weeks_ago_fit_a_day_of_that_week(raw: str) -> None:
    """Three days to either side; the incident keeps the day that is told."""
    incident = _beside(raw, date(2024, 3, 9))
    assert not _differs(incident)
    assert incident.when is not None
    assert incident.when.earliest == incident.when.latest == TOLD


@pytest.mark.parametrize(
    ("raw", "counted"),
    [
        ("three weeks ago", date(2024, 3, 14)),
        ("two days ago", date(2024, 3, 9)),
        ("a week ago", date(2024, 3, 9)),
        ("three weeks ago on Saturday", date(2024, 3, 9)),
        ("9 March", date(2024, 3, 9)),
    ],
)
def test_other_days_still_differ(raw: str, counted: date) -> None:
    """A week later, or a day that the words tell."""
    assert _differs(_beside(raw, counted))


def test_a_coders_day_is_a_day() -> None:
    """Whoever coded it may know."""
    assert _differs(_beside("three weeks ago", date(2024, 3, 9), score=None))
