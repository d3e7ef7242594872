"""Documents that were superseded or withdrawn: they speak nowhere, what was decided goes on, and all of it is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from crossread.errors import StoreError
from crossread.flow import Bench, update_incidents
from crossread.flow.amending import amend, prepare_amendment
from crossread.flow.amendment import Amendment
from crossread.records import Claim, Extraction, Judgement, claim_id, copy_written, document_id, take_up
from crossread.store import ClaimFilter, Store

CURRENT = ClaimFilter(current=True)


def made_over(sample, build_extraction, *, made_by: str = "rule@1", **changes):
    """The document of a sample with other fields, and its extraction."""
    new = replace(sample.document, **changes)
    name = document_id(new.text, source=new.source, external_id=new.external_id, published=new.published)
    new = replace(new, id=name)
    return new, build_extraction(new, made_by=made_by)


@pytest.fixture
def two(store, build_sample, build_extraction, fill):
    """A store with a report and its successor, which has another day; and both extractions."""
    sample = build_sample(1)
    fill(store, sample, build_sample(2, town="Gossi"))
    new, extraction = made_over(sample, build_extraction, published=date(2021, 3, 9))
    store.add_document(new)
    store.add_extraction(extraction)
    supersede(store, sample.document.id, new.id)
    return sample, new, extraction


def supersede(store: Store, old: str, new: str) -> None:
    changes = {"published": ("2021-03-04", "2021-03-09")}
    store.amendments.supersede(old, new, changes=changes, reason="misread", by="Awa")


def test_only_the_successor_speaks(store, two):
    """Lists, search, claims, wording, what waits and every count leave the old one out; its id, claims and bytes are kept."""
    sample, new, extraction = two
    old = sample.document
    assert old.id not in {row.id for row in store.iter_documents()}
    assert [row.id for row in store.iter_documents(text="menaka")] == [new.id]
    assert {claim.id for claim in store.iter_claims(CURRENT)} & {sample.claim.id, extraction.claims[0].id} == {
        extraction.claims[0].id
    }
    assert list(store.iter_claims(ClaimFilter(document_id=old.id, current=True))) == []
    assert old.id not in {row.id for row in store.iter_pending_documents("rule@2")}
    assert store.count_read_by_others("rule@2", besides="rows@1") == {"rule@1": 2}
    counts = store.counts()
    assert (counts.documents, counts.set_aside, counts.extractions, counts.claims, counts.raw_files) == (2, 1, 2, 2, 2)
    assert old.id not in set(store.documents_by_id())
    assert len(store.documents_by_id()) == 2
    assert store.documents_by_id()[old.id] == store.get_document(old.id) == old
    assert store.get_claim(sample.claim.id) == sample.claim


def test_who_says_so_and_why_is_kept_and_logged(store, two):
    """The row says what took the place, who said so and why; the log says from what to what, and stays whole."""
    sample, new, _ = two
    aside = store.amendments.find(sample.document.id)
    assert (aside.superseded_by, aside.reason, aside.made_by) == (new.id, "misread", "Awa")
    assert aside.made_at.tzinfo is not None
    assert store.amendments.find(new.id) is None
    assert [row.document_id for row in store.amendments.list_former(new.id)] == [sample.document.id]
    assert [row.document_id for row in store.amendments] == [sample.document.id]
    entry = list(store.audit)[-1]
    assert (entry.action, entry.subject, entry.who) == ("amend", new.id, "Awa")
    assert entry.detail == {
        "was": sample.document.id,
        "changed": {"published": ["2021-03-04", "2021-03-09"]},
        "reason": "misread",
    }
    assert store.audit.verify() == []


def test_a_decision_on_the_old_claim_stands_for_the_new_one(store, two):
    """The claim on the same words stands in, over any number of amendments, and the other way once that is taken back."""
    sample, new, extraction = two
    old, today = sample.claim.id, extraction.claims[0].id
    assert store.find_stand_ins([old, today]) == {old: today}
    store.amendments.supersede(new.id, sample.document.id, changes={}, reason=None, by="Awa")
    assert store.amendments.find(sample.document.id) is None
    assert store.find_stand_ins([old, today]) == {today: old}
    assert store.amendments.find_successor(new.id) == sample.document.id


def test_the_way_leads_to_the_last_one(store, two, build_extraction):
    """A second amendment: both earlier ones lead to the last, and the last has its place of both."""
    sample, new, extraction = two
    third, third_extraction = made_over(sample, build_extraction, published=date(2021, 3, 8), source="Radio Gao")
    store.add_document(third)
    store.add_extraction(third_extraction)
    supersede(store, new.id, third.id)
    today = third_extraction.claims[0].id
    assert store.find_stand_ins([sample.claim.id, extraction.claims[0].id]) == {
        sample.claim.id: today,
        extraction.claims[0].id: today,
    }
    assert [row.document_id for row in store.amendments.list_former(third.id)] == [new.id, sample.document.id]
    assert store.amendments.find_successor(sample.document.id) == third.id


def test_what_is_withdrawn_speaks_no_more_and_speaks_again(store, two):
    """A withdrawn document has no stand-ins and its predecessors none either; undone, all is as it was."""
    sample, new, extraction = two
    store.amendments.withdraw(new.id, reason="a press kit", by="Awa")
    assert store.amendments.find(new.id).superseded_by is None
    assert store.counts().documents == 1
    assert store.find_stand_ins([sample.claim.id, extraction.claims[0].id]) == {}
    store.amendments.restore(new.id, reason=None, by="Awa")
    assert store.find_stand_ins([sample.claim.id]) == {sample.claim.id: extraction.claims[0].id}
    assert [row.action for row in store.audit] == ["begin", "amend", "withdraw", "restore"]


def test_a_document_is_set_aside_once(store, two, build_sample):
    """A second row about one document is refused by the database, and so is a successor that is not there."""
    sample, new, _ = two
    with pytest.raises(StoreError):
        store.amendments.withdraw(sample.document.id, reason="twice", by="Awa")
    with pytest.raises(StoreError):
        store.amendments.supersede(new.id, "doc_none", changes={}, reason=None, by="Awa")
    assert store.amendments.find(new.id) is None


def test_a_new_title_is_found_and_the_old_one_no_more(store, two):
    """Title and address are put in the row; the search follows, and the log holds what was there."""
    _, new, _ = two
    renamed = replace(new, title="Raid at Tidermène", url="https://example.org/raid")
    changes = {"title": (new.title, renamed.title), "url": (None, renamed.url)}
    store.amendments.rename(renamed, changes=changes, reason=None, by="Awa")
    assert store.get_document(new.id) == renamed
    assert [row.id for row in store.iter_documents(text="tidermene")] == [new.id]
    assert new.id not in {row.id for row in store.iter_documents(text='"attaque a menaka"')}
    assert list(store.audit)[-1].detail == {"changed": {name: list(pair) for name, pair in changes.items()}}


def test_what_people_wrote_goes_on_with_its_copy(store, two, build_sample):
    """A claim written by hand, alone or taken up stands for its copy, not for the reader's claim on the same words."""
    sample, new, extraction = two
    written = [handwritten(sample, maker) for maker in ("hand@Awa", "alone@Awa", "alone@Moussa")]
    written.append(take_up(written[2]))
    for claim in written:
        store.add_extraction(alone_in(claim), done=claim.made_by.startswith("hand@"))
    copies = copy_written(store.iter_claims(ClaimFilter(document_id=sample.document.id)), new.id)
    for claim in copies:
        store.add_extraction(alone_in(claim), done=claim.made_by.startswith("hand@"))
    pairs = {claim.made_by: claim.id for claim in copies}
    assert store.find_copies(claim.id for claim in written) == {claim.id: pairs[claim.made_by] for claim in written}
    assert store.find_stand_ins([written[0].id, sample.claim.id]) == {
        written[0].id: pairs["hand@Awa"],
        sample.claim.id: extraction.claims[0].id,
    }
    assert take_up(next(row for row in copies if row.made_by == "alone@Moussa")).id == pairs["hand@Moussa"]
    assert {claim.id for claim in copy_written(copies, sample.document.id)} == {claim.id for claim in written}


