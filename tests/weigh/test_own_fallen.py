"""A party's own fallen are a count like any other's, and no claim about an enemy, whoever prints its word."""

from __future__ import annotations

from typing import Any

import pytest
from claim_maker import actor, harm
from tests.weigh.test_tolls import toll, weigh

from crossread.records import Speaker
from crossread.weigh import say_toll_of

ARMY = Speaker(raw="The army", name="Sudanese army", role="claims")
RSF = actor("side_b", "Rapid Support Forces", "rebel_group")
SOLDIER = harm("killed", 1, group="soldier", group_type="state_forces")
FIGHTERS = harm("killed", 40, group="fighters", group_type="rebel_group")
TOLD: dict[str, Any] = {
    "type": "armed_clash",
    "stance": "claimed",
    "speakers": (ARMY,),
    "actors": (actor("side_a", "Sudanese Armed Forces", "state_forces"), RSF),
    "document": {"source": "Wire"},
}
MEDICS: dict[str, Any] = {"type": "armed_clash", "harm": (harm("killed", 25, None, group="people"),)}


def _numbers(*told: dict[str, Any]) -> str:
    return weigh(*told).summary.split(" · ")[3]


def test_own_fallen_stand_beside_the_claim() -> None:
    assert _numbers({**TOLD, "harm": (FIGHTERS, SOLDIER)}) == "1 killed (claim of 40 by Sudanese Armed Forces set aside)"


def test_own_fallen_alone_are_no_claim() -> None:
    assert _numbers({**TOLD, "harm": (SOLDIER,)}) == "1 killed"


def test_they_are_a_part_of_all_who_fell() -> None:
    """One soldier by the army's word is no low of the 25 people whom medics count."""
    incident = weigh({**TOLD, "harm": (FIGHTERS, SOLDIER)}, MEDICS)
    assert toll(incident) == (25, 25, None)
    assert not [row for row in incident.disagreements if row.slot == "harm.killed"]


def test_others_who_count_the_same_men_otherwise_disagree() -> None:
    others = {"type": "armed_clash", "harm": (harm("killed", 8, group="soldiers", group_type="state_forces"),)}
    assert toll(weigh({**TOLD, "harm": (FIGHTERS, SOLDIER)}, others)) == (1, 8, 8)  # who has no interest in it counts more


@pytest.mark.parametrize("kind", ["unknown", "unidentified_armed_group"])
def test_people_of_no_kind_may_be_those_men(kind: str) -> None:
    """Eight of its soldiers by the army and "eleven" by a wire are two counts, also where the wire calls them mercenaries."""
    eight = harm("killed", 8, group="soldiers", group_type="state_forces")
    wire = {"type": "armed_clash", "harm": (harm("killed", 11, group=None, group_type=kind),)}
    incident = weigh({**TOLD, "harm": (eight,)}, wire)
    assert [row.slot for row in incident.disagreements if row.slot == "harm.killed"] == ["harm.killed"]
    assert toll(incident) == (8, 11, 11)  # the army's is a count, and the wire has no interest in a lower one


def test_a_group_counts_its_own_by_its_word() -> None:
    group = {
        **TOLD,
        "speakers": (Speaker(raw="M23", name="M23", role="claims"),),
        "harm": (harm("killed", 2, group="its fighters", group_type="rebel_group"),),
    }
    assert _numbers(group) == "2 killed"


@pytest.mark.parametrize(
    "row",
    [
        FIGHTERS,
        harm("killed", 3, group="Ethiopian soldiers", group_type="foreign_forces"),
        harm("killed", 3, group="enemy soldiers", group_type="state_forces"),
    ],
)
def test_the_enemys_stay_its_word(row: Any) -> None:
    assert "claimed by" in _numbers({**TOLD, "harm": (row,)})


def test_fighters_of_nobody_are_no_group_s_own() -> None:
    """Armed groups fight each other: "twelve militiamen" whom M23 says it killed are not M23's."""
    row = harm("killed", 12, group="militiamen", group_type="communal_militia")
    told = {**TOLD, "speakers": (Speaker(raw="M23", name="M23", role="claims"),), "harm": (row,)}
    assert "claimed by" in _numbers(told)


REPORTED: dict[str, Any] = {
    "type": "armed_clash",
    "stance": "attributed",
    "actors": (actor("side_a", "Israel Defense Forces", "foreign_forces"),),
    "document": {"source": "Wire"},
}
THREE = harm("incapacitated", 3, group="terrorists", group_type="unidentified_armed_group")
IDF = Speaker(raw="The IDF", name=None, role="claims")


def test_what_a_party_alone_tells_of_its_enemy_is_its_claim_in_a_fight_too() -> None:
    told = weigh({**REPORTED, "speakers": (IDF,), "harm": (THREE,)})
    assert told.summary.split(" · ")[3] == "3 put out of action (claimed by Israel Defense Forces alone)"
    assert [say_toll_of(row, told.policy) for row in told.tolls] == ["3 put out of action (claimed)"]


@pytest.mark.parametrize(
    ("speakers", "row"),
    [
        ((Speaker(raw="medics", name=None, role="reports"),), THREE),
        ((IDF, Speaker(raw="medics", name=None, role="reports")), THREE),
        ((IDF,), harm("incapacitated", 3, group="people", group_type="civilians")),
    ],
)
def test_others_words_and_others_dead_are_no_claim(speakers: tuple[Speaker, ...], row: Any) -> None:
    assert "claimed" not in weigh({**REPORTED, "speakers": speakers, "harm": (row,)}).summary
