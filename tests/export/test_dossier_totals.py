"""The totals at the head of a dossier are sums of bounds, and say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.export.dossier_totals import list_totals
from crossread.records import Count, Incident, Toll


def with_toll(incident: Incident, low: int | None, high: int | None, best: int | None, effect: str = "killed") -> Incident:
    """The incident with one toll."""
    count = Count(low=low, high=high, qualifier="range" if low is not None and high is not None else "about")
    return replace(incident, tolls=(Toll(effect=effect, count=count, best=best, claims=incident.tolls[0].claims),))


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ([(4, 5, 5), (10, 12, 12)], "14–17 in 2 incidents"),
        ([(4, 4, 4), (6, 6, 6)], "10 in 2 incidents"),
        ([(4, 5, 5), (20, None, 29)], "24–34 in 2 incidents, 1 of them without an upper bound"),
        ([(19, None, 19)], "at least 19 in 1 incident, 1 of them without an upper bound"),
        ([(None, None, None), (4, 5, 5)], "4–5 in 1 incident, 1 more told without number"),
        ([(None, None, None)], None),
    ],
)
def test_lowest_and_highest_are_added(
    incidents: tuple[Incident, Incident], bounds: list[tuple[int | None, int | None, int | None]], said: str | None
) -> None:
    """An open bound stays open, and what has no number adds nothing."""
    rows = [with_toll(incidents[0], *each) for each in bounds]
    assert dict(list_totals(rows)).get("killed") == said


def test_the_span_runs_from_the_first_day_to_the_last(incidents: tuple[Incident, Incident]) -> None:
    """Of those that have a day; the others are counted."""
    told = dict(list_totals(incidents))
    assert told["days"] == "3–4 May 2021; 1 incident without a day"
    assert "days" not in dict(list_totals(incidents[1:]))
