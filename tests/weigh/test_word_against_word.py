"""A party's statement lays on its enemy what others lay on the party: both are accused. Loaded names stand in no list."""

from __future__ import annotations

import pytest
from claim_maker import OPEN, actor, make_claim, make_document
from tests.weigh.test_tolls import cluster

from crossread.records import Actor, Incident
from crossread.weigh import weigh_cluster
from crossread.weigh.values import neutral_words

RSF, ARMY = "Rapid Support Forces", "Sudanese Armed Forces"


def weigh(*told: tuple[str | None, tuple[Actor, ...]]) -> Incident:
    """One shelling, told by each source with these actors."""
    documents = {str(at): make_document(str(at), source=source) for at, (source, _) in enumerate(told)}
    claims = [make_claim(documents[str(at)], type="shelling", actors=actors) for at, (_, actors) in enumerate(told)]
    return weigh_cluster(cluster(claims), claims, documents, "best_low_high")


def doers(incident: Incident) -> set[tuple[str, str]]:
    """Names with roles."""
    return {(party.role, party.name) for party in incident.parties}


def did(name: str | None, type: str, raw: str | None = None) -> tuple[Actor, ...]:
    """Who did it, as the report itself tells."""
    return (actor("perpetrator", name, type, raw=raw),)


WIRE = ("Wire", (actor("accused", RSF, "rebel_group"),))


def test_a_statement_against_its_accusers_only_accuses() -> None:
    """The army's name for it or a loaded one: neither settles who did it, and the list has no loaded word."""
    assert doers(weigh(WIRE, (RSF, did(ARMY, "state_forces")))) == {("accused", RSF), ("accused", ARMY)}
    loaded = did(None, "state_forces", "the terrorist militia of the coup army")
    assert doers(weigh(WIRE, (RSF, loaded))) == {("accused", RSF), ("accused", "state forces")}


def test_an_army_is_meant_by_the_army() -> None:
    """Without a name, too; not an army of another nation."""
    wire = ("Wire", (actor("accused", None, "state_forces", raw="the military"),))
    army = ("Philippine Army", did("New People's Army", "rebel_group"))
    assert ("accused", "New People's Army") in doers(weigh(wire, army))
    other = ("Wire", (actor("accused", None, "state_forces", raw="the Malian military"),))
    assert ("perpetrator", "New People's Army") in doers(weigh(other, army))


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (((RSF, did(ARMY, "state_forces")),), {("perpetrator", ARMY)}),  # nobody lays it on the party
        (((RSF, did(RSF, "rebel_group")), WIRE), {("perpetrator", RSF), ("accused", RSF)}),  # it tells its own act
        ((("Wire", did(ARMY, "state_forces")), WIRE), {("perpetrator", ARMY), ("accused", RSF)}),  # no party publishes it
        (((RSF, did(ARMY, "state_forces")), ("Wire", did(ARMY, "state_forces"))), {("perpetrator", ARMY)}),
        (
            ((RSF, did(ARMY, "state_forces")), ("Wire", did(ARMY, "state_forces")), ("Post", WIRE[1])),
            {("perpetrator", ARMY), ("accused", ARMY), ("accused", RSF)},  # somebody else tells it as done by the army
        ),
    ],
)
def test_other_words_stand(told: tuple[tuple[str, tuple[Actor, ...]], ...], kept: set[tuple[str, str]]) -> None:
    """A doer stays one where the word is no party's, or stands against nobody's."""
    assert doers(weigh(*told)) == kept


@pytest.mark.parametrize(
    ("raw", "type", "name"),
    [
        ("the regime", "state_forces", "state forces"),
        ("Syrian regime forces", "state_forces", "Syrian forces"),
        ("Terrorists in Gao", OPEN, "unidentified armed group"),
        ("the gunmen", OPEN, "gunmen"),
        ("Militants of the Carlos front", "rebel_group", "Militants of the Carlos front"),
        ("a terrorist camp", "object", "terrorist camp"),
    ],
)
def test_loaded_names_give_way_to_what_they_leave(raw: str, type: str, name: str) -> None:
    """The name that is left, else the kind; plain words and things stay as they are told."""
    assert neutral_words(actor("perpetrator", None, type, raw=raw)) == name
