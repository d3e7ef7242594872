"""An army that tells in its own communiqué what a service of its own did admits it."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor
from tests.weigh.test_tolls import weigh

ARMY = {"source": "Malian Armed Forces"}


def _grade(raw: str, *, name: str | None = None, type_: str = "state_forces", **more: Any) -> str:
    more.setdefault("document", dict(ARMY))
    return weigh({"type": "air_strike", "actors": (actor("perpetrator", name, type_, raw=raw),), **more}).grade


@pytest.mark.parametrize(
    "raw",
    [
        "aircraft of the Air Force",
        "the Air Force",
        "The army's helicopters",
        "our jets",
        "units of the National Army",
        "its navy",
    ],
)
def test_a_service_of_its_own_is_itself(raw: str) -> None:
    """Told by the armed forces of a state, who have one air force."""
    assert _grade(raw) == "confirmed"


@pytest.mark.parametrize(
    ("raw", "more"),
    [
        ("aircraft of the Air Force", {"document": {"source": "Wire"}}),
        ("aircraft of the Air Force", {"document": {"source": "JNIM"}}),
        ("soldiers", {}),
        ("aircraft of the French Air Force", {}),
        ("men of the army of Niger", {}),
        ("aircraft of the Air Force", {"name": "French Armed Forces"}),
        ("the army of terrorists", {"type_": "rebel_group"}),
        ("aircraft of the Air Force", {"stance": "denied"}),
        ("aircraft of the Air Force", {"status": "threatened"}),
    ],
)
def test_others_admit_nothing(raw: str, more: dict[str, Any]) -> None:
    """Another publisher, another state's, men of whom it is not told whose they are, what did not happen."""
    assert _grade(raw, **more) == "weak"
