"""The laws of the store, over many cases: ids never go dead or wander, incidents survive as JSON."""

from __future__ import annotations

import json
import shutil
import threading
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.errors import NotFoundError, StoreError
from crossread.records import (
    Account,
    Count,
    DateWindow,
    Disagreement,
    Incident,
    Party,
    Place,
    Reading,
    Toll,
    incident_from_json,
    incident_to_json,
)
from crossread.store import open_store

CLAIMS = 6
# For each claim the number of the cluster it falls into; 0 is none.
PARTITION = st.lists(st.integers(0, 3), min_size=CLAIMS, max_size=CLAIMS)


@pytest.fixture
def filled(tmp_path_factory, build_sample, fill):
    """A store file with six claims, to be copied."""
    folder = tmp_path_factory.mktemp("laws")
    samples = [build_sample(number) for number in range(CLAIMS)]
    with open_store(str(folder / "filled.db")) as store:
        fill(store, *samples)
    return folder, [sample.claim for sample in samples]


def incidents_of(partition, claims, build_incident):
    groups = {number: [claim for claim, at in zip(claims, partition, strict=True) if at == number] for number in (1, 2, 3)}
    return [build_incident(f"inc_{group[0].id}", *group) for group in groups.values() if group]


def where_claims_are(store):
    return {account.claim_id: incident.id for incident in store.iter_incidents() for account in incident.accounts}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(PARTITION, min_size=1, max_size=5))
def test_ids_follow_their_claims_through_any_history(filled, build_incident, history):
    """Whatever is merged, split or dropped: every id ever seen leads to an incident or says that it was withdrawn, follows the
    claim it was given for, and writing the same clusters once more changes no id."""
    folder, claims = filled
    shutil.copy(folder / "filled.db", folder / "now.db")
    anchors = {}
    with open_store(str(folder / "now.db")) as store:
        for partition in [*history, *history]:
            store.replace_incidents(incidents_of(partition, claims, build_incident))
            home = where_claims_are(store)
            assert len(set(home.values())) == len(set(partition) - {0})
            store.replace_incidents(incidents_of(partition, claims, build_incident))
            assert where_claims_are(store) == home
            anchors.update(store.find_anchors(home.values()))
            for incident_id, anchor in anchors.items():
                if anchor in home:
                    assert store.get_incident(incident_id).id == home[anchor]
                else:
                    leads_somewhere_or_says_why(store, incident_id, set(home.values()))


def leads_somewhere_or_says_why(store, incident_id, live):
    try:
        assert store.get_incident(incident_id).id in live
    except NotFoundError as error:
        assert "withdrawn" in str(error)  # noqa: PT017 (either end is lawful)


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
WORDS = st.text(max_size=12)
IDS = st.lists(st.text("0123456789abcdef", min_size=1, max_size=6).map("clm_{}".format), max_size=3).map(tuple)
NUMBERS = st.none() | st.integers(0, 9)
COUNTS = st.tuples(NUMBERS, st.none() | st.integers(9, 99)).map(lambda two: Count(low=two[0], high=two[1], qualifier="range"))
WINDOWS = st.builds(
    lambda day, days, reported: DateWindow(
        earliest=day,
        latest=days and day and max(day, days),
        precision="days",
        reported_on=reported,
        flags=("weekday_conflict",),
    ),
    st.none() | DAYS,
    st.none() | DAYS,
    st.none() | DAYS,
)
PLACES = st.builds(
    Place,
    name=st.none() | WORDS,
    country=st.none() | st.sampled_from(["ML", "BF"]),
    admin1=st.none() | WORDS,
    gazetteer_id=st.none() | WORDS,
    latitude=st.just(15.25),
    longitude=st.floats(-180, 180),
    precision=st.just("near"),
)
INCIDENTS = st.builds(
    Incident,
    id=WORDS,
    type=WORDS,
    policy=WORDS,
    grade=WORDS,
    grade_reason=WORDS,
    when=st.none() | WINDOWS,
    where=st.none() | PLACES,
    parties=st.lists(st.builds(Party, role=WORDS, name=WORDS, type=WORDS, claims=IDS), max_size=2).map(tuple),
    tolls=st.lists(st.builds(Toll, effect=WORDS, count=COUNTS, best=NUMBERS, claims=IDS), max_size=2).map(tuple),
    accounts=st.lists(
        st.builds(
            Account, claim_id=WORDS, document_id=WORDS, source=st.none() | WORDS, source_group=st.integers(1, 9), weight=WORDS
        ),
        max_size=2,
    ).map(tuple),
    disagreements=st.lists(
        st.builds(
            Disagreement,
            slot=WORDS,
            severity=WORDS,
            readings=st.lists(st.builds(Reading, text=WORDS, claims=IDS), max_size=2).map(tuple),
            sentence=WORDS,
        ),
        max_size=2,
    ).map(tuple),
    independent_sources=st.integers(0, 9),
    summary=WORDS,
)


@settings(max_examples=150, deadline=None)
@given(incident=INCIDENTS)
def test_any_incident_survives_as_json(incident):
    """Every incident is the same after being written as JSON text and read again."""
    assert incident_from_json(json.loads(json.dumps(incident_to_json(incident)))) == incident


def test_an_incident_about_unknown_claims_is_refused(store, build_sample, build_incident, fill):
    """Incidents cannot rest on claims that are not in the store, and a refused rebuild keeps the old ones."""
    sample = build_sample(1)
    fill(store, sample)
    store.replace_incidents([build_incident("inc_a", sample.claim)])
    with pytest.raises(StoreError, match="not in the store"):
        store.replace_incidents([build_incident("inc_b", replace(sample.claim, id="clm_none"))])
    assert store.get_incident("inc_a").accounts[0].claim_id == sample.claim.id


def test_threads_share_a_store(store, build_sample):
    """Many threads read and write through one open store; each write is there once and no thread sees half a batch."""
    faults = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 10, 2):
                with store.batch():
                    for sample in (build_sample(number), build_sample(number + 1)):
                        store.add_document(sample.document, sample.raw_file)
                assert len(list(store.iter_documents())) % 2 == 0
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(10 * number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert store.counts().documents == 80
