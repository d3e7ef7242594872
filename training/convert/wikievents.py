"""WikiEvents (development part): events with arguments from the whole document. Arguments are marked by their head word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.convert.events import Argument, known_of, to_event_claim
from training.convert.rows import Json, to_row


def convert(data: Path) -> Iterator[Json]:
    """The rows of all documents."""
    file = data / "wikievents" / "dev.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        yield to_wikievents_row(json.loads(line))


def to_wikievents_row(document: Json) -> Json:
    """One document; its sentences hold each token with its place in the text."""
    text = document["text"]
    tokens = [(start, end) for sentence in document["sentences"] for _, start, end in sentence[0]]
    entities = {e["id"]: e for e in document["entity_mentions"]}
    claims = []
    for event in document["event_mentions"]:
        found = [(a["role"], entities[a["entity_id"]]) for a in event["arguments"] if a["entity_id"] in entities]
        arguments = [Argument(role, *_at(tokens, e), e["entity_type"]) for role, e in found]
        claim = to_event_claim(text, event["event_type"], _at(tokens, event["trigger"]), arguments)
        if claim:
            claims.append(claim)
    return to_row("wikievents", f"WE-{document['doc_id']}", text, claims=claims, knows=known_of(claims)) | {"spans": "head"}


def _at(tokens: list[tuple[int, int]], span: Json) -> tuple[int, int]:
    return tokens[span["start"]][0], tokens[span["end"] - 1][1]
