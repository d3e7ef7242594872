"""How fast the whole `read` into a store is, beside the bare encoder on the same tokens in the same run.

    python benchmarks/speed.py [--documents N] [--words N]

Texts are built from the sample collection, so that it runs anywhere. Also times the command line, cold. Last line: JSON.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tokenizers import Tokenizer

from crossread.assets import load_encoder_files
from crossread.config import Settings
from crossread.extract.encoder import Encoder
from crossread.extract.passages import split_document
from crossread.flow import make_bench, read_into
from crossread.read import ReadOptions, iter_documents
from crossread.records import Document, Rejection
from crossread.samples import sample_paths
from crossread.store import open_store


def make_reports(folder: Path, count: int, words: int) -> list[Path]:
    """`count` different report files of about `words` words, out of paragraphs of the samples."""
    read = iter_documents(sample_paths(), options=ReadOptions())
    texts = [row.document.text for row in read if not isinstance(row, Rejection)]
    paragraphs = itertools.cycle([p for text in texts for p in text.split("\n\n") if len(p.split()) > 15])
    paths = []
    for number in range(count):
        parts: list[str] = [f"BAMAKO, {1 + number % 28} January 2019 (Wire) - Report number {number}."]
        while sum(len(part.split()) for part in parts) < words:
            parts.append(next(paragraphs))
        path = folder / f"report-{number:04d}.txt"
        path.write_text("\n\n".join(parts), encoding="utf-8")
        paths.append(path)
    return paths


def time_encoder(documents: list[Document]) -> tuple[float, int]:
    """Seconds and tokens of the bare encoder over the documents' passages."""
    files = load_encoder_files()
    tokenizer, encoder = Tokenizer.from_file(str(files.tokenizer)), Encoder(files.onnx)
    passages = [p for d in documents for p in split_document(d, tokenizer)]
    list(encoder.iter_states(passages[:2]))
    began = time.perf_counter()
    for _ in encoder.iter_states(passages):
        pass
    return time.perf_counter() - began, sum(len(p) for p in passages)


def time_command(*arguments: str) -> float:
    """Seconds of the best of three runs of the command line, each in a new process."""
    best = float("inf")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "crossread", *arguments], check=True, capture_output=True, env=environment)
        best = min(best, time.perf_counter() - began)
    return best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--words", type=int, default=330)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = make_reports(folder, args.documents, args.words)
        with open_store(str(folder / "speed.db")) as store:
            bench = make_bench(store, Settings(store=str(folder / "speed.db")))
            bench.extractor.extract([Document(id="doc_warm", text="Two soldiers were killed.")])
            began = time.perf_counter()
            report = read_into(bench, paths)
            whole = time.perf_counter() - began
            documents = list(store.iter_documents())
        bare, tokens = time_encoder(documents)
        one = folder / "one.txt"
        one.write_text(paths[0].read_text(encoding="utf-8"), encoding="utf-8")
        cold = time_command("read", str(one), "--store", str(folder / "cold.db"))
        compared = time_command("compare", str(one))
    row = {
        "documents": report.new,
        "tokens": tokens,
        "documents_per_second": round(report.new / whole, 2),
        "tokens_per_second": round(tokens / whole),
        "encoder_tokens_per_second": round(tokens / bare),
        "ratio": round(bare / whole, 3),
        "help_seconds": round(time_command("--help"), 3),
        "read_one_cold_seconds": round(cold, 3),
        "compare_one_cold_seconds": round(compared, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main()
