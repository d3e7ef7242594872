"""Fill the templates of MUC-4 (1992) from the claims of its texts, and score them.

    python benchmarks/muc4.py --texts FILE_OR_FOLDER --response OUT [--slots5 OUT.jsonl] [--key KEY] [--gold5 GOLD.jsonl]
                              [--encoder FOLDER | --coded ROWS.jsonl] [--relevance rules]

Texts are the original files, upper case, each text after a line with its id. The response is the keys' own format with all 24
slots; `--slots5` writes the five roles of the newer splits. With `--key` (one or more files) and `--gold5` the scorers of the
shared folder (CROSSREAD_SHARED, default ../shared) are run. `--coded` takes hand-coded claims instead of the extractor's: with
the development keys (`python -m training.convert`) that measures the template writer alone. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from crossread.normalize import Normalizer
from crossread.records import Document, Extraction
from muc4_claims import read_coded
from muc4_fillers import Filler, find_fillers
from muc4_output import to_slots5, to_text
from muc4_reading import iter_read
from muc4_relevance import find_reason
from muc4_sharing import load_encoder_name
from muc4_templates import Template, write_templates
from muc4_texts import iter_documents
from muc4_weighing import weigh_strings


def iter_extractions(
    documents: Sequence[Document], args: argparse.Namespace
) -> Iterator[tuple[Document, Extraction, list[Filler]]]:
    """Every document with its claims, slots with values, and what the network read; coded claims come without the latter."""
    if args.coded:
        normalizer = Normalizer()
        for document, extraction in read_coded(args.coded, {d.id: d for d in documents}):
            yield document, normalizer.normalize(document, extraction), []
    else:
        for read in iter_read(documents, args.encoder):
            made_for = read.extraction.made_by == load_encoder_name()
            yield read.document, read.extraction, find_fillers(read.document, read.passages, read.states) if made_for else []


def fill(documents: Sequence[Document], args: argparse.Namespace) -> tuple[dict[str, list[Template]], Counter[str]]:
    """Document id -> templates, in the order of the texts, and how many claims each rule of relevance left out."""
    filled: dict[str, list[Template]] = {document.id: [] for document in documents}
    reasons: Counter[str] = Counter()
    for document, extraction, fillers in iter_extractions(documents, args):
        reasons.update(find_reason(document, claim) or "kept" for claim in extraction.claims)
        filled[document.id] = write_templates(document, extraction.claims, fillers, args.relevance)
        if args.relevance == "learned":
            weigh_strings(document, extraction.claims, fillers, filled[document.id])
    return filled, reasons


def score(args: argparse.Namespace) -> dict[str, Any]:
    """What the scorers say; nothing for a scorer whose gold file was not named."""
    scorer = Path(os.environ.get("CROSSREAD_SHARED", "../shared")) / "bench" / "muc4" / "muc4_score.py"
    figures: dict[str, Any] = {}
    if not scorer.is_file():
        return {"skipped": f"no scorer at {scorer}; set CROSSREAD_SHARED"}
    with TemporaryDirectory() as folder:
        if args.key:
            key = Path(folder) / "key"
            key.write_text("\n\n".join(k.read_text(encoding="latin-1") for k in args.key), encoding="utf-8")
            command = [str(scorer), "full", "--key", str(key), "--response", str(args.response), "--lenient"]
            figures["full"] = _figures(command)
        if args.gold5 and args.slots5:
            figures["slots5"] = _figures([str(scorer), "slots5", "--gold", str(args.gold5), "--pred", str(args.slots5)])
    return figures


def _figures(command: Sequence[str]) -> Any:
    table = subprocess.run([sys.executable, *command], capture_output=True, text=True)
    print(table.stdout or table.stderr)
    shown = subprocess.run([sys.executable, *command, "--json"], capture_output=True, text=True)
    if shown.returncode != 0:
        return {"failed": shown.stderr[-300:]}
    return {name: _short(row) for name, row in json.loads(shown.stdout).items()}


def _short(row: Any) -> Any:
    """Recall, precision and F of a row of the scorer, rounded; tables of rows likewise."""
    if not isinstance(row, dict):
        return row
    wanted = {k: round(v, 2) for k, v in row.items() if k in ("recall", "precision", "f", "f1")}
    return wanted or {k: _short(v) for k, v in row.items()}


def main() -> None:
    """Read, fill, write, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, nargs="+")
    parser.add_argument("--response", type=Path, required=True)
    parser.add_argument("--slots5", type=Path)
    parser.add_argument("--key", type=Path, nargs="+")
    parser.add_argument("--gold5", type=Path)
    parser.add_argument("--encoder", type=Path, help="an encoder folder other than the shipped one")
    parser.add_argument("--coded", type=Path, help="coded rows instead of an extractor")
    parser.add_argument("--relevance", choices=("rules", "learned"), default="learned", help="who chooses the claims")
    args = parser.parse_args()
    began = time.perf_counter()
    documents = [document for path in args.texts for document in iter_documents(path)]
    filled, reasons = fill(documents, args)
    seconds = time.perf_counter() - began
    args.response.write_text("\n".join(to_text(docid, templates) for docid, templates in filled.items()), encoding="utf-8")
    if args.slots5:
        rows = "".join(to_slots5(docid, templates) + "\n" for docid, templates in filled.items())
        args.slots5.write_text(rows, encoding="utf-8")
    templates = sum(map(len, filled.values()))
    told = {"documents": len(filled), "templates": templates, "claims": dict(reasons), "seconds": round(seconds, 1)}
    print(json.dumps(told | score(args)))


if __name__ == "__main__":
    main()
