"""A reviewer's selection -> the value of a slot, read with the same tools as the machine's."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.normalize import Normalizer
from crossread.records import Claim, Document, Extraction, Slot, claim_to_json

CODES = {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"}
_normalizer = cache(Normalizer)


def corrected_value(document: Document, claim: Claim, slot: str, *, code: str, start: int | None, end: int | None) -> Any:
    """The slot as the claim JSON has it. No selection and no code empties a slot that may be empty."""
    if slot in CODES:
        load_codebook().code(CODES[slot], code)
        return code
    if slot not in ("when", "where"):
        raise RecordError(
            "This slot cannot be corrected by selecting words yet.",
            expected="type, scope, status, stance, when, where",
            found=slot,
        )
    if start is None or end is None:
        return None
    evidence = document.quote(start, end)
    words: Slot[Any] = Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=None)
    told = replace(claim, when=words) if slot == "when" else replace(claim, where=words)
    made = Extraction(document_id=document.id, claims=(told,), wording=(), made_by=claim.made_by)
    return claim_to_json(_normalizer().normalize(document, made).claims[0])[slot]
