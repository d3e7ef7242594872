"""Harm of one's own beside harm of others: other people, and no contradiction."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, harm
from test_tolls import weigh

from crossread.records import Actor, Harm, Incident

GUNMEN = actor("perpetrator", None, "unidentified_armed_group", raw="gunmen")


def raid(*rows: Harm) -> dict[str, Any]:
    """What one account counts."""
    return {"actors": (GUNMEN,), "harm": rows}


def police(effect: str, number: int) -> Harm:
    """Police officers by their own word."""
    return harm(effect, number, group="police officers", group_type="police")


def slots(incident: Incident) -> list[str]:
    """What the accounts differ on."""
    return [row.slot for row in incident.disagreements]


def best(incident: Incident) -> int | None:
    """The number injured."""
    return next(toll.best for toll in incident.tolls if toll.effect == "injured")


def test_police_here_and_residents_there_are_added() -> None:
    """Two and nine are eleven, and differ from nothing."""
    incident = weigh(raid(police("injured", 2)), raid(harm("injured", 9, group="residents")))
    assert (slots(incident), best(incident)) == ([], 11)


@pytest.mark.parametrize(("group", "number"), [("people", 9), (None, 9)])
def test_people_may_be_anybody(group: str | None, number: int) -> None:
    """Nine people may have the two police among them, or not: the numbers are compared as before."""
    assert slots(weigh(raid(police("injured", 2)), raid(harm("injured", number, group=group)))) == ["harm.injured"]


def test_as_many_are_not_added() -> None:
    """Nine officers and nine residents can be the same nine."""
    assert best(weigh(raid(police("injured", 9)), raid(harm("injured", 9, group="residents")))) == 9


def test_none_of_ours_is_no_word_on_others() -> None:
    """ "No soldiers were hurt" beside four dead villagers, and beside the army's own "three terrorists"."""
    four = {**raid(harm("killed", 4, group="villagers")), "type": "armed_clash"}
    none = harm("injured", 0, group="soldiers", group_type="state_forces")
    enemy = harm("incapacitated", 3, group="terrorists", group_type="rebel_group")
    assert slots(weigh(four, {"type": "armed_clash", "harm": (none,)})) == []
    assert "harm.outcome" not in slots(weigh(four, {"type": "armed_clash", "harm": (enemy, none)}))


def test_nobody_is_still_nobody() -> None:
    """ "Nobody was hurt", and "no soldiers" beside dead soldiers."""
    four = {**raid(harm("killed", 4, group="villagers")), "type": "armed_clash"}
    assert "harm.outcome" in slots(weigh(four, {"type": "armed_clash", "harm": (harm("injured", 0),)}))
    soldiers = {"type": "armed_clash", "harm": (harm("killed", 4, group="soldiers", group_type="state_forces"),)}
    none = harm("injured", 0, group="soldiers", group_type="state_forces")
    assert "harm.outcome" in slots(weigh(soldiers, {"type": "armed_clash", "harm": (none,)}))


def test_the_fallen_of_an_army_are_none_of_those_whom_it_killed() -> None:
    """One soldier fell, by the army; by others it killed 55 people. Where gunmen did it, the soldier may be one of them."""
    fallen = {"type": "armed_clash", "harm": (harm("killed", 1, group="soldier", group_type="state_forces"),)}
    army, gunmen = actor("perpetrator", None, "state_forces", raw="soldiers"), GUNMEN

    def told(doer: Actor) -> Incident:
        return weigh(fallen, {"actors": (doer,), "harm": (harm("killed", 55, group="people"),)})

    assert slots(told(army)) == []
    assert [(toll.count.low, toll.best) for toll in told(army).tolls] == [(55, 55)]
    assert slots(told(gunmen)) == ["harm.killed"]
