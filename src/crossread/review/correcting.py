"""A reviewer's selection -> the value of a slot, read with the same tools as the machine's."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.normalize import Normalizer
from crossread.records import Claim, Document, Evidence, Extraction, Slot, claim_to_json

CODES = {"type": "incident_type", "scope": "scope", "status": "status", "stance": "stance"}
_normalizer = cache(Normalizer)


class Words(BaseModel):
    """Words of a report as a form gives them: a selection (`start` to `end`), or typed as they stand there."""

    start: int | None = None
    end: int | None = None
    words: str = ""


class Reading(Words):
    """How a form reads one slot of a claim: a code of the codebook, the slot's JSON as `value`, or words of the report.

    `empty` says that the report does not tell it.
    """

    claim: str
    slot: str
    code: str = ""
    value: str = ""
    empty: str = ""
    reason: str = ""
    back: str = "/"
    once: str = ""


def read_slot(document: Document, claim: Claim, form: Reading) -> str:
    """The slot as JSON text. Neither words nor the word that there are none is a slip of the hand, and refused."""
    return form.value or json.dumps(_value(document, claim, form))


def _value(document: Document, claim: Claim, form: Reading) -> Any:
    if form.slot in CODES:
        load_codebook().code(CODES[form.slot], form.code)
        return form.code
    if form.slot not in ("when", "where"):
        raise RecordError(
            "This slot cannot be corrected by selecting words yet.",
            expected="type, scope, status, stance, when, where",
            found=form.slot,
        )
    return None if form.empty else _read_words(document, claim, form)


def _read_words(document: Document, claim: Claim, form: Reading) -> Any:
    """The value of a date or place that is told in the chosen words."""
    words = chosen_words(document, form, near=claim.trigger.span.start, what=f"slot {form.slot}")
    told: Slot[Any] = Slot(raw=words.quote, value=None, evidence=(words,), score=None)
    changed = replace(claim, when=told) if form.slot == "when" else replace(claim, where=told)
    return claim_to_json(normalize_claim(document, changed))[form.slot]


def normalize_claim(document: Document, claim: Claim) -> Claim:
    """The claim with the values of its words, as the reader would give them."""
    made = Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=claim.made_by)
    return _normalizer().normalize(document, made).claims[0]


def chosen_words(document: Document, form: Words, *, near: int, what: str) -> Evidence:
    """The words that were selected, or those that were typed where they stand nearest to the offset `near`."""
    if form.start is not None and form.end is not None:
        return document.quote(form.start, form.end)
    if form.words.strip():
        return find_words(document, form.words, near=near)
    raise RecordError(
        "No words of the report were chosen.",
        where=what,
        expected="words selected in the report, or typed as they stand there",
        found="nothing",
        next_step="Go back and select them, or choose “Not told” if the report does not tell it.",
    )


def find_words(document: Document, words: str, *, near: int) -> Evidence:
    """Where typed words stand in a report, letter case and line breaks aside; of several places the nearest to `near`."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    spans = [found.span() for found in re.finditer(pattern, document.text, re.IGNORECASE)] if pattern else []
    if not spans:
        raise RecordError(
            "The report does not hold these words.",
            where=document.title or document.id,
            expected="words as they stand in the report",
            found=words[:80],
            next_step="Copy them from the report, or select them there.",
        )
    return document.quote(*min(spans, key=lambda span: abs(span[0] - near)))