def test_the_readers_claim_is_not_stood_in_for_by_a_written_one(store, two):
    """A candidate that was put aside and is not found again does not put aside what a person wrote there instead."""
    sample, new, extraction = two
    newer = Extraction(document_id=new.id, claims=(), wording=(), made_by="rule@2")
    (copy,) = copy_written([handwritten(sample, "hand@Awa")], new.id)
    store.add_extraction(alone_in(copy))
    store.add_extraction(newer)
    assert store.find_stand_ins([sample.claim.id, extraction.claims[0].id]) == {}


def handwritten(sample, made_by: str) -> Claim:
    claim = sample.claim
    name = claim_id(document_id=claim.document_id, made_by=made_by, type=claim.type, trigger=claim.trigger)
    return replace(claim, id=name, made_by=made_by, score=None)


def alone_in(claim: Claim) -> Extraction:
    return Extraction(document_id=claim.document_id, claims=(claim,), wording=(), made_by=claim.made_by)


def test_a_judgement_may_still_name_the_old_claim(store, two):
    """A page that was open meanwhile loses nothing: what it says of the old claim is said of the new one."""
    sample, _, extraction = two
    row = {"made_by": "Awa", "made_at": datetime(2026, 1, 1, tzinfo=UTC)}
    store.add_judgement(Judgement(id="jdg_1", kind="accept", subject=sample.claim.id, **row))
    assert store.find_stand_ins([sample.claim.id]) == {sample.claim.id: extraction.claims[0].id}


def test_an_amendment_on_either_database(store, build_sample, build_extraction, fill):
    """The whole way, incidents included, there and back: as before, and the log is whole."""

    class Extractor:
        name = "rule@1"

        def extract(self, documents):
            return [build_extraction(document) for document in documents]

    class Normalizer:
        def normalize(self, document, extraction):
            return extraction

    samples = [build_sample(number, source=source) for number, source in ((1, "Radio Tahoua"), (2, "Écho"))]
    fill(store, *samples)
    bench = Bench(store=store, extractor=Extractor(), normalizer=Normalizer())
    update_incidents(store, "best_low_high")
    before = list(store.iter_incidents())
    name = samples[0].document.id
    for day in (date(2021, 3, 9), date(2021, 3, 4)):
        amendment = Amendment(name=name, changes={"published": day}, made_by="Awa")
        prepared = prepare_amendment(store, amendment, tools=lambda: bench)
        done = amend(store, prepared, tools=lambda: bench, policy="best_low_high")
        assert [row.id for row in store.iter_incidents()] == [row.id for row in before]
        assert {row.published for row in store.iter_documents() if row.source == "Radio Tahoua"} == {day}
        name = done.plan.new.id
    assert name == samples[0].document.id
    assert list(store.iter_incidents()) == before
    assert store.audit.verify() == []
