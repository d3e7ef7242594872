"""The losses of the two sides are added where one account tells both, and the line says so."""

from __future__ import annotations

from claim_maker import actor, harm
from tests.weigh.test_tolls import toll, weigh

RAIDERS = actor("perpetrator", None, "rebel_group", raw="raiders")
TRADERS = harm("killed", 9, group="traders")
DEAD_RAIDERS = harm("killed", 12, group="raiders", group_type="rebel_group")


def test_what_one_account_tells_of_both_sides_is_added() -> None:
    """Nine traders and twelve raiders are 21, of whom twelve came to attack."""
    incident = weigh({"actors": (RAIDERS,), "harm": (TRADERS, DEAD_RAIDERS)})
    assert toll(incident) == (21, 21, 21)
    assert "21 killed (12 of them of the attackers)" in incident.summary


def test_a_sum_that_nobody_tells_is_not_made() -> None:
    """One counts the traders, another the raiders: how many died in all neither says."""
    incident = weigh({"actors": (RAIDERS,), "harm": (TRADERS,)}, {"actors": (RAIDERS,), "harm": (DEAD_RAIDERS,)})
    assert toll(incident) == (9, 9, 9)
    assert "of the attackers" not in incident.summary


def test_who_lost_nobody_adds_nobody() -> None:
    """Nobody died of the attacked: the twelve raiders are all."""
    nobody = harm("killed", 0, group="traders")
    assert toll(weigh({"actors": (RAIDERS,), "harm": (nobody,)}, {"actors": (RAIDERS,), "harm": (DEAD_RAIDERS,)}))[1] == 12
    assert toll(weigh({"actors": (RAIDERS,), "harm": (DEAD_RAIDERS,)})) == (12, 12, 12)
