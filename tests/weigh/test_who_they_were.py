"""The dead are fighters by one account and civilians by another: the other story, whatever the numbers say."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, harm
from tests.weigh.test_disagreements import slots
from tests.weigh.test_tolls import weigh

from crossread.records import Harm, Speaker

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


VOICES = tuple(Speaker(role="reports", raw=name, name=None) for name in ("Witness Network", "Doctors"))


def _bodies(number: int, group: str = "bodies", kind: str = "unknown", *, of: str = "civilians") -> dict[str, Any]:
    """At least 31 civilians by one voice of the report, and what doctors count."""
    rows = (harm("killed", number, group=group, group_type=kind, speaker="Doctors"),)
    dead = harm("killed", 31, None, group=of, speaker="Witness Network")
    return {"type": "air_strike", "actors": (ARMY,), "harm": (dead, *rows), "speakers": VOICES}


@pytest.mark.parametrize("group", ["bodies", "people", "dead"])
def test_as_many_bodies_are_those_civilians_again(group: str) -> None:
    """That doctors received as many bodies does not make it open who the dead were."""
    incident = weigh(FIGHTERS, _bodies(31, group))
    assert ("harm.who" in slots(incident), incident.grade) == (True, "contested")


@pytest.mark.parametrize(
    "other",
    [
        _bodies(40),  # more bodies than civilians: nine may be anybody
        _bodies(20),
        _bodies(31, "fighters", "rebel_group"),  # the doctors' word is the other story
        _bodies(31, of="people"),  # nobody says that they were civilians
    ],
)
def test_other_bodies_leave_it_open(other: dict[str, Any]) -> None:
    """Of more or fewer, of an armed kind, or beside words for anybody, the report does not tell civilians alone."""
    assert "harm.who" not in slots(weigh(FIGHTERS, other))


def _fight(number: int | None, group: str, *, rows: tuple[Any, ...] = (), side: Any = None, **more: Any) -> dict[str, Any]:
    """The army's own word on a fight, unless another side tells it."""
    dead = harm("incapacitated", number, group=group, group_type="unidentified_armed_group")
    sides = (side or actor("side_a", "Malian Armed Forces", "state_forces", raw="our units"),)
    return {"type": "armed_clash", "actors": sides, "harm": (dead, *rows), "stance": "claimed", **more}


def test_a_party_tells_a_fight_with_those_whom_others_have_it_kill_unarmed() -> None:
    """ "Our units came under fire, forty terrorists were neutralised" beside 43 civilians killed by soldiers."""
    soldiers = actor("perpetrator", None, "state_forces", raw="soldiers")
    told = _strike(43, "civilians", type="killing", actors=(soldiers,))
    incident = weigh(told, _fight(40, "terrorists"))
    assert "harm.who" in slots(incident)
    assert incident.grade == "contested"
    unit = actor("side_a", "Rapid Battalion", "state_forces")
    named = _strike(47, "civilians", type="killing", actors=(actor("perpetrator", "Burkinabe Army", "state_forces"),))
    assert "harm.who" in slots(weigh(named, _fight(40, "terrorists", side=unit, document={"source": "Burkinabe Army"})))
    assert "harm.who" not in slots(weigh(named, _fight(40, "terrorists", side=unit, document={"source": "Wire"})))
    own_dead = harm("killed", 1, group="soldier", group_type="state_forces")
    assert "harm.who" in slots(weigh(told, _fight(40, "terrorists", rows=(own_dead,))))


def test_a_group_that_publishes_its_own_word_of_combatants() -> None:
    """A group called them combatants of a gang, others farmers, or fighters who had laid down arms."""
    eln = actor("side_a", "National Liberation Army", raw="our units")
    doer = actor("perpetrator", "National Liberation Army", raw="the ELN")
    fight = _fight(7, "combatants of that gang", side=eln, document={"source": "ELN"})
    incident = weigh(_strike(7, "farmers", type="killing", actors=(doer,)), fight)
    assert (slots(incident)[0], incident.grade) == ("harm.who", "contested")
    fight = _fight(7, "combatants of that gang", side=eln, document={"source": "ELN"})
    hurt = actor("victim", "Revolutionary Armed Forces of Colombia", raw="former FARC fighters")
    former = weigh(_strike(5, "former FARC fighters", "rebel_group", type="killing", actors=(doer, hurt)), fight)
    assert "told as former fighters" in former.disagreements[0].sentence


@pytest.mark.parametrize(
    "other",
    [
        _strike(43, "civilians", type="killing", actors=()),  # an equal number alone says nothing
        _strike(43, "villagers", type="killing", actors=(actor("perpetrator", "JNIM"),)),  # those whom the fighters killed
        _strike(43, "civilians", type="killing", actors=(actor("perpetrator", "Burkinabe Army", "state_forces"),)),
        _strike(43, "civilians", type="armed_clash"),
        _strike(43, "Palestinians", type="killing"),  # a name says nothing of arms
    ],
)
def test_a_fight_with_others_is_no_other_story(other: dict[str, Any]) -> None:
    """Nobody, the fighters, or another army killed them there."""
    assert "harm.who" not in slots(weigh(other, _fight(40, "terrorists")))


def test_scores_of_fighters_beside_many_civilians() -> None:
    """A large number in words is one; "several" is none, and of three civilians nobody takes scores."""

    def told(raw: str, civilians: int) -> list[str]:
        row = Harm(effect="killed", raw=raw, group="terrorists", group_type="unidentified_armed_group", count=None)
        return slots(weigh({"type": "air_strike", "actors": (ARMY,), "harm": (row,)}, _strike(civilians, "civilians")))

    assert "harm.who" in told("scores of terrorists", 40)
    assert "harm.who" not in told("several terrorists", 40)
    assert "harm.who" not in told("scores of terrorists", 3)
