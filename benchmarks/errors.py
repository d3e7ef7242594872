"""The commonest kinds of error against a gold file, counted: the table of docs/errors.md.

    python benchmarks/errors.py GOLD.jsonl [--pred PRED.jsonl] [--top N]

Kinds are codes only (which slot, which code for which); no word of a report is printed. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from claims import predict
from scorer import find_scorer, load_scorer

Json = dict[str, Any]


def iter_kinds(gold: Json, told: Json, scorer: ModuleType) -> Iterator[str]:
    """Every error of one document as its kind. Slots of aggregates do not count, as in the score."""
    pairs = scorer.align(gold["claims"], told["claims"], gold["text"])
    found, used = {g for g, _ in pairs}, {p for _, p in pairs}
    for i, claim in enumerate(gold["claims"]):
        if i not in found:
            yield f"claim missed ({claim['scope']})"
    for j, claim in enumerate(told["claims"]):
        if j not in used and claim["scope"] != "aggregate":
            again = any(_touches(claim["trigger"], _tellings(row)) for row in gold["claims"])
            yield "claim told twice (a retelling taken for a claim of its own)" if again else "claim where there is none"
    for g, p in pairs:
        a, b = gold["claims"][g], told["claims"][p]
        for slot in ("scope", "status", "stance"):
            if a[slot] != b[slot]:
                yield f"{slot}: {a[slot]} taken for {b[slot]}"
        if "aggregate" not in (a["scope"], b["scope"]):
            yield from _slots(a, b, scorer)


def _slots(a: Json, b: Json, scorer: ModuleType) -> Iterator[str]:
    if a["type"] != b["type"]:
        yield f"type: {a['type']} taken for {b['type']}"
    yield from _single(
        "when", a, b, scorer.dated, scorer.overlaps, right=scorer.same_when(a.get("when"), b.get("when"), loose=False)
    )
    yield from _single("where", a, b, scorer.placed, scorer.overlaps, right=scorer.same_where(a.get("where"), b.get("where")))
    yield from _list("harm", a["harm"], b["harm"], lambda g, p: _number(g) == _number(p))
    yield from _list("actors", a["actors"], b["actors"], scorer.actor_match, name=lambda row: scorer.side(row["role"]))
    yield from _list("means", a["means"], b["means"], lambda g, p: g["kind"] == p["kind"])
    yield from _list("speakers", a["speakers"], b["speakers"], scorer.overlaps)


def _single(slot: str, a: Json, b: Json, filled: Any, overlaps: Any, *, right: bool) -> Iterator[str]:
    wanted, given = filled(a.get(slot)), filled(b.get(slot))
    if wanted and not given:
        yield f"{slot}: missing" if not b.get(slot) else f"{slot}: words found, no value made of them"
    elif given and not wanted:
        yield f"{slot}: given where none is told"
    elif wanted and not right:
        yield f"{slot}: right words, wrong value" if overlaps(a[slot], b[slot]) else f"{slot}: another {slot} of the report"


def _list(slot: str, wanted: list[Json], given: list[Json], same: Any, name: Any = lambda row: "") -> Iterator[str]:
    rest = list(given)
    for row in wanted:
        hit = next((other for other in rest if same(row, other)), None)
        if hit is None:
            yield f"{slot}: missing {name(row)}".strip()
        else:
            rest.remove(hit)
    for row in rest:
        yield f"{slot}: too many {name(row)}".strip()


def _number(row: Json) -> tuple[Any, ...]:
    return row["effect"], row.get("low"), row.get("high")


def _tellings(claim: Json) -> list[Json]:
    return [claim["trigger"], *(e for slot in ("harm", "actors") for row in claim[slot] for e in row["evidence"])]


def _touches(span: Json, others: list[Json]) -> bool:
    """Within 60 characters of what tells a gold claim: too near to be about something else."""
    return any(span["start"] < other["end"] + 60 and other["start"] < span["end"] + 60 for other in others)


def main() -> None:
    """Predict, count, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pred", type=Path)
    parser.add_argument("--top", type=int, default=20)
    args = parser.parse_args()
    path = find_scorer()
    if path is None:
        return
    scorer = load_scorer(path)
    with tempfile.TemporaryDirectory() as scratch:
        out = args.pred or Path(scratch) / "pred.jsonl"
        if not args.pred:
            predict(args.gold, out, extractor="encoder-en", encoder=None)
        told = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    counts = Counter(kind for g, p in zip(gold, told, strict=True) for kind in iter_kinds(g, p, scorer))
    for kind, count in counts.most_common(args.top):
        print(f"| {kind} | {count} |")
    print(json.dumps(dict(counts.most_common(args.top))))


if __name__ == "__main__":
    main()
