"""Whatever is amended or withdrawn: incidents are those that deriving all of them gives, and back gives those of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_updating import POLICY, Drawn, add, check_against_scratch, collections, fresh_store, judge, laws

from crossread.flow import rebuild_incidents, update_incidents
from crossread.link import count_words
from crossread.records import Claim, DateWindow, Document
from crossread.store import Store


def successor(document: Document, claims: list[Claim], number: int) -> tuple[Document, list[Claim]]:
    """The document with another day and source, and its claims some days later; the last one is not found again."""
    new = replace(document, id=f"{document.id}_{number}", source=f"Source {number}")
    own = [claim for claim in claims if claim.document_id == document.id]
    return new, [_later(claim, new.id, number) for claim in own[: max(1, len(own) - 1)]]


def _later(claim: Claim, document: str, number: int) -> Claim:
    trigger = replace(claim.trigger, document_id=document)
    claim = replace(claim, id=f"{claim.id}_{number}", document_id=document, trigger=trigger, where=None, actors=(), harm=())
    window = claim.when.value if claim.when else None
    if claim.when is None or not isinstance(window, DateWindow) or window.earliest is None:
        return replace(claim, when=None)
    day = window.earliest + timedelta(days=3 * number)
    value = DateWindow(earliest=day, latest=day, precision="day")
    return replace(claim, when=replace(claim.when, value=value, evidence=()))


def apart(drawn: Drawn) -> Drawn:
    """The same with words of its own for each claim of a document, so that another's claim can stand in for just one."""
    claims, documents = drawn
    rows = []
    for claim in claims:
        at = 2 * int(claim.id.rpartition("_")[2])
        rows.append(replace(claim, trigger=documents[claim.document_id].quote(at, at + 2)))
    return rows, documents


def picture(store: Store) -> dict[str, Any]:
    """Every incident by its id."""
    return {row.id: row for row in store.iter_incidents()}


def supersede(store: Store, old: str, new: str) -> None:
    store.amendments.supersede(old, new, changes={}, reason=None, by="test")
    update_incidents(store, POLICY, keep_count=True)


@laws
@given(drawn=collections(), data=st.data())
def test_amended_twice_and_back(drawn: Drawn, data: st.DataObject) -> None:
    """A report amended to a second and a third document and back: each step as derived from scratch, the last as before."""
    claims, documents = apart(drawn)
    chosen = documents[data.draw(st.sampled_from(sorted(documents)))]
    second, second_claims = successor(chosen, claims, 1)
    third, third_claims = successor(chosen, claims, 2)
    counts = count_words([*documents.values(), second, third])
    with fresh_store() as store:
        add(store, list(documents.values()), claims)
        rebuild_incidents(store, POLICY, counts=counts)
        for row in _decisions(claims, data):
            store.add_judgement(row)
        update_incidents(store, POLICY, keep_count=True)
        before = picture(store)
        add(store, [second], second_claims)
        supersede(store, chosen.id, second.id)
        check_against_scratch(store, counts)
        add(store, [third], third_claims)
        supersede(store, second.id, third.id)
        check_against_scratch(store, counts)
        supersede(store, third.id, chosen.id)
        assert picture(store) == before
        check_against_scratch(store, counts)


def _decisions(claims: list[Claim], data: st.DataObject) -> list[Any]:
    """A pair that is judged and a claim that is dismissed, or neither."""
    names = sorted(claim.id for claim in claims)
    if len(names) < 2 or not data.draw(st.booleans()):
        return []
    first, second = data.draw(st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True))
    kind = data.draw(st.sampled_from(["same", "different"]))
    return [judge(kind, first, second), judge("dismiss", names[0], reason="a drill", minute=1)]


@laws
@given(drawn=collections(), data=st.data())
def test_withdrawn_and_back(drawn: Drawn, data: st.DataObject) -> None:
    """Reports withdrawn and let speak again: as derived from scratch, at the end as before, whichever id each id leads to."""
    claims, documents = drawn
    counts = count_words(documents.values())
    chosen = data.draw(st.lists(st.sampled_from(sorted(documents)), min_size=1, max_size=3, unique=True))
    with fresh_store() as store:
        add(store, list(documents.values()), claims)
        rebuild_incidents(store, POLICY, counts=counts)
        before = picture(store)
        for name in chosen:
            store.amendments.withdraw(name, reason="a drill", by="test")
            update_incidents(store, POLICY, keep_count=True)
            check_against_scratch(store, counts)
        for name in chosen:
            store.amendments.restore(name, reason=None, by="test")
            update_incidents(store, POLICY, keep_count=True)
            check_against_scratch(store, counts)
        assert {name: replace(store.get_incident(name), id=name) for name in before} == before
        assert len(chosen) > 1 or picture(store) == before
