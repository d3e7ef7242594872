"""Words that a person chose, read with the same tools as the reader's own."""

from __future__ import annotations

from functools import cache

from crossread.keeping import kept_with_lists
from crossread.normalize import Normalizer
from crossread.records import Claim, Document, Extraction

_normalizer = kept_with_lists(cache(Normalizer))


def normalize_claim(document: Document, claim: Claim) -> Claim:
    """The claim with the values of its words, as the reader would give them."""
    made = Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=claim.made_by)
    return _normalizer().normalize(document, made).claims[0]
