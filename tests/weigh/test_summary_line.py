"""The line of an incident says what was set aside, and never sets aside the figure that it tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from claim_maker import harm
from tests.weigh.test_tolls import weigh

from crossread.records import Count, Incident, Toll, incident_from_json, incident_to_json
from crossread.weigh.policies import ToldToll
from crossread.weigh.summary import say_figure, summarize

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


@pytest.mark.parametrize(
    ("told", "said", "open_from"),
    [
        (((187, 187), (280, None)), "187 killed (187 to 280 or more)", 280),
        (((187, 187), (150, 150), (280, None)), "187 killed (150 to 280 or more)", 280),
        (((187, 187), (187, 187), (280, None), (300, None)), "187 killed (187 to 300 or more)", 300),
        (((280, None), (280, None)), "at least 280 killed", None),
        (((17, 17), (19, 19)), "17 killed (17–19)", None),
    ],
)
def test_a_higher_lower_bound_is_told_beside_the_figure(
    told: tuple[tuple[int, int | None], ...], said: str, open_from: int | None
) -> None:
    """ "More than 280" beside 187 is neither hidden, nor made into "at least 187", which nobody says."""
    days = ({"document": {"published": date(2024, 3, 20 - at)}} for at in range(len(told)))
    incident = weigh(*({"harm": (harm("killed", *one),), **day} for one, day in zip(told, days, strict=False)))
    (toll,) = incident.tolls
    assert toll.open_from == open_from
    assert incident_from_json(incident_to_json(incident)).tolls == incident.tolls
    assert say_figure(toll, "killed") == said
    assert said in incident.summary
