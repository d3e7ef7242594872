"""M2E2's Voice of America documents: events of eight types with arguments of their own sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.convert.events import Argument, known_of, to_event_claim
from training.convert.rows import Json, to_row
from training.convert.tokens import join_tokens


def convert(data: Path) -> Iterator[Json]:
    """The rows of all documents."""
    file = data / "m2e2_voa" / "documents.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        yield to_m2e2_row(json.loads(line))


def to_m2e2_row(document: Json) -> Json:
    """One document; the sentences' words are joined again, because the full stops stand only there."""
    sentences = document["sentences"]
    text, places = join_tokens([s["words"] for s in sentences])
    claims, first = [], 0
    for sentence in sentences:
        kinds = {(e["start"], e["end"]): e["entity-type"] for e in sentence["golden-entity-mentions"]}
        for event in sentence["golden-event-mentions"]:
            arguments = [
                Argument(a["role"], *_at(places, first, a), kinds.get((a["start"], a["end"]), "")) for a in event["arguments"]
            ]
            claim = to_event_claim(text, event["event_type"], _at(places, first, event["trigger"]), arguments)
            if claim:
                claims.append(claim)
        first += len(sentence["words"])
    return to_row("m2e2", document["id"], text, claims=claims, knows=known_of(claims), published=document.get("published"))


def _at(places: list[tuple[int, int]], first: int, span: Json) -> tuple[int, int]:
    return places[first + span["start"]][0], places[first + span["end"] - 1][1]
