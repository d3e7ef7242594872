"""Incidents: rebuilt as often as one likes, found by what is known of them, under ids that never go dead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.errors import NotFoundError, RecordError
from crossread.records import Count, DateWindow, Disagreement, Reading, Toll
from crossread.store import IncidentFilter


@pytest.fixture
def claims(store, build_sample, fill):
    """Four claims of four documents in the store."""
    samples = [build_sample(number) for number in range(4)]
    fill(store, *samples)
    return [sample.claim for sample in samples]


def states(store, *ids: str) -> list[str]:
    """Where each id leads; "gone" for a tombstone."""
    found = []
    for incident_id in ids:
        try:
            found.append(store.get_incident(incident_id).id)
        except NotFoundError:
            found.append("gone")
    return found


def test_an_incident_comes_back_as_it_went_in(store, claims, build_incident):
    """Every field of an incident survives the store, open dates and unknown places included."""
    plain = build_incident("inc_a", claims[0], claims[1])
    reading = Reading(text="4 killed", claims=(claims[2].id,))
    rich = replace(
        build_incident("inc_b", claims[2], grade="contested"),
        when=DateWindow(earliest=None, latest=date(2021, 3, 4), precision="unknown", flags=("weekday_conflict",)),
        where=None,
        tolls=(Toll(effect="killed", count=Count(low=None, high=None, qualifier="vague"), best=None, claims=()),),
        disagreements=(Disagreement(slot="harm.killed", severity="number", readings=(reading,), sentence="4 or 5?"),),
    )
    assert store.replace_incidents([plain, rich]) == 2
    assert store.get_incident("inc_a") == plain
    assert store.get_incident("inc_b") == rich
    assert store.counts().incidents == 2


def test_rebuilding_changes_nothing_when_nothing_changed(store, claims, build_incident):
    """The same incidents twice leave the same ids and the same rows."""
    incidents = [build_incident("inc_a", *claims[:2]), build_incident("inc_b", *claims[2:])]
    store.replace_incidents(incidents)
    before = list(store.iter_incidents())
    store.replace_incidents(incidents)
    assert list(store.iter_incidents()) == before


def test_an_incident_keeps_its_id_when_it_grows(store, claims, build_incident):
    """An earlier report found later does not rename the incident."""
    store.replace_incidents([build_incident("inc_a", claims[1])])
    store.replace_incidents([build_incident("inc_z", claims[0], claims[1])])
    assert [incident.id for incident in store.iter_incidents()] == ["inc_a"]
    assert states(store, "inc_a", "inc_z") == ["inc_a", "gone"]


def test_merged_incidents_lead_to_the_older_id_and_part_again(store, claims, build_incident):
    """After a merge both ids lead to one incident; after the merge is undone each leads to its own again."""
    apart = [build_incident("inc_a", claims[0]), build_incident("inc_b", claims[1]), build_incident("inc_c", claims[2])]
    store.replace_incidents(apart)
    store.replace_incidents([build_incident("inc_b", claims[1], claims[0]), build_incident("inc_c", claims[2])])
    assert states(store, "inc_a", "inc_b", "inc_c") == ["inc_a", "inc_a", "inc_c"]
    store.replace_incidents([build_incident("inc_x", *claims[:3])])
    assert states(store, "inc_a", "inc_b", "inc_c") == ["inc_a"] * 3
    store.replace_incidents(apart)
    assert states(store, "inc_a", "inc_b", "inc_c") == ["inc_a", "inc_b", "inc_c"]


def test_a_split_incident_keeps_its_id_with_its_first_claim(store, claims, build_incident):
    """When an incident is split, the id stays with the claim it was given for and the other part gets one of its own."""
    store.replace_incidents([build_incident("inc_a", claims[0], claims[1])])
    store.replace_incidents([build_incident("inc_n", claims[1]), build_incident("inc_a", claims[0])])
    assert store.get_incident("inc_a").accounts[0].claim_id == claims[0].id
    assert store.get_incident("inc_n").accounts[0].claim_id == claims[1].id


def test_no_id_is_given_twice(store, claims, build_incident):
    """A proposed id that belongs to other claims is not taken over."""
    store.replace_incidents([build_incident("inc_a", claims[0])])
    store.replace_incidents([build_incident("inc_a", claims[1]), build_incident("inc_b", claims[0])])
    assert store.get_incident("inc_a").accounts[0].claim_id == claims[0].id
    assert len({incident.id for incident in store.iter_incidents()}) == 2


def test_an_id_without_its_first_claim_follows_the_others(store, claims, build_incident):
    """If the first claim drops out, the id leads to the incident that holds the rest."""
    store.replace_incidents([build_incident("inc_a", *claims[:3])])
    store.replace_incidents([build_incident("inc_n", claims[1], claims[2])])
    assert states(store, "inc_a") == ["inc_n"]
    store.replace_incidents([build_incident("inc_n", claims[1], claims[2])])
    assert states(store, "inc_a") == ["inc_n"]


def test_a_vanished_incident_leaves_a_tombstone(store, claims, build_incident):
    """An id of which nothing is left says so and since when, and comes back if its claim does."""
    store.replace_incidents([build_incident("inc_a", claims[0]), build_incident("inc_b", claims[1])])
    store.replace_incidents([build_incident("inc_b", claims[1])])
    with pytest.raises(NotFoundError, match="inc_a was withdrawn") as caught:
        store.get_incident("inc_a")
    assert f"crossread show {claims[0].id}" in str(caught.value)
    store.replace_incidents([build_incident("inc_q", claims[0])])
    assert states(store, "inc_a", "inc_b") == ["inc_a", "gone"]


def test_a_new_extractor_does_not_rename_incidents(store, claims, build_incident, build_extraction):
    """When a document is read anew, the claim of the same words carries the id on."""
    store.replace_incidents([build_incident("inc_a", claims[0]), build_incident("inc_b", claims[1])])
    newer = build_extraction(store.get_document(claims[0].document_id), made_by="rule@2")
    store.add_extraction(newer)
    store.replace_incidents([build_incident("inc_new", newer.claims[0]), build_incident("inc_b", claims[1])])
    assert [incident.id for incident in store.iter_incidents()] == ["inc_a", "inc_b"]


def test_unknown_ids_tell_the_nearest(store, claims, build_incident):
    """A mistyped id brings up those that start alike; a beginning of one id is enough."""
    store.replace_incidents([build_incident("inc_3f2a00", claims[0]), build_incident("inc_3f9900", claims[1])])
    assert store.get_incident("inc_3f2a").id == "inc_3f2a00"
    with pytest.raises(NotFoundError, match="inc_3f2a00"):
        store.get_incident("inc_3f2b")
    with pytest.raises(NotFoundError, match=r"an id such as inc_3f2a00\n.*crossread incidents"):
        store.get_incident("inc_zzzz")
    with pytest.raises(NotFoundError, match="More than one"):
        store.get_incident("inc_3f")


def test_a_day_of_reporting_is_found_by_that_day(store, claims, build_incident):
    """Of what was only "reported on 16 March" that day counts, as docs/guide.md says: it is found from then back, not after."""
    told = DateWindow(earliest=None, latest=date(2021, 3, 16), precision="unknown", reported_on=date(2021, 3, 16))
    store.replace_incidents([replace(build_incident("inc_a", claims[0]), when=told)])

    def found(**days: date) -> bool:
        return bool(list(store.iter_incidents(IncidentFilter(**days))))

    assert found(date_from=date(2021, 3, 10))
    assert found(date_to=date(2021, 3, 16))
    assert not found(date_from=date(2021, 3, 17))
    assert not found(date_to=date(2021, 3, 15))


def test_a_refused_incident_leaves_the_old_ones(store, claims, build_incident):
    """A rebuild that fails midway leaves everything as it was."""
    store.replace_incidents([build_incident("inc_a", claims[0])])
    empty = replace(build_incident("inc_b", claims[1]), accounts=())
    with pytest.raises(RecordError, match="inc_b"):
        store.replace_incidents([build_incident("inc_c", claims[2]), empty])
    assert [incident.id for incident in store.iter_incidents()] == ["inc_a"]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, ["inc_a", "inc_b", "inc_c"]),
        ({"date_from": date(2021, 3, 3), "date_to": date(2021, 3, 3)}, ["inc_a"]),
        ({"date_from": date(2021, 3, 4)}, ["inc_b"]),
        ({"date_from": date(2022, 1, 1)}, []),
        ({"date_to": date(2020, 1, 1)}, []),
        ({"place": "menaka"}, ["inc_a"]),
        ({"place": "MÉNA"}, ["inc_a"]),
        ({"place": "%"}, []),
        ({"country": "ML"}, ["inc_a"]),
        ({"actor": "macina"}, ["inc_a", "inc_b", "inc_c"]),
        ({"actor": "nobody"}, []),
        ({"type": "bombing"}, ["inc_b"]),
        ({"source": "tahoua"}, ["inc_a", "inc_c"]),
        ({"grade": "fair"}, ["inc_c"]),
        ({"text": "report 1"}, ["inc_b"]),
        ({"text": "killing", "grade": "weak"}, ["inc_a", "inc_b"]),
    ],
)
def test_incidents_are_found_by_what_is_known_of_them(store, claims, build_incident, conditions, found):
    """Each condition keeps what it says; the undated come last and are left out once a date is asked for."""
    dated = build_incident("inc_a", claims[0])
    later = DateWindow(earliest=date(2021, 12, 30), latest=None, precision="unknown")
    opened = replace(build_incident("inc_b", claims[1], source="Nord"), when=later, where=None, type="bombing")
    undated = replace(build_incident("inc_c", claims[2], grade="fair"), when=None, where=None)
    store.replace_incidents([undated, opened, dated])
    where = IncidentFilter(**conditions)
    assert [incident.id for incident in store.iter_incidents(where)] == found
    assert store.count_incidents(where) == len(found)
    assert [incident.id for incident in store.iter_incidents(where, limit=1, offset=1)] == found[1:2]
