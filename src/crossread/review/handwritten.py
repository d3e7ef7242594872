"""Claims that people write because the reader found none there: by a coder reading alone, or in the open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import NotFoundError
from crossread.records import Claim, Document, Evidence, Extraction, Slot, claim_id
from crossread.review.correcting import Words, chosen_words
from crossread.review.rereading import normalize_claim
from crossread.review.typed_words import find_words
from crossread.store import Store

WRITTEN = "written by hand"  # the reason of the decision with which such a claim enters the log
Finder = Callable[[str], Evidence]


class Written(Words):
    """A claim as a form gives it: its type, the words that tell of it, and words of its date and place if it tells them.

    `alone` is `yes` where a coder reads for the comparison with another only.
    """

    document: str
    code: str
    when: str = ""
    where: str = ""
    alone: str = ""
    once: str = ""


def write_claim(document: Document, form: Written, *, made_by: str) -> Claim:
    """The claim of a form. Date and place are read from their words as the reader itself does, nothing else is filled in."""
    load_codebook().code("incident_type", form.code)
    trigger = chosen_words(document, form, near=0, what="the claim")

    def find(words: str) -> Evidence:
        return find_words(document, words, near=trigger.span.start)

    told = Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type=form.code, trigger=trigger),
        document_id=document.id,
        type=form.code,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=_slot(form.when, find),
        where=_slot(form.where, find),
        made_by=made_by,
    )
    return normalize_claim(document, told)


def extraction_of(claim: Claim) -> Extraction:
    """The claim as an extraction of its own maker."""
    return Extraction(document_id=claim.document_id, claims=(claim,), wording=(), made_by=claim.made_by)


def find_claim(store: Store, name: str) -> Claim | None:
    """The claim of this id, if the store holds it."""
    try:
        return store.get_claim(name)
    except NotFoundError:
        return None


def _slot(words: str, find: Finder) -> Slot[Any] | None:
    if not words.strip():
        return None
    evidence = find(words)
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=None)
