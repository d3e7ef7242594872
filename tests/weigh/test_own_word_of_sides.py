"""Whose word a claim of its doers is: of who tells it, and never of who suffers it."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, make_claim, make_document
from tests.weigh.test_tolls import cluster, weigh

from crossread.records import Actor
from crossread.weigh import compare_cells, weigh_cluster

ARMY = actor("side_a", None, "state_forces", raw="The army")
HEARD = actor("claimant", None, "state_forces", raw="the army")
RSF, FELL = actor("side_b", "Rapid Support Forces"), actor("victim", "Rapid Support Forces")
CLASH = {"type": "armed_clash", "stance": "claimed", "document": {"source": "Wire"}}


def _grade(*actors: Actor, **more: Any) -> str:
    return weigh({**CLASH, "actors": actors, **more}).grade


@pytest.mark.parametrize(
    "actors",
    [
        (ARMY, HEARD, RSF, FELL),
        (ARMY, RSF, FELL),
        (ARMY, HEARD, RSF),
        (HEARD, RSF, FELL),
        (actor("perpetrator", None, "state_forces", raw="local militias"), HEARD, FELL, actor("perpetrator", FELL.name)),
    ],
)
def test_the_enemy_of_an_unnamed_teller_owns_nothing(actors: tuple[Actor, ...]) -> None:
    """ "The army said that it had killed fighters of the RSF": the RSF has accepted nothing."""
    assert _grade(*actors) == "weak"


@pytest.mark.parametrize(
    "actors",
    [
        (actor("side_a", "Sudanese Armed Forces"), actor("claimant", "Sudanese Armed Forces"), RSF, FELL),
        (actor("perpetrator", "Rapid Support Forces"), FELL),
        (
            actor("perpetrator", "Rapid Support Forces"),
            actor("perpetrator", None, raw="our men"),
            actor("claimant", None, raw="our men"),
        ),
        (RSF, ARMY, actor("claimant", "Rapid Support Forces"), FELL),
    ],
)
def test_who_tells_it_by_name_owns_it(actors: tuple[Actor, ...]) -> None:
    """Also where a bomber of the group is the only one who dies, and where the group tells its own losses beside it."""
    assert _grade(*actors) == "confirmed"


def _cell(*actors: Actor, **more: Any) -> str:
    document = make_document("a")
    claim = make_claim(document, actors=actors, **more)
    incident = weigh_cluster(cluster([claim]), [claim], {"a": document})
    return compare_cells(incident, {claim.id: claim}, {"a": document})["by"][claim.id].text


def test_the_cell_names_the_teller_in_its_own_words() -> None:
    """Beside the other side by name, and men of another kind beside a group; one kind is one party."""
    assert _cell(ARMY, HEARD, RSF, FELL, type="armed_clash", stance="claimed") == "army (claims it); Rapid Support Forces"
    soldiers = actor("perpetrator", None, "state_forces", raw="soldiers")
    assert _cell(soldiers, actor("perpetrator", "VDP", "political_militia")) == "soldiers; VDP"
    assert _cell(soldiers, actor("perpetrator", "Malian Armed Forces", "state_forces")) == "Malian Armed Forces"
