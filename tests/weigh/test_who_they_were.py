"""The dead are fighters by one account and civilians by another: the other story, whatever the numbers say."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, harm
from tests.weigh.test_disagreements import slots
from tests.weigh.test_tolls import weigh

from crossread.records import Speaker

ARMY = actor("perpetrator", "Malian Armed Forces", "state_forces")


def _strike(number: int, group: str, kind: str = "civilians", *, effect: str = "killed", **more: Any) -> dict[str, Any]:
    rows = (harm(effect, number, group=group, group_type=kind), *more.pop("rows", ()))
    return {"type": "air_strike", "actors": (ARMY,), "harm": rows, **more}


FIGHTERS = _strike(26, "fighters", "rebel_group")


@pytest.mark.parametrize("group", ["civilians", "villagers", "traders"])
def test_fighters_here_and_civilians_there(group: str) -> None:
    """As many dead, and the one thing that matters is in dispute; about as many will do."""
    incident = weigh(FIGHTERS, _strike(26, group))
    assert (slots(incident), incident.grade) == (["harm.who"], "contested")
    row = incident.disagreements[0]
    assert row.severity == "outcome"
    assert row.sentence == (
        "Accounts contradict each other on who the dead were: 26 killed, told as civilians (b)"
        " · 26 killed, told as fighters (a)."
    )
    assert incident.grade_reason.startswith("Accounts compete on who the dead were.")
    assert "harm.who" in slots(weigh(FIGHTERS, _strike(28, group)))


def test_what_a_party_claims_of_its_enemy_is_the_other_story_too() -> None:
    """The army's word decides no number, and stands against the civilians of others; so does its "neutralised"."""
    said = Speaker(role="claims", raw="The army", name="Malian Armed Forces")
    boast = {**FIGHTERS, "stance": "attributed", "speakers": (said,)}
    assert "harm.who" in slots(weigh(boast, _strike(20, "civilians")))
    assert "harm.who" in slots(
        weigh(_strike(21, "terrorists", "rebel_group", effect="incapacitated"), _strike(14, "civilians"))
    )


@pytest.mark.parametrize(
    "other",
    [
        _strike(26, "people"),  # anybody
        _strike(3, "civilians"),  # of those 26 they are not
        _strike(26, "civilians", rows=(harm("killed", 2, group="fighters", group_type="rebel_group"),)),  # both are told
        _strike(26, "civilians", effect="injured"),
        _strike(26, "civilians", actors=(actor("perpetrator", "JNIM"),)),  # the fighters did it
        _strike(26, "civilians", type="armed_clash"),
        _strike(26, "soldiers", "state_forces"),
    ],
)
def test_no_such_dispute(other: dict[str, Any]) -> None:
    """Words for anybody, far fewer, both told apart, the wounded, the fighters' own victims, the dead of a fight."""
    assert "harm.who" not in slots(weigh(FIGHTERS, other))
