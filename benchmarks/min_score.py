"""What `--min-score` trades: precision, recall and F1 of claims when those below a score are left out.

    python benchmarks/min_score.py GOLD.jsonl [--extractor NAME] [--encoder FOLDER] [--page docs/scores.md]

The texts of the gold file are read once, as benchmarks/claims.py reads them; then the claims are scored again at each score by
`bench/claims_score.py` of the shared folder (CROSSREAD_SHARED, default ../shared). Claims of scope aggregate are not counted,
claims without a score always stay. `--page` puts the table into the page, where the old one stands. The last line is one JSON
object with the curve.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from claims import predict
from scorer import find_scorer, load_scorer

HEAD = "| `--min-score` | claims told | precision | recall | F1 |"
MIN_SCORES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def keep_sure(row: Mapping[str, Any], min_score: float) -> dict[str, Any]:
    """A row of the claim JSON without the claims that `--min-score` leaves out."""
    return {**row, "claims": [c for c in row["claims"] if c["score"] is None or c["score"] >= min_score]}


def draw_curve(gold: Mapping[str, dict], told: Mapping[str, dict], scorer: ModuleType) -> list[dict[str, float]]:
    """Claims told, precision, recall and F1 in per cent at each score; a document without prediction counts as empty."""
    curve = []
    for least in MIN_SCORES:
        counts = [
            scorer.score_document(row, keep_sure(told.get(name, {"claims": []}), least))[0]["claim"]
            for name, row in gold.items()
        ]
        total = [sum(part) for part in zip(*counts, strict=True)]
        p, r, f1 = scorer.prf(total)
        curve.append({"min_score": least, "told": total[1], "p": round(p, 1), "r": round(r, 1), "f1": round(f1, 1)})
    return curve


def to_markdown(curve: Sequence[Mapping[str, float]]) -> str:
    """The curve as the table of docs/scores.md."""
    rows = [f"| {row['min_score']:.1f} | {row['told']} | {row['p']} | {row['r']} | {row['f1']} |" for row in curve]
    return "\n".join([HEAD, "|---|---|---|---|---|", *rows])


def put_into_page(page: str, table: str) -> str:
    """The page with the table in the place of the one it has."""
    start = page.index(HEAD)
    end = page.find("\n\n", start)
    return page[:start] + table + (page[end:] if end >= 0 else "\n")


def main() -> None:
    """Predict once, score at each minimum, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--extractor", default="encoder-en")
    parser.add_argument("--encoder", type=Path, help="an encoder folder other than the shipped one")
    parser.add_argument("--page", type=Path, help="put the table into this page")
    args = parser.parse_args()
    path = find_scorer()
    if path is None:
        return
    scorer = load_scorer(path)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "pred.jsonl"
        predict(args.gold, out, extractor=args.extractor, encoder=args.encoder)
        gold, told = scorer.load(args.gold), scorer.load(out)
    curve = draw_curve(gold, told, scorer)
    print(f"{'min-score':>9}{'told':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for row in curve:
        print(f"{row['min_score']:9.1f}{row['told']:7}{row['p']:8.1f}{row['r']:8.1f}{row['f1']:8.1f}")
    if args.page:
        args.page.write_text(put_into_page(args.page.read_text(encoding="utf-8"), to_markdown(curve)), encoding="utf-8")
    print(json.dumps({"gold": args.gold.name, "documents": len(gold), "curve": curve}))


if __name__ == "__main__":
    main()
