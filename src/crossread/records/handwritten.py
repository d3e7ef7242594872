"""Claims that people wrote: who wrote one stands in its maker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread.records.claim import Claim, claim_id
from crossread.records.claim_json import claim_from_json, claim_to_json

# One written alone speaks for nobody but its coder: its extraction is never finished, so that no incident follows and the
# reader's own stays the newest. One made by hand stands beside the reader's.
ALONE = "alone@"
HAND = "hand@"


def is_by_hand(claim: Claim) -> bool:
    """True for a claim that a person wrote."""
    return claim.made_by.startswith((ALONE, HAND))


def take_up(claim: Claim) -> Claim:
    """A claim that was written alone as one that incidents follow; any other is that already.

    The new id goes with the old one, so that it stays the same whatever its coder reads differently later.
    """
    if not claim.made_by.startswith(ALONE):
        return claim
    made_by = HAND + claim.made_by.removeprefix(ALONE)
    name = claim_id(document_id=claim.document_id, made_by=made_by, type=claim.id, trigger=claim.trigger)
    return replace(claim, id=name, made_by=made_by)


def copy_written(claims: Iterable[Claim], document_id: str) -> list[Claim]:
    """The claims that people wrote about a document, as claims of another one with the same text.

    Copied back, each has its first id again; one that was taken up goes with the copy of what was written alone.
    """
    written = sorted((claim for claim in claims if is_by_hand(claim)), key=lambda claim: claim.made_by)  # alone@ first
    taken: dict[str, str] = {}
    copies: list[Claim] = []
    for claim in written:
        plain = claim_id(document_id=document_id, made_by=claim.made_by, type=claim.type, trigger=claim.trigger)
        row = {**claim_to_json(claim), "id": taken.get(claim.id, plain)}
        copy = claim_from_json(row, document_id=document_id)
        copies.append(copy)
        if claim.made_by.startswith(ALONE):
            taken[take_up(claim).id] = take_up(copy).id
    return copies
