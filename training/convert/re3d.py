"""re3d: official and press documents on Syria and Iraq with entities. The part of a broadcaster is non-commercial and left out.

Every entity of a kind is marked, whether an incident has to do with it or not.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.convert.rows import Json, to_row, to_span

CATEGORIES = {
    "Organisation": "actor",
    "Person": "actor",
    "Location": "place",
    "Temporal": "time",
    "Weapon": "means",
    "Vehicle": "object",
    "MilitaryPlatform": "object",
}
CLOSED = "BBC"
KNOWN = frozenset(("actor", "place", "time", "means"))


def convert(data: Path) -> Iterator[Json]:
    """The rows of all open documents."""
    for folder in sorted(p for p in (data / "re3d").glob("*") if p.is_dir() and CLOSED not in p.name):
        entities: dict[str, list[Json]] = defaultdict(list)
        for entity in _lines(folder / "entities.jsonl"):
            entities[entity["documentId"]].append(entity)
        for document in _lines(folder / "documents.jsonl"):
            yield to_re3d_row(document, entities[document["_id"]])


def to_re3d_row(document: Json, entities: list[Json]) -> Json:
    """One document; an entity whose place does not hold its words is left out."""
    text = document["text"]
    mentions = []
    for entity in entities:
        category = CATEGORIES.get(entity["type"])
        if category and text[entity["begin"] : entity["end"]] == entity["value"]:
            mentions.append({"category": category, **to_span(text, entity["begin"], entity["end"])})
    name = f"RE3D-{document['_id'][:8]}"
    return to_row("re3d", name, text, claims=[], mentions=mentions, knows=KNOWN, title=document["title"])


def _lines(file: Path) -> Iterator[Json]:
    if file.is_file():
        yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
