"""The documents that linking is measured on, with the claims that the default extractor makes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from crossread.extract import load_extractor
from crossread.flow.in_memory import extract_all
from crossread.link.telling_text import main_claim
from crossread.records import Claim, Document, claim_from_json, claim_to_json, document_id

JUDGED = Path(__file__).with_name("link_wcep.jsonl")
# Pairs of other weeks, judged to learn weights from; none of their items is in JUDGED.
TRAINING = Path(__file__).with_name("link_training.jsonl")
# Own texts that tell an incident of an own report again, in other words and another genre, or another incident much like it.
OWN_AGAIN = Path(__file__).with_name("link_own.jsonl")
OWN = Path(__file__).parents[1] / "training" / "annotation" / "own.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text with its day, as the data has it."""

    doc_id: str
    text: str
    published: date | None
    title: str | None = None
    incident_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two items and whether a person held them to tell of one incident; `round` 2 was judged when weights were chosen."""

    a: Item
    b: Item
    same: bool
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Documents by id, their claims, the incident that the data gives for each, and our id for each of its ids."""

    documents: dict[str, Document]
    claims: list[Claim]
    gold: dict[str, str]
    ids: dict[str, str] = field(default_factory=dict)

    def told(self, document_id: str) -> list[Claim]:
        """The claims of one document."""
        return [claim for claim in self.claims if claim.document_id == document_id]


def about(texts: Texts, name: str) -> Claim | None:
    """The claim a document is about."""
    return main_claim(texts.told(name), texts.documents[name])


def load_texts(path: Path, *, cache: Path | None) -> Texts:
    """Documents of a file with one a line: doc_id, incident_id, title, dct, text."""
    return document_rows(map(json.loads, path.read_text(encoding="utf-8").splitlines()), cache=cache)


def document_rows(rows: Iterable[dict[str, Any]], *, cache: Path | None) -> Texts:
    """The same for rows that were read already."""
    items = [
        Item(
            doc_id=row["doc_id"],
            text=row["text"],
            published=_day(row["dct"]),
            title=row["title"],
            incident_id=row["incident_id"],
        )
        for row in rows
    ]
    return make_texts(items, cache=cache)


def load_pairs(path: Path) -> list[JudgedPair]:
    """The pairs of link_wcep.jsonl, with the texts of a file that has date and text on each line."""
    items = _items(path)
    judged = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return [JudgedPair(a=items[row["a"]], b=items[row["b"]], same=row["same"], round=row["round"]) for row in judged]


def load_training_pairs(path: Path) -> list[JudgedPair]:
    """The pairs of link_training.jsonl that a reader could decide, with their texts as in `load_pairs`."""
    items = _items(path)
    judged = map(json.loads, TRAINING.read_text(encoding="utf-8").splitlines())
    decided = (row for row in judged if row["judgement"] != "unsure")
    return [JudgedPair(a=items[row["a"]], b=items[row["b"]], same=row["judgement"] == "same", round=0) for row in decided]


def load_own_pairs() -> list[JudgedPair]:
    """Own whole reports (training/annotation) beside own texts that tell the same incident again, or another."""
    own = (json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines())
    items = {row["external_id"]: _own_item(row) for row in own}
    rows = map(json.loads, OWN_AGAIN.read_text(encoding="utf-8").splitlines())
    return [JudgedPair(a=items[row["beside"]], b=_own_item(row), same=row["judgement"] == "same", round=0) for row in rows]


def _own_item(row: dict[str, Any]) -> Item:
    return Item(doc_id=row["external_id"], text=row["text"], published=_day(row["published"]), title=row["title"])


def _items(path: Path) -> dict[str, Item]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {item.doc_id: item for item in map(_item, rows)}


def make_texts(items: Iterable[Item], *, cache: Path | None) -> Texts:
    """The documents of the items and their claims, from the cache where it has them."""
    documents: dict[str, Document] = {}
    ids: dict[str, str] = {}
    gold: dict[str, str] = {}
    for item in items:
        made = document_id(item.text, source=None, external_id=item.doc_id, published=item.published)
        documents[made] = Document(
            id=made, text=item.text, external_id=item.doc_id, title=item.title, published=item.published, language="en"
        )
        ids[item.doc_id], gold[made] = made, item.incident_id or made
    return Texts(documents=documents, claims=_claims(documents, cache), gold=gold, ids=ids)


def _claims(documents: dict[str, Document], cache: Path | None) -> list[Claim]:
    """Read once for each encoder: its checksum names the file."""
    if cache is None:
        return [claim for made in extract_all(list(documents.values())) for claim in made.claims]
    path = cache / f"claims-{_maker()}.jsonl"
    known: dict[str, list[dict[str, Any]]] = {}
    if path.exists():
        known = {row["id"]: row["claims"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    new = [document for name, document in documents.items() if name not in known]
    cache.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        for start in range(0, len(new), 16):
            for made in extract_all(new[start : start + 16]):
                known[made.document_id] = [claim_to_json(claim) for claim in made.claims]
                file.write(json.dumps({"id": made.document_id, "claims": known[made.document_id]}, ensure_ascii=False) + "\n")
    return [claim_from_json(row, document_id=name) for name in documents for row in known[name]]


def _maker() -> str:
    from crossread.assets import __file__ as assets

    sums = Path(assets).with_name("encoder_en") / "checksums.json"
    return f"{load_extractor('encoder-en').name.replace('@', '-')}-{hashlib.sha256(sums.read_bytes()).hexdigest()[:8]}"


def _item(row: dict[str, Any]) -> Item:
    key = hashlib.sha256(f"{row['date']}{row['text']}".encode()).hexdigest()[:16]
    return Item(doc_id=key, text=row["text"], published=_day(row["date"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text and len(text) >= 10 else None
