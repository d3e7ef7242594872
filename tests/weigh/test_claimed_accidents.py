"""A crash that a party claims and others tell as an accident: the doer is in dispute."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, make_claim, make_document
from tests.weigh.test_tolls import cluster, weigh

from crossread.weigh import compare_cells, weigh_cluster

CRASH: dict[str, Any] = {"type": "accident"}
CLAIMED: dict[str, Any] = {"type": "armed_attack", "stance": "claimed", "actors": (actor("claimant", "Taliban"),)}


def _doers(*told: dict[str, Any]) -> list[str]:
    rows = weigh(*told).disagreements
    return [reading.text for row in rows if row.slot == "actors.perpetrator" for reading in row.readings]


def test_who_claims_it_stands_against_an_accident() -> None:
    assert sorted(_doers(CLAIMED, CRASH)) == ["claimed by Taliban", "told as an accident"]
    assert weigh(CLAIMED, CRASH).grade == "contested"


def test_the_cells_do_not_agree() -> None:
    documents = {name: make_document(name) for name in "ab"}
    claims = [make_claim(documents[name], **row) for name, row in zip("ab", (CLAIMED, CRASH), strict=True)]
    incident = weigh_cluster(cluster(claims), claims, documents)
    cells = compare_cells(incident, {claim.id: claim for claim in claims}, documents)["by"]
    assert [(cell.text, cell.sign) for cell in cells.values()] == [
        ("Taliban (claims it)", "differs"),
        ("told as an accident", "differs"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "armed_attack"},
        {"type": "accident", "stance": "denied"},
        {"type": "accident", "actors": (actor("claimant", "Taliban"),)},
    ],
)
def test_nobody_else_contradicts_the_claim(other: dict[str, Any]) -> None:
    assert _doers(CLAIMED, other) == []


def test_accidents_alone_have_no_doer_to_dispute() -> None:
    assert _doers(CRASH, CRASH) == []
