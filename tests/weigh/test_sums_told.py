"""The losses of the two sides are added where one account tells both, and the line says so."""

from __future__ import annotations

from dataclasses import replace

from claim_maker import actor, harm
from tests.weigh.test_tolls import toll, weigh

from crossread.records import Harm, Speaker

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


def test_one_accounts_dead_are_not_added_to_another_ones_attackers() -> None:
    """The police: eight and three gunmen. The mission: at least nine. Eleven or nine, but no twelve."""
    police = {"actors": (RAIDERS,), "harm": (harm("killed", 8, group="traders"), _raiders(3))}
    mission = {"actors": (RAIDERS,), "harm": (harm("killed", 9, None, group="traders"),)}
    incident = weigh(police, mission)
    assert toll(incident) == (9, 11, 11)
    assert "11 killed (9–11; 3 of them of the attackers)" in incident.summary


def test_the_attackers_stand_beside_a_figure_without_them() -> None:
    """Two tell six traders in all, one five and two raiders."""
    others = {"actors": (RAIDERS,), "harm": (harm("killed", 6, group="traders"),)}
    incident = weigh(others, others, {"actors": (RAIDERS,), "harm": (harm("killed", 5, group="traders"), _raiders(2))})
    assert toll(incident) == (6, 6, 7)
    assert "6 killed (6–7; 2 of the attackers beside)" in incident.summary


def test_who_counts_as_many_of_the_attacked_tells_the_same_whole() -> None:
    both = {"actors": (RAIDERS,), "harm": (TRADERS, DEAD_RAIDERS)}
    assert toll(weigh(both, {"actors": (RAIDERS,), "harm": (TRADERS,)})) == (21, 21, 21)


def test_two_voices_of_a_report_make_no_sum() -> None:
    """A doctor counts the traders, the group that claims the act its own dead and its enemy's."""
    group = actor("claimant", "JNIM", "rebel_group", raw="JNIM")
    rows = (
        replace(harm("killed", 11, group="guards", group_type="state_forces"), speaker="a doctor"),
        replace(harm("killed", 20, group="soldiers", group_type="state_forces"), speaker="The group"),
        replace(_raiders(1), group="fighter", speaker="The group"),
    )
    told = {"actors": (replace(RAIDERS, name="JNIM"), group), "harm": rows, "speakers": _voices("a doctor", "The group")}
    incident = weigh(told)
    assert toll(incident) == (11, 11, 11)
    assert "11 killed (1 of the attackers beside; claim of 20 by JNIM set aside)" in incident.summary
    monitors = weigh({**told, "speakers": _voices("a doctor", "The group", "a monitoring group")})
    assert toll(monitors)[1] is not None
    assert "set aside" not in monitors.summary  # it may be the monitors who count the 20


def _raiders(number: int) -> Harm:
    return harm("killed", number, group="raiders", group_type="rebel_group")


def _voices(*names: str) -> tuple[Speaker, ...]:
    return tuple(Speaker(role="reports", raw=name, name=None) for name in names)
