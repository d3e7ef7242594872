"""Which day and place an incident gets, where accounts tell it finer and coarser; and whose word an army's count is."""

from __future__ import annotations

from datetime import date

import pytest
from claim_maker import actor, harm
from test_tolls import toll, weigh

from crossread.records import DateWindow

MARCH = DateWindow(earliest=date(2019, 3, 1), latest=date(2019, 3, 31), precision="month")
DAY, NEXT = date(2019, 3, 10), date(2019, 3, 11)


def test_a_country_outweighs_no_town() -> None:
    """Two say Gao, one Mopti, one Mali: "Mali" fits them all and tells nothing that "Gao" does not."""
    incident = weigh({"place": "Gao"}, {"place": "Gao"}, {"place": "Mopti"}, {"place": "Mali"})
    assert incident.where is not None
    assert incident.where.name == "Gao"


def test_a_month_outweighs_no_day() -> None:
    """The day that most tell, though the month fits them all."""
    incident = weigh({"day": DAY}, {"day": DAY}, {"day": NEXT}, {"day": MARCH})
    assert incident.when is not None
    assert (incident.when.earliest, incident.when.latest) == (DAY, DAY)


def test_what_is_told_coarse_alone_stands() -> None:
    """Where nobody tells a town or a day, the region and the month do."""
    incident = weigh({"place": "Mopti region", "day": MARCH}, {"place": "Mali", "day": MARCH})
    assert incident.where is not None
    assert incident.where.precision == "admin1"
    assert incident.when == MARCH


@pytest.mark.parametrize(("speaker", "best"), [("The army", 6), ("A doctor", 21), (None, 21)])
def test_an_army_quoted_on_its_enemy_counts_alone(speaker: str | None, best: int) -> None:
    """What the army says of the rebels it killed stands beside the toll; what others say, or the report, is added."""
    rows = (
        harm("killed", 6, group="policemen", group_type="police"),
        harm("killed", 15, group="rebels", group_type="rebel_group", speaker=speaker),
    )
    actors = (actor("perpetrator", "Red Dawn", type="rebel_group"), actor("victim", "police", type="police"))
    assert toll(weigh({"harm": rows, "actors": actors}))[1] == best
