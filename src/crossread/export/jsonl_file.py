"""Claim JSON, one document per line: what `crossread read --json` prints, and what people decided about each claim."""

from __future__ import annotations

import json

from crossread.export.content import LeftOut, Selection
from crossread.export.grounds import Decisions
from crossread.export.job import Job
from crossread.records import Claim, Extraction, Wording, extraction_to_json, review_to_json
from crossread.registry import register


@register("exporters", "jsonl@1")
def write_jsonl(job: Job) -> tuple[LeftOut, ...]:
    """Every document of the selection with all its claims and wording. Claim JSON holds claims; incidents are not in it.

    Each claim carries besides what people decided about it, else about its incident (`review`).
    """
    claims, wording = _by_document(job.selection)
    decisions = Decisions.of(job.selection.judgements)
    homes = {account.claim_id: incident.id for incident in job.selection.incidents for account in incident.accounts}
    with job.staging.stage(job.path).open("w", encoding="utf-8", newline="\n") as file:
        for document in job.selection.documents:
            told = claims.get(document.id, [])
            extraction = Extraction(
                document_id=document.id,
                claims=tuple(told),
                wording=tuple(wording.get(document.id, [])),
                made_by=told[0].made_by if told else "unknown@0",
            )
            line = extraction_to_json(document, extraction)
            for claim in line["claims"]:
                claim["review"] = review_to_json(decisions.review(claim["id"], homes.get(claim["id"])))
            # ASCII escapes keep lone surrogates, which UTF-8 cannot hold, exactly as they were read.
            file.write(json.dumps(line, ensure_ascii=_has_surrogate(line), allow_nan=False) + "\n")
    return ()


def _by_document(selection: Selection) -> tuple[dict[str, list[Claim]], dict[str, list[Wording]]]:
    claims: dict[str, list[Claim]] = {}
    wording: dict[str, list[Wording]] = {}
    for claim in selection.claims:
        claims.setdefault(claim.document_id, []).append(claim)
    for row in selection.wording:
        wording.setdefault(row.evidence.document_id, []).append(row)
    return claims, wording


def _has_surrogate(line: object) -> bool:
    try:
        json.dumps(line, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
