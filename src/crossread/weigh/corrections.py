"""What reviewers decided about single claims: dismissals and corrected slots."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from crossread.errors import RecordError
from crossread.records import SLOTS, Claim, Judgement, claim_from_json, claim_to_json, list_standing


def dismissals(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each dismissed claim or incident id the reason; a later `accept` takes it in again."""
    found: dict[str, str] = {}
    for judgement in list_standing(judgements):
        if judgement.kind == "dismiss":
            found[judgement.subject] = judgement.reason or "no reason given"
        elif judgement.kind == "accept":
            found.pop(judgement.subject, None)
    return found


def apply_corrections(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> list[Claim]:
    """The claims with what reviewers corrected; ids, evidence of other slots and the claims given stay as they are.

    Use the result for linking and weighing. Of several corrections of one slot the latest holds.
    """
    corrected: dict[str, dict[str, Any]] = {}
    for judgement in list_standing(judgements):
        if judgement.kind == "correct":
            slot, value = _parse(judgement)
            corrected.setdefault(judgement.subject, {})[slot] = value
    return [_with(claim, corrected[claim.id]) if claim.id in corrected else claim for claim in claims]


def _with(claim: Claim, slots: Mapping[str, Any]) -> Claim:
    return claim_from_json({**claim_to_json(claim), **slots}, document_id=claim.document_id)


def _parse(judgement: Judgement) -> tuple[str, Any]:
    if judgement.slot not in SLOTS:
        raise RecordError(
            f"Judgement {judgement.id} corrects a slot that a claim does not have.",
            where=f"claim {judgement.subject}",
            expected=", ".join(SLOTS),
            found=repr(judgement.slot),
            next_step="Undo the judgement and correct one of these slots.",
        )
    try:
        return judgement.slot, json.loads(judgement.value or "null")
    except json.JSONDecodeError as error:
        raise RecordError(
            f"Judgement {judgement.id} carries a value that is no JSON.",
            where=f"claim {judgement.subject}, slot {judgement.slot}",
            expected="the slot as in the claim JSON",
            found=f"{(judgement.value or '')[:60]!r}: {error}",
            next_step="Undo the judgement and make the correction again.",
        ) from error
