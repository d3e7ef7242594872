"""Extractions and claims, on both backends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.errors import EvidenceError, NotFoundError, RecordError
from crossread.records import Evidence, Extraction, Rejection, Span, Wording
from crossread.store import ClaimFilter


def test_a_claim_comes_back_as_it_went_in(store, build_sample, fill):
    """Every slot of a claim survives the store."""
    sample = build_sample(1)
    fill(store, sample)
    assert store.get_claim(sample.claim.id) == sample.claim
    assert list(store.iter_claims()) == [sample.claim]


def test_the_same_claim_is_never_there_twice(store, build_sample, fill):
    """An extraction added again adds nothing; one with a further claim adds that one."""
    sample = build_sample(1)
    fill(store, sample)
    other = replace(sample.claim, id="clm_other", type="killing")
    again = replace(sample.extraction, claims=(sample.claim, other))
    assert store.add_extraction(sample.extraction) == 0
    assert store.add_extraction(again) == 1
    assert [claim.id for claim in store.iter_claims()] == [sample.claim.id, "clm_other"]


def test_a_false_quote_is_refused_whole(store, build_sample):
    """The store holds no claim whose quote is not in its document, and none of those that came with it."""
    sample = build_sample(1)
    store.add_document(sample.document, sample.raw_file)
    wrong = Evidence(document_id=sample.document.id, span=Span(start=0, end=5), quote="bombs")
    bad = replace(sample.claim, id="clm_bad", trigger=wrong)
    with pytest.raises(EvidenceError, match="0:5"):
        store.add_extraction(replace(sample.extraction, claims=(sample.claim, bad)))
    assert store.counts().claims == 0
    assert store.counts().pending == 1


def test_claims_of_another_document_or_maker_are_refused(store, build_sample, fill):
    """An extraction cannot carry claims that are not its own."""
    sample, other = build_sample(1), build_sample(2)
    fill(store, sample, other)
    with pytest.raises(RecordError, match="does not belong"):
        store.add_extraction(replace(sample.extraction, claims=other.extraction.claims))
    with pytest.raises(RecordError, match="does not belong"):
        store.add_extraction(replace(sample.extraction, made_by="rule@2"))


def test_an_extraction_needs_its_document(store, build_sample):
    """Claims of a document that is not there are refused."""
    with pytest.raises(NotFoundError, match="not in the store"):
        store.add_extraction(build_sample(1).extraction)


def test_claims_can_be_filtered(store, build_sample, fill):
    """Each condition of a filter keeps what it says."""
    sample, other = build_sample(1), build_sample(2)
    vague = replace(other.claim, when=None, where=None, score=0.2, type="killing", scope="background")
    other = replace(other, extraction=replace(other.extraction, claims=(vague,)))
    fill(store, sample, other)

    def ids(**conditions: object) -> list[str]:
        return [claim.id for claim in store.iter_claims(ClaimFilter(**conditions))]

    one, two = sample.claim.id, vague.id
    assert ids(type="killing") == ids(scope="background") == ids(document_id=other.document.id) == [two]
    assert ids(country="ML") == ids(min_score=0.5) == [one]
    assert ids(date_from=date(2021, 3, 3), date_to=date(2021, 3, 3)) == [one]
    assert ids(date_from=date(2021, 3, 4)) == ids(date_to=date(2021, 3, 2)) == ids(made_by="rule@9") == []


def test_a_newer_extractor_speaks_for_the_document(store, build_sample, build_extraction, fill):
    """Both extractors' claims are kept, the newest finished one's are current, and what was made by hand always is."""
    sample = build_sample(1)
    fill(store, sample)
    newer = build_extraction(sample.document, made_by="rule@2")
    hand = build_extraction(sample.document, made_by="hand@1")
    store.add_extraction(newer, done=False)

    def current() -> set[str]:
        return {claim.made_by for claim in store.iter_claims(ClaimFilter(current=True))}

    assert current() == {"rule@1"}
    store.add_extraction(newer)
    assert current() == {"rule@2"}
    store.add_extraction(hand)
    assert current() == {"rule@2", "hand@1"}
    assert store.counts().claims == 3


def test_wording_is_kept_in_the_order_of_the_text(store, build_sample, fill):
    """Loaded expressions come back with who found them, once each."""
    sample = build_sample(1, more="The regime's lackeys fled.")
    words = [sample.document.text.index(word) for word in ("lackeys", "regime")]
    rows = tuple(
        Wording(kind="label", about="the army", evidence=sample.document.quote(start, start + 6), score=0.5) for start in words
    )
    fill(store, sample)
    for _ in range(2):
        store.add_extraction(Extraction(document_id=sample.document.id, claims=(), wording=rows, made_by="rule@1"))
    assert list(store.iter_wording(sample.document.id)) == [("rule@1", rows[1]), ("rule@1", rows[0])]


def test_rejections_are_kept_once(store):
    """What was stopped is kept with its reason, once for the same reason, also under a broken name."""
    first = Rejection(step="read", subject="a.pdf", reason="encrypted", message="The PDF is encrypted.", sha256="0" * 64)
    second = Rejection(step="extract", subject="clm_1", reason="evidence", message="No such words.")
    broken = Rejection(step="read", subject="bad\udcff\0name", reason="empty", message="Nothing in it.")
    assert [store.add_rejection(row) for row in (first, first, second, broken, broken)] == [True, False, True, True, False]
    assert list(store.iter_rejections())[:2] == [first, second]
    assert list(store.iter_rejections(step="extract")) == list(store.iter_rejections(reason="evidence")) == [second]
    assert next(store.iter_rejections(reason="empty")).subject == r"bad\udcff\x00name"
