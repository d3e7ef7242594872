"""Whom a denier accuses in its turn does not deny by that."""

from __future__ import annotations

import pytest
from claim_maker import actor, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Actor, Speaker
from crossread.weigh import compare_cells, weigh_cluster

RSF, ARMY = "Rapid Support Forces", "Sudanese Armed Forces"


def _by(*accused: Actor, deniers: tuple[str, ...]) -> str:
    document = make_document("a")
    speakers = tuple(Speaker(role="denies", raw=name, name=name) for name in deniers)
    claim = make_claim(document, stance="denied", actors=accused, speakers=speakers)
    incident = weigh_cluster(cluster([claim]), [claim], {"a": document})
    return compare_cells(incident, {claim.id: claim}, {"a": document})["by"][claim.id].text


@pytest.mark.parametrize(
    ("deniers", "said"),
    [
        ((RSF,), f"{ARMY} (accused); {RSF} denies it"),
        ((ARMY,), f"{RSF} (accused); {ARMY} denies it"),
        ((RSF, ARMY), f"{RSF} and {ARMY} deny it"),
        (("a spokesman",), f"{RSF} and {ARMY} deny it"),  # whose he is is not known
        ((), f"{RSF} and {ARMY} deny it"),
    ],
)
def test_only_who_denies_is_said_to_deny(deniers: tuple[str, ...], said: str) -> None:
    rsf, army = actor("accused", RSF, "political_militia"), actor("accused", ARMY, "state_forces")
    assert _by(rsf, army, deniers=deniers) == said


def test_an_army_denies_with_its_state() -> None:
    state, army = actor("accused", "Sudan", "state_forces"), actor("accused", ARMY, "state_forces")
    assert ARMY in _by(state, army, deniers=("Sudan",)).split(";")[-1]
