"""Incidents brought up to date where something changed: the same as deriving all of them, in whatever order things come."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "golden"))

from claim_maker import collections, judge, make_claim, make_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.flow import Bench, read_into, rebuild_incidents, update_incidents
from crossread.link import WordCounts, count_words
from crossread.records import Claim, Document, Extraction, Judgement
from crossread.store import Store, open_store

POLICY = "best_low_high"
Drawn = tuple[list[Claim], dict[str, Document]]
Told = set[tuple[frozenset[tuple[str, str, int]], tuple[str, ...]]]
laws = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "s.db")) as store:
        yield store


def add(store: Store, documents: Sequence[Document], claims: Sequence[Claim], *, made_by: str = "rule@1") -> None:
    """Put documents with their claims into the store."""
    for document in documents:
        store.add_document(document)
        own = tuple(replace(claim, made_by=made_by) for claim in claims if claim.document_id == document.id)
        store.add_extraction(Extraction(document_id=document.id, claims=own, wording=(), made_by=made_by))


def told(store: Store) -> Told:
    """Every incident by its accounts, their weights and sources, and what it says; ids apart."""
    return {
        (
            frozenset((row.claim_id, row.weight, row.source_group) for row in incident.accounts),
            (incident.type, incident.grade, incident.grade_reason, repr(incident.tolls), repr(incident.disagreements)),
        )
        for incident in store.iter_incidents()
    }


def rows(store: Store) -> tuple[set[tuple[str, str, float]], set[str]]:
    """The bonds that are kept, and the claims in incidents."""
    held = {account.claim_id for incident in store.iter_incidents() for account in incident.accounts}
    with store.links() as links:
        linked = links.find_linked(store.documents_by_id())
        return links.find_bonds(linked), held


def leads(store: Store) -> set[tuple[str, str, str | None]]:
    """What has become of every id that was ever given, and where it leads."""
    with closing(sqlite3.connect(store.where)) as held:
        return set(held.execute("SELECT id, state, redirect_to FROM incident_ids"))


def check_against_scratch(store: Store, counts: WordCounts) -> None:
    """What was brought up to date is what deriving everything by the same count gives, bonds, ids and all."""
    bonds, incidents, places = rows(store), {incident.id: incident for incident in store.iter_incidents()}, leads(store)
    assert all(store.get_incident(name).id == name for name in incidents)
    rebuild_incidents(store, POLICY, counts=counts)
    assert bonds == rows(store)
    assert places == leads(store)
    assert incidents == {incident.id: incident for incident in store.iter_incidents()}


@laws
@given(drawn=collections(), data=st.data())
def test_the_order_of_arrival_changes_nothing(drawn: Drawn, data: st.DataObject) -> None:
    """Documents that come in any order and in any parts give the incidents of all at once."""
    claims, documents = drawn
    counts = count_words(documents.values())
    order = data.draw(st.permutations(sorted(documents)))
    cut = data.draw(st.integers(min_value=0, max_value=len(order)))
    with fresh_store() as at_once, fresh_store() as store:
        add(at_once, list(documents.values()), claims)
        rebuild_incidents(at_once, POLICY, counts=counts)
        rebuild_incidents(store, POLICY, counts=counts)
        for part in (order[:cut], *([name] for name in order[cut:])):
            add(store, [documents[name] for name in part], claims)
            update_incidents(store, POLICY, keep_count=True)
        assert told(store) == told(at_once)
        check_against_scratch(store, counts)


@laws
@given(drawn=collections(), data=st.data())
def test_decisions_touch_what_they_are_about_and_nothing_is_forgotten(drawn: Drawn, data: st.DataObject) -> None:
    """After each decision, its undo, a correction or a dismissal, incidents are those that deriving all of them gives."""
    claims, documents = drawn
    counts = count_words(documents.values())
    names = sorted(claim.id for claim in claims)
    kinds = st.sampled_from(["same", "different", "unsure", "dismiss", "correct", "accept", "undo"])
    with fresh_store() as store:
        add(store, list(documents.values()), claims)
        rebuild_incidents(store, POLICY, counts=counts)
        made: list[Judgement] = []
        for minute, kind in enumerate(data.draw(st.lists(kinds, min_size=1, max_size=5))):
            known = sorted(row.id for row in store.iter_incidents())
            row = _judgement(kind, minute, known if kind == "accept" else names, made, data)
            if row is None:
                continue
            made.append(row)
            store.add_judgement(row)
            update_incidents(store, POLICY, keep_count=True)
            check_against_scratch(store, counts)


def _judgement(kind: str, minute: int, names: list[str], made: list[Judgement], data: st.DataObject) -> Judgement | None:
    subject = data.draw(st.sampled_from(names)) if names else ""
    if kind == "accept":
        return judge("accept", subject, minute=minute) if names else None
    if kind == "undo":
        return judge("undo", data.draw(st.sampled_from(made)).id, minute=minute) if made else None
    if kind == "dismiss":
        return judge("dismiss", subject, reason="a drill", minute=minute)
    if kind == "correct":
        return judge("correct", subject, slot="type", value='"bombing"', minute=minute)
    others = [name for name in names if name != subject]
    return judge(kind, subject, data.draw(st.sampled_from(others)), minute=minute) if others else None


@laws
@given(drawn=collections(), data=st.data())
def test_a_document_read_anew_is_linked_anew(drawn: Drawn, data: st.DataObject) -> None:
    """When a newer extractor replaces claims of some documents, the old ones leave their incidents and the new ones join."""
    claims, documents = drawn
    counts = count_words(documents.values())
    again = data.draw(st.sets(st.sampled_from(sorted(documents)), min_size=1))
    with fresh_store() as store:
        add(store, list(documents.values()), claims)
        rebuild_incidents(store, POLICY, counts=counts)
        newer = [replace(claim, id=f"{claim.id}_anew") for claim in claims if claim.document_id in again][1:]
        add(store, [documents[name] for name in sorted(again)], newer, made_by="rule@2")
        update_incidents(store, POLICY, keep_count=True)
        check_against_scratch(store, counts)


def test_a_decision_on_one_incident_of_a_document_leaves_the_others_open() -> None:
    """A document that tells of two incidents: after a decision on one, the other is found under its id as before."""
    document = make_document("d1", text="Gunmen killed two traders in Gao. Far away, a bus burned in Kayes.")
    claims = [
        make_claim(document, number=0, type="killing", day=date(2021, 3, 1), trigger=document.quote(0, 33)),
        make_claim(document, number=1, type="bombing", day=date(2021, 5, 9), trigger=document.quote(34, len(document.text))),
    ]
    with fresh_store() as store:
        add(store, [document], claims)
        rebuild_incidents(store, POLICY)
        one, other = (incident_of(store, claim.id) for claim in claims)
        assert one != other
        store.add_judgement(judge("accept", one))
        update_incidents(store, POLICY)
        assert [store.get_incident(name).id for name in (one, other)] == [one, other]


def test_a_name_that_comes_to_be_shared_by_many_binds_no_more() -> None:
    """A rare name joins two undated accounts; once too many hold it, updating parts them as deriving all of them does."""
    text = "A seamstress, 41, fell beside the Sarakole bakery as her orange minibus was riddled by a passing sidecar."
    documents = {
        f"d{n:02}": make_document(f"d{n:02}", text=text if n < 2 else f"Sarakole spoke of item {n}.") for n in range(32)
    }
    claims = [
        make_claim(document, type="killing" if n < 2 else "accident", trigger=document.quote(0, len(document.text)))
        for n, document in enumerate(documents.values())
    ]
    counts = WordCounts(documents=100_000)
    with fresh_store() as store:
        rebuild_incidents(store, POLICY, counts=counts)
        for part, joined in ((slice(0, 2), True), (slice(2, 30), True), (slice(30, 32), False)):
            add(store, [documents[name] for name in sorted(documents)[part]], claims)
            update_incidents(store, POLICY, keep_count=True)
            assert (incident_of(store, claims[0].id) == incident_of(store, claims[1].id)) == joined
            check_against_scratch(store, counts)


def test_only_what_is_touched_is_looked_at(bench: Bench, write_reports: Any, tmp_path: Path) -> None:
    """One more report, and one decision, look at a few claims of the store, not at all of them."""
    read_into(bench, [write_reports(tmp_path / "many", 240)])
    whole = rebuild_incidents(bench.store, POLICY)
    (tmp_path / "more").mkdir()
    text = "Report 9999.\n\nGunmen attacked the market in Gao on 1 March 2021, and 2 traders were killed."
    (tmp_path / "more" / "one.txt").write_text(text, encoding="utf-8")
    assert read_into(bench, [tmp_path / "more"]).claims == 1
    update = update_incidents(bench.store, POLICY)
    assert 0 < update.claims < whole.claims / 4
    assert update.incidents == bench.store.count_incidents()
    two = [incident.accounts[0].claim_id for incident in bench.store.iter_incidents(limit=2)]
    bench.store.add_judgement(judge("same", *two))
    assert 0 < update_incidents(bench.store, POLICY).claims < whole.claims / 4
    assert bench.store.get_incident(incident_of(bench.store, two[0])).id == incident_of(bench.store, two[1])
    assert update_incidents(bench.store, POLICY).claims == 0


def incident_of(store: Store, claim: str) -> str:
    """The incident that holds a claim."""
    return next(row.id for row in store.iter_incidents() if claim in {account.claim_id for account in row.accounts})


def test_other_settings_and_a_grown_store_are_derived_as_a_whole(bench: Bench, reports: Path) -> None:
    """Another policy, or more documents than the count of words bears, derive everything again."""
    read_into(bench, [reports])
    every = update_incidents(bench.store, POLICY).claims
    assert every == bench.store.counts().claims
    assert update_incidents(bench.store, POLICY).claims == 0
    assert update_incidents(bench.store, "lowest").claims == every
    assert {row.policy.partition("@")[0] for row in bench.store.iter_incidents()} == {"lowest"}
    (reports / "more.txt").write_text("Gunmen attacked the market in Gao on 1 March 2021.", encoding="utf-8")
    read_into(bench, [reports])
    assert update_incidents(bench.store, "lowest").claims == every + 1
