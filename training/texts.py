"""Running text of the open sets (classes O and M of data/README.md), for pre-training on masked words."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path


def iter_texts(data: Path) -> Iterator[str]:
    """Reports and single sentences from the unpacked sets below `data`; sets that are not there are left out."""
    yield from _muc4(data / "muc4")
    yield from _voa(data / "m2e2_voa" / "documents.jsonl")
    yield from _wikinews(data / "wikinews" / "documents.jsonl")
    yield from _field(data / "wp_current_events" / "conflict_items.jsonl", "text")
    yield from _field(data / "state_dept_hr_2023" / "incidents.jsonl", "text")
    yield from iter_gmb_sentences(data / "gmb_voa" / "ner_dataset.csv.zip")


def _rows(file: Path) -> Iterator[dict]:
    if file.is_file():
        yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def _field(file: Path, name: str) -> Iterator[str]:
    yield from (row[name] for row in _rows(file) if row.get(name))


def _voa(file: Path) -> Iterator[str]:
    for row in _rows(file):
        sentences = (s["sentence"].strip() for s in row["sentences"])
        yield " ".join(s if s[-1:] in '.!?”"' else s + "." for s in sentences if s)


def _wikinews(file: Path) -> Iterator[str]:
    for row in _rows(file):
        yield html.unescape("\n\n".join([row["title"], *row["paragraphs"]]))


def _muc4(folder: Path) -> Iterator[str]:
    """The development texts only; test sets stay unread."""
    for file in sorted(folder.glob("CORPORA/dev/dev-muc3-*")):
        for part in re.split(r"^DEV-MUC3-\d+.*$", file.read_text(encoding="latin-1"), flags=re.M):
            text = re.sub(r"\s+", " ", part).strip()
            if text:
                yield text


def iter_gmb_sentences(file: Path) -> Iterator[str]:
    """The sentences of GMB-VOA, tokens set with spaces; nothing where the archive is not there."""
    if not file.is_file():
        return
    with zipfile.ZipFile(file) as archive, archive.open("ner_dataset.csv") as raw:
        words: list[str] = []
        for row in csv.DictReader(io.TextIOWrapper(raw, encoding="latin-1")):
            if row["Sentence #"] and words:
                yield " ".join(words)
                words = []
            words.append(row["Word"])
        yield " ".join(words)
