"""How fast the whole `read` into a store is, beside the bare encoder and a BERT-base on the same tokens in the same run.

    python benchmarks/speed.py [--documents N] [--words N] [--bert-documents N]

Texts are built from the sample collection, so that it runs anywhere. Also times the command line, cold. Last line: JSON.

- `documents_of_450_per_second_and_core`: text tokens a second of the whole read, by 450 and by the cores this process may
  use; `documents_of_450_per_cpu_second` counts the seconds of computing of a second read in one process instead, which a
  busy machine moves less.
- `ratio`: the rate of the whole read, in as many processes as it takes unasked, to that of the bare encoder, one passage a core
  at a time; it falls where a processor's matrix units are faster, whatever the rest does.
- `values_rate`: a hundred by how many times the fixed piece of Python's work takes as long as the values of one document: what
  our own code costs, much the same on any machine.
- `peak_mb`: the largest resident memory of this process after reading and after a second encoder was timed, before BERT.
- `package_mb`: the package as a wheel packs it, encoder and gazetteer included, `installed_mb` unpacked (both 10^6 bytes);
  `package_fits` says whether the first keeps to 60.
- `bert_documents_per_second`: see bert_base.py; `times_bert` is the whole read of crossread against it. Where torch or
  transformers is missing, `bert_skipped` says so instead.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is there
os.environ.setdefault("OMP_NUM_THREADS", "1")

from tokenizers import Tokenizer

import crossread
from bert_base import time_bert, why_not
from crossread.assets import load_encoder_files
from crossread.config import Settings
from crossread.extract import load_extractor
from crossread.extract.encoder import Encoder
from crossread.extract.passages import Passage, split_document
from crossread.flow import make_bench, read_into
from crossread.normalize import Normalizer
from crossread.read import ReadOptions, iter_documents
from crossread.records import Document, Rejection
from crossread.samples import sample_paths
from crossread.store import open_store

PACKAGE_MOST_MB = 60


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


def cut_passages(documents: list[Document]) -> list[Passage]:
    """What the encoder reads of the documents."""
    tokenizer = Tokenizer.from_file(str(load_encoder_files().tokenizer))
    return [p for d in documents for p in split_document(d, tokenizer)]


def time_encoder(passages: list[Passage]) -> float:
    """Seconds of the bare encoder over the passages."""
    encoder = Encoder(load_encoder_files().onnx)
    list(encoder.iter_states(passages[:2]))
    began = time.perf_counter()
    for _ in encoder.iter_states(passages):
        pass
    return time.perf_counter() - began


_PATTERNS = [re.compile(rf"\b(?:{word})\w*\s+(?:\w+\s+){{0,3}}\w+") for word in ("kill", "offic", "village", "on", "two")]
_TEXT = "Gunmen killed 12 villagers near Djibo on 3 January 2019, two officials told the radio. " * 40


def work_in_python() -> None:
    """A fixed piece of Python's own work: patterns searched in a text, words counted in a table."""
    counted: dict[str, int] = {}
    for _ in range(8):
        for pattern in _PATTERNS:
            for match in pattern.finditer(_TEXT):
                counted[match[0]] = counted.get(match[0], 0) + 1
        for word in _TEXT.split():
            counted[word] = counted.get(word, 0) + 1


def compare_values(documents: list[Document]) -> float:
    """How often the fixed piece of work takes as long as the values of one document do: both in turn, as machines waver."""
    extractor, normalizer = load_extractor("encoder-en"), Normalizer()
    made = extractor.extract(documents)
    normalizer.normalize(documents[0], made[0])
    values = fixed = 0.0
    for document, extraction in zip(documents, made, strict=True):
        began = time.process_time()
        normalizer.normalize(document, extraction)
        between = time.process_time()
        work_in_python()
        values, fixed = values + between - began, fixed + time.process_time() - between
    return values / fixed


