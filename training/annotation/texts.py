"""The texts that our stand-off annotation belongs to, rebuilt from the unpacked open sets exactly as they were coded.

The hash in each stand-off row proves it; a row whose text comes out differently is refused, not guessed at.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from training.annotation.briefs import iter_brief_documents

Json = dict
LONGEST_WEB = 5200  # characters of a web document that were coded, cut at a sentence


OWN = Path(__file__).parent / "own.jsonl"


def iter_rows(data: Path) -> Iterator[Json]:
    """Every document of the sets below `data`, coded or not, and own texts: external_id, source, published, title, text."""
    for row in _lines(OWN):
        yield {key: row[key] for key in ("external_id", "source", "published", "title", "text")}
    yield from _voa(data / "m2e2_voa" / "documents.jsonl")
    yield from _wikinews(data / "wikinews" / "documents.jsonl")
    yield from _muc4(data / "muc4" / "CORPORA" / "dev")
    yield from _re3d(data / "re3d")
    yield from _wikievents(data / "wikievents" / "dev.jsonl")
    for external_id, text in iter_brief_documents(data / "gmb_voa" / "ner_dataset.csv.zip"):
        yield _row(external_id, text, source="Voice of America")


def join_standoff(standoff: Path, data: Path) -> tuple[list[Json], list[str]]:
    """Coded documents with texts and quotes, and the ids of rows whose text could not be rebuilt."""
    texts = {row["external_id"]: row for row in iter_rows(data)}
    done, missing = [], []
    for line in standoff.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = texts.get(row["external_id"])
        if document is None or hashlib.sha256(document["text"].encode()).hexdigest() != row["text_sha256"]:
            missing.append(row["external_id"])
            continue
        coded = {key: _quoted(row[key], document["text"]) for key in ("claims", "wording")}
        done.append({**document, **coded})
    return done, missing


def _quoted(value: object, text: str) -> object:
    """The same with the words put back beside their offsets."""
    if isinstance(value, list):
        return [_quoted(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    out = {k: _quoted(v, text) for k, v in value.items()}
    if isinstance(value.get("start"), int):
        out["quote"] = text[value["start"] : value["end"]]
    if value.get("evidence"):
        span = value["evidence"][0]
        out["raw"] = text[span["start"] : span["end"]]
    return out


def _lines(file: Path) -> Iterator[Json]:
    if file.is_file():
        yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def _row(external_id: str, text: str, *, source: str, published: str | None = None, title: str | None = None) -> Json:
    return {"external_id": external_id, "source": source, "published": published, "title": title, "text": text}


def _voa(file: Path) -> Iterator[Json]:
    for row in _lines(file):
        sentences = (s["sentence"].strip() for s in row["sentences"])
        text = " ".join(s if s[-1:] in '.!?”"' else s + "." for s in sentences if s)
        yield _row(row["id"], text, source="Voice of America", published=row["published"])


def _wikinews(file: Path) -> Iterator[Json]:
    for row in _lines(file):
        try:
            published = datetime.strptime(row["dateline"], "%B %d, %Y").date().isoformat()
        except (ValueError, TypeError):
            published = None
        text = html.unescape("\n\n".join(row["paragraphs"]))
        yield _row(f"WN-{row['id']}", text, source="Wikinews", published=published, title=html.unescape(row["title"]))


def _muc4(folder: Path) -> Iterator[Json]:
    """Lines joined to paragraphs, as a person reads them."""
    for file in sorted(folder.glob("dev-muc3-*")):
        content = file.read_text(encoding="latin-1")
        for match in re.finditer(r"^(DEV-MUC3-\d+) *(\([^\n]*\))?\n(.*?)(?=^DEV-MUC3-|\Z)", content, re.M | re.S):
            text = re.sub(r"[ \t]+", " ", match[3].strip())
            text = re.sub(r"\n(?!\n)(?! {2,})", " ", text.replace("\n\n", "\0")).replace("\0", "\n\n")
            yield _row(match[1], re.sub(" +", " ", text).strip(), source="FBIS")


def _re3d(folder: Path) -> Iterator[Json]:
    for file in sorted(folder.glob("*/documents.jsonl")):
        if "BBC" not in str(file.parent.name):
            for row in _lines(file):
                yield _row(f"RE3D-{row['_id'][:8]}", row["text"].strip(), source=row["sourceName"], title=row["title"])


def _wikievents(file: Path) -> Iterator[Json]:
    for row in _lines(file):
        text = row["text"].strip()
        if len(text.split()) > 900:
            text = text[:LONGEST_WEB].rsplit(". ", 1)[0] + "."
        yield _row(f"WE-{row['doc_id']}", text, source="web")
