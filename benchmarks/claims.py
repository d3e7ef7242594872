"""Read the texts of a gold file with the default extractor and score the claims, slot by slot.

    python benchmarks/claims.py GOLD.jsonl [--out PRED.jsonl] [--errors N] [--extractor NAME] [--encoder FOLDER]

The scorer is `bench/claims_score.py` of the shared folder (CROSSREAD_SHARED, default ../shared). The last line is one JSON
object with every figure.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from crossread.extract import EncoderExtractor, load_extractor
from crossread.normalize import Normalizer
from crossread.read import ReadDocument, ReadOptions, iter_documents
from crossread.records import extraction_to_json
from scorer import find_scorer


def predict(gold: Path, out: Path, *, extractor: str, encoder: Path | None) -> None:
    """Write the claim JSON of every document of a gold file."""
    reader = EncoderExtractor(encoder) if encoder else load_extractor(extractor)
    normalizer = Normalizer()
    read = list(iter_documents([gold], options=ReadOptions()))
    refused = [r for r in read if not isinstance(r, ReadDocument)]
    if refused:
        sys.exit(f"{len(refused)} documents of {gold} were refused: {refused[0].message}")
    documents = [r.document for r in read if isinstance(r, ReadDocument)]
    with out.open("w", encoding="utf-8") as file:
        for document, extraction in zip(documents, reader.extract(documents), strict=True):
            made = normalizer.normalize(document, extraction)
            file.write(json.dumps(extraction_to_json(document, made), ensure_ascii=False) + "\n")


def main() -> None:
    """Predict and score."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--extractor", default="encoder-en")
    parser.add_argument("--encoder", type=Path, help="an encoder folder other than the shipped one")
    args = parser.parse_args()
    scorer = find_scorer()
    if scorer is None:
        return
    with tempfile.TemporaryDirectory() as scratch:
        out = args.out or Path(scratch) / "pred.jsonl"
        predict(args.gold, out, extractor=args.extractor, encoder=args.encoder)
        command = [sys.executable, str(scorer), "--gold", str(args.gold), "--pred", str(out)]
        shown = subprocess.run([*command, "--errors", str(args.errors)], check=True, capture_output=True, text=True)
        print(shown.stdout)
        figures = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    print(json.dumps(json.loads(figures.stdout)))


if __name__ == "__main__":
    main()
