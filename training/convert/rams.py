"""RAMS (development part): one event in five sentences, its arguments anywhere in them. Only that event is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.convert.events import Argument, known_of, to_event_claim
from training.convert.rows import Json, to_row
from training.convert.tokens import join_tokens


def convert(data: Path) -> Iterator[Json]:
    """The rows of all documents that hold an event of ours."""
    file = data / "rams" / "dev.jsonlines"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        row = to_rams_row(json.loads(line))
        if row["claims"]:
            yield row


def to_rams_row(document: Json) -> Json:
    """One document; spans count tokens over all sentences and include their last one."""
    text, places = join_tokens(document["sentences"])
    claims = []
    for first, last, types in document["evt_triggers"]:
        linked = [(span, role) for trigger, span, role in document["gold_evt_links"] if trigger == [first, last]]
        arguments = [Argument(re.sub(r"^evt\d+arg\d+", "", role), *_at(places, *span)) for span, role in linked]
        claim = to_event_claim(text, types[0][0], _at(places, first, last), arguments)
        if claim:
            claims.append(claim)
    return to_row("rams", document["doc_key"], text, claims=claims, knows=known_of(claims)) | {"spans": "head"}


def _at(places: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    return places[first][0], places[last][1]
