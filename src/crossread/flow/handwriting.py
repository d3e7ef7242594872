"""What people wrote by hand about a report goes along when another document takes its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crossread.flow.bench import Bench
from crossread.records import ALONE, Claim, Document, Extraction, Slot, copy_written
from crossread.store import ClaimFilter, Store


def carry_written(store: Store, old: Document, new: Document, *, tools: Callable[[], Bench]) -> int:
    """Copy the claims that people wrote about the old document to the new one, which has the same text; how many.

    What they wrote stays; a time is read anew from the words that they chose, as "on Tuesday" hangs on the report's day.
    """
    copies = copy_written(store.iter_claims(ClaimFilter(document_id=old.id)), new.id)
    for claim in copies:
        if claim.when is not None and old.published != new.published:
            claim = _read_when(new, claim, tools())
        row = Extraction(document_id=new.id, claims=(claim,), wording=(), made_by=claim.made_by)
        store.add_extraction(row, done=not claim.made_by.startswith(ALONE))
    return len(copies)


def _read_when(document: Document, claim: Claim, bench: Bench) -> Claim:
    """The claim with the value that its words of time have by the document's day; all else as it was written."""
    assert claim.when is not None
    unread = replace(claim, when=Slot(raw=claim.when.raw, value=None, evidence=claim.when.evidence, score=claim.when.score))
    made = Extraction(document_id=document.id, claims=(unread,), wording=(), made_by=claim.made_by)
    return replace(claim, when=bench.normalizer.normalize(document, made).claims[0].when)
