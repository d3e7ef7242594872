"""An army that tells in its own communiqué what a service of its own did admits it."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, harm
from tests.weigh.test_tolls import weigh

from crossread.records import Speaker

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


SPOKESMAN = Speaker(role="claims", raw="the army's spokesman", name=None)
OFFICER = Speaker(role="reports", raw="Colonel Diarra", name=None)


@pytest.mark.parametrize(
    ("speakers", "name", "grade"),
    [
        ((SPOKESMAN, OFFICER), None, "confirmed"),
        ((SPOKESMAN, OFFICER), "Malian Armed Forces", "confirmed"),
        ((OFFICER,), None, "weak"),
        ((SPOKESMAN, Speaker(role="accuses", raw="villagers", name=None)), None, "weak"),
    ],
)
def test_its_own_spokesman_admits_it_in_its_communique(speakers: tuple[Speaker, ...], name: str | None, grade: str) -> None:
    """What he says there is the army's word, by its own name or as "the Air Force"; what others lay on it is not."""
    assert _grade("the Air Force", name=name, stance="attributed", speakers=speakers) == grade


NOBODY = {"type": "air_strike", "harm": (harm("injured", 0, group="civilians", group_type="civilians"),)}
HURT = {"type": "air_strike", "harm": (harm("injured", 150, None, group="people"),)}
JETS = (actor("perpetrator", None, "state_forces", raw="the air force"),)


def _injured(own: dict[str, Any]) -> str:
    return weigh({"actors": JETS, **NOBODY, **own}, HURT, HURT).summary.split(" · ")[3]


@pytest.mark.parametrize(
    "own",
    [
        {"document": dict(ARMY)},
        {"stance": "claimed"},
        {"stance": "attributed", "speakers": (SPOKESMAN,)},
    ],
)
def test_a_party_that_says_nobody_was_hurt_sets_no_floor(own: dict[str, Any]) -> None:
    """It is the word of who did it: shown as set aside, not counted beside the 150 of others."""
    assert _injured(own).startswith("at least 150 injured (claim of 0 by ")


@pytest.mark.parametrize("own", [{}, {"stance": "attributed", "speakers": (OFFICER,)}, {"document": {"source": "Wire"}}])
def test_others_who_count_nobody_hurt_set_the_floor(own: dict[str, Any]) -> None:
    assert _injured(own) == "at least 150 injured (from 0)"


@pytest.mark.parametrize(
    ("own", "theirs", "grade"),
    [
        ((harm("killed", 62, group="terrorists", group_type="rebel_group"),), ("miners", "civilians"), "not"),
        ((harm("killed", 2, group="soldiers", group_type="state_forces"),), ("pupils", "civilians"), "not"),
        ((harm("killed", 62, group="terrorists", group_type="rebel_group"),), ("fighters", "rebel_group"), "confirmed"),
        ((harm("killed", 20, group="people", group_type="unknown"),), ("miners", "civilians"), "confirmed"),
        ((harm("killed", 20, group="villagers", group_type="civilians"),), ("miners", "civilians"), "confirmed"),
        ((), ("miners", "civilians"), "confirmed"),
    ],
)
def test_who_tells_of_fighters_alone_accepts_no_civilians(own: tuple[Any, ...], theirs: tuple[str, str], grade: str) -> None:
    """An army that says it killed terrorists has not admitted the miners of another account."""
    army = {"actors": (actor("perpetrator", "Malian Armed Forces", "state_forces"),), "stance": "claimed", "harm": own}
    other = {"harm": (harm("killed", 20, group=theirs[0], group_type=theirs[1]),)}
    found = weigh({"document": dict(ARMY), **army}, other)
    assert (found.grade == "confirmed") is (grade == "confirmed")
