"""python -m training.annotation.agreement --data SETS: how far two coders who did not see each other's work agree.

`second.jsonl` holds the second coder's stand-off annotation of reports that `coded.jsonl` or `own.jsonl` has too. Both are
given values by the same normalizer, so a difference of values is one of the words that were marked; then the first coder is
scored as gold, the second as a reader, with the scorer of the shared folder.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.scorer import load_scorer

from crossread.normalize import Normalizer
from crossread.records import (
    Actor,
    Claim,
    Document,
    Evidence,
    Extraction,
    Harm,
    Means,
    Slot,
    Speaker,
    claim_id,
    claim_to_json,
)  # fmt: skip
from training.annotation.texts import OWN, join_standoff
from training.examples import to_document

HERE = Path(__file__).parent
Json = dict[str, Any]


def give_values(row: Json, normalizer: Normalizer) -> Json:
    """A coded row, whose slots are spans only, with the values that the normalizer reads in them."""
    document = to_document(row)
    claims = tuple(_claim(document, claim) for claim in row["claims"])
    made = normalizer.normalize(document, Extraction(document_id=document.id, claims=claims, wording=(), made_by="coder"))
    return row | {"claims": [claim_to_json(claim) for claim in made.claims]}


def _claim(document: Document, row: Json) -> Claim:
    trigger = document.quote(row["trigger"]["start"], row["trigger"]["end"])
    return Claim(
        id=claim_id(document_id=document.id, made_by="coder", type=row["type"], trigger=trigger),
        document_id=document.id,
        type=row["type"],
        scope=row["scope"],
        status=row["status"],
        stance=row["stance"],
        trigger=trigger,
        retellings=tuple(document.quote(r["start"], r["end"]) for r in row.get("retellings") or []),
        when=_slot(document, row["when"]),
        where=_slot(document, row["where"]),
        actors=tuple(Actor(role=a["role"], name=None, type=a["type"], **_told(document, a)) for a in row["actors"]),
        harm=tuple(
            Harm(effect=h["effect"], group=None, group_type=h.get("group_type") or "unknown", count=None, **_told(document, h))
            for h in row["harm"]
        ),
        means=tuple(Means(kind=m["kind"], **_told(document, m)) for m in row["means"]),
        speakers=tuple(Speaker(role=s["role"], **_told(document, s)) for s in row["speakers"]),
        score=None,  # a person says it: rules add and take nothing
        made_by="coder",
    )


def _slot(document: Document, row: Json | None) -> Slot[Any] | None:
    return Slot(value=None, **_told(document, row)) if row else None


def _told(document: Document, row: Json) -> Json:
    evidence: tuple[Evidence, ...] = tuple(document.quote(e["start"], e["end"]) for e in row["evidence"])
    return {"raw": evidence[0].quote, "evidence": evidence, "score": None}


def main() -> None:
    """Parse arguments, join, score, print one line of JSON last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the unpacked sets")
    args = parser.parse_args()
    (first, _), (second, missing) = (join_standoff(HERE / name, args.data) for name in ("coded.jsonl", "second.jsonl"))
    if missing:
        print(f"{len(missing)} texts not found or changed: {', '.join(missing[:10])}")
    normalizer, scorer = Normalizer(), load_scorer()
    own = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    known = {row["external_id"]: row for row in [*first, *own]}
    pairs = [(known[row["external_id"]], row) for row in second]
    rows = [scorer.score_document(*(give_values(row, normalizer) for row in pair)) for pair in pairs]
    claims = [sum(len(pair[i]["claims"]) for pair in pairs) for i in (0, 1)]
    print(f"{len(pairs)} reports, {claims[0]} claims of the first coder, {claims[1]} of the second")
    print(json.dumps(scorer.summarize(rows)))


if __name__ == "__main__":
    main()
