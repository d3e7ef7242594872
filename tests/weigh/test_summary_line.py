"""The line of an incident says what was set aside, and never sets aside the figure that it tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crossread.records import Count, Incident, Toll
from crossread.weigh.policies import ToldToll
from crossread.weigh.summary import summarize

SIX = Count(low=6, high=6, qualifier="exact")
NONE_TOLD = Incident(
    id="inc_1",
    type="armed_attack",
    policy="range@1",
    grade="weak",
    grade_reason="One independent source.",
    when=None,
    where=None,
    parties=(),
    tolls=(),
    accounts=(),
    disagreements=(),
    independent_sources=1,
    summary="",
)
REST: dict[str, Any] = {"and_more": False, "rows": (), "group": 0, "published": "", "source": None}


def told(count: Count, claimed_by: str | None = None, side: str = "victims") -> ToldToll:
    """What one claim tells of the killed."""
    return ToldToll(effect="killed", count=count, claim_id="clm_1", claimed_by=claimed_by, side=side, **REST)


def line(*rows: ToldToll, best: int | None, count: Count = SIX) -> str:
    """The line of an incident of one toll."""
    toll = Toll(effect="killed", count=count, best=best, claims=("clm_1",))
    return summarize(replace(NONE_TOLD, tolls=(toll,)), rows)


def test_the_figure_that_stands_is_not_set_aside() -> None:
    """A party claims six, others tell six: that is no claim set aside. Of another number it is."""
    for best in (6, None):
        assert "set aside" not in line(told(SIX), told(SIX, "Ilu Front"), best=best)
    other = Count(low=30, high=30, qualifier="exact")
    assert "claim of 30 by Ilu Front set aside" in line(told(SIX), told(other, "Ilu Front"), best=None)


def test_what_a_person_set_aside_is_called_so() -> None:
    """Not "mentioned only", which is said of what no report tells as its own."""
    assert summarize(replace(NONE_TOLD, grade="discounted", independent_sources=0), ()).endswith("· set aside")
    assert summarize(replace(NONE_TOLD, grade="discounted"), ()).endswith("· 1 source · set aside")
    assert summarize(replace(NONE_TOLD, independent_sources=0), ()).endswith("· mentioned only")
