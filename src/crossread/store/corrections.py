"""Refuse a correction that could not be applied, before it enters a log from which nothing is ever taken out."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from crossread.errors import EvidenceError, RecordError
from crossread.records import Judgement, claim_from_json
from crossread.records.judgement import VERDICT
from crossread.store.tables import claims, documents

# What a claim is, not what it says: no correction changes these.
IDENTITY = ("id", "document_id", "trigger", "retellings", "score", "made_by")
VERDICTS = ('"accept"', '"dismiss"')


def check_correction(connection: Connection, judgement: Judgement) -> None:
    """Raise `RecordError` unless the value fits the slot, `EvidenceError` unless its quotes are in the document."""
    if judgement.kind == "code" and judgement.slot == VERDICT:
        _check_verdict(judgement)
        return
    query = (
        select(claims.c.body, claims.c.document_id, documents.c.text).join(documents).where(claims.c.id == judgement.subject)
    )
    row = connection.execute(query).one()
    slots = [name for name in row.body if name not in IDENTITY]
    if judgement.slot not in slots:
        raise _refusal(judgement, expected=f"one of the slots {', '.join(slots)}", found=repr(judgement.slot))
    try:
        value: Any = json.loads(judgement.value or "null")
        claim = claim_from_json({**row.body, str(judgement.slot): value}, document_id=row.document_id)
    except EvidenceError:
        raise
    except (RecordError, LookupError, TypeError, ValueError, AttributeError) as error:
        found = f"{(judgement.value or '')[:80]!r}: {type(error).__name__} {error}"
        raise _refusal(judgement, expected="the slot as the claim JSON has it", found=found) from error
    for evidence in claim.iter_evidence():
        evidence.check(row.text)


def _check_verdict(judgement: Judgement) -> None:
    if judgement.value not in VERDICTS:
        raise _refusal(judgement, expected=" or ".join(VERDICTS), found=repr(judgement.value))


def _refusal(judgement: Judgement, *, expected: str, found: str) -> RecordError:
    return RecordError(
        "A correction could not be applied to its claim.",
        where=f"claim {judgement.subject}, slot {judgement.slot}",
        expected=expected,
        found=found,
        next_step=f"`crossread show {judgement.subject} --json` prints the claim as it is; change what is wrong in it.",
    )