def weigh_package() -> dict[str, float | bool]:
    """The size of the installed package, packed like a wheel and unpacked, in 10^6 bytes."""
    root = Path(crossread.__file__).parent
    files = [f for f in sorted(root.rglob("*")) if f.is_file() and "__pycache__" not in f.parts]
    with tempfile.TemporaryFile() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in files:
                packed.write(file, file.relative_to(root.parent))
        size = target.seek(0, os.SEEK_END)
    installed = sum(file.stat().st_size for file in files)
    return {
        "package_mb": round(size / 1e6, 1),
        "installed_mb": round(installed / 1e6, 1),
        "package_fits": size <= PACKAGE_MOST_MB * 1e6,
    }


def time_beside_bert(documents: list[Document], *, ours: float, cores: int) -> dict[str, float | str]:
    """BERT-base on the documents' passages, and how many times its documents a second ours are."""
    reason = why_not()
    if reason is not None:
        return {"bert_skipped": reason}
    rate = len(documents) / time_bert(cut_passages(documents), threads=cores)
    return {"bert_documents_per_second": round(rate, 3), "times_bert": round(ours / rate, 2)}


def peak_mb() -> int:
    """The largest resident memory of this process so far."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def time_command(*arguments: str) -> float:
    """Seconds of the best of three runs of the command line, each in a new process."""
    best = float("inf")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "crossread", *arguments], check=True, capture_output=True, env=environment)
        best = min(best, time.perf_counter() - began)
    return best


@dataclass(frozen=True, kw_only=True)
class WholeRead:
    """A read of files into a fresh store: how long it took by the clock and in computing, and what was read."""

    seconds: float
    cpu_seconds: float
    new: int
    documents: list[Document]


def time_read(paths: list[Path], store_path: str, *, jobs: int = 0) -> WholeRead:
    """Time the whole read in so many processes (0: as many as it takes unasked), the encoder loaded before."""
    with open_store(store_path) as store:
        bench = make_bench(store, Settings(store=store_path, jobs=jobs))
        bench.extractor.extract([Document(id="doc_warm", text="Two soldiers were killed.")])
        began, worked = time.perf_counter(), time.process_time()
        report = read_into(bench, paths)
        seconds, cpu = time.perf_counter() - began, time.process_time() - worked
        return WholeRead(seconds=seconds, cpu_seconds=cpu, new=report.new, documents=list(store.iter_documents()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--words", type=int, default=330)
    parser.add_argument("--bert-documents", type=int, default=20, help="how many of them BERT-base reads; 0 leaves it out")
    args = parser.parse_args()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = make_reports(folder, args.documents, args.words)
        read = time_read(paths, str(folder / "speed.db"))
        one_process = time_read(paths, str(folder / "one-process.db"), jobs=1)
        passages = cut_passages(read.documents)
        bare, tokens = time_encoder(passages), sum(len(p) for p in passages)
        peak = peak_mb()
        one = folder / "one.txt"
        one.write_text(paths[0].read_text(encoding="utf-8"), encoding="utf-8")
        cold = time_command("read", str(one), "--store", str(folder / "cold.db"))
        compared = time_command("compare", str(one))
    standard = sum(int(p.owned.sum()) for p in passages) / 450
    row: dict[str, object] = {
        "documents": read.new,
        "cores": cores,
        "tokens": tokens,
        "documents_per_second": round(read.new / read.seconds, 2),
        "documents_of_450_per_second_and_core": round(standard / read.seconds / cores, 2),
        "documents_of_450_per_cpu_second": round(standard / one_process.cpu_seconds, 2),
        "values_rate": round(100 / compare_values(read.documents), 1),
        "tokens_per_second": round(tokens / read.seconds),
        "encoder_tokens_per_second": round(tokens / bare),
        "ratio": round(bare / read.seconds, 3),
        "help_seconds": round(time_command("--help"), 3),
        "read_one_cold_seconds": round(cold, 3),
        "compare_one_cold_seconds": round(compared, 3),
        "peak_mb": peak,
        **weigh_package(),
    }
    if args.bert_documents:
        row |= time_beside_bert(read.documents[: args.bert_documents], ours=read.new / read.seconds, cores=cores)
    print(json.dumps(row))


if __name__ == "__main__":
    main()
