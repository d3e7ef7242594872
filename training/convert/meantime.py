"""MEANTIME: Wikinews on business, every time expression marked. Gives times of all kinds, not only those of an incident."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from training.convert.rows import Json, to_row, to_span
from training.convert.tokens import join_tokens

TIMES = ("DATE", "TIME")


def convert(data: Path) -> Iterator[Json]:
    """The rows of all documents."""
    for file in sorted((data / "meantime").rglob("*.xml")):
        yield to_meantime_row(file.stem, ElementTree.parse(file).getroot())


def to_meantime_row(name: str, root: ElementTree.Element) -> Json:
    """One document; times without tokens (the document's own date) are left out."""
    sentences: dict[str, list[str]] = {}
    order: dict[str, int] = {}
    for token in root.iter("token"):
        sentences.setdefault(token.get("sentence") or "0", []).append(token.text or "")
        order[token.get("t_id") or ""] = len(order)
    text, places = join_tokens(sentences.values())
    mentions, published = [], None
    for time in root.iter("TIMEX3"):
        anchors = [order[a.get("t_id") or ""] for a in time.iter("token_anchor") if a.get("t_id") in order]
        if time.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            published = (time.get("value") or "")[:10] or published
        if anchors and time.get("type") in TIMES:
            span = to_span(text, places[min(anchors)][0], places[max(anchors)][1])
            mentions.append({"category": "time", "value": time.get("value"), **span})
    return to_row("meantime", name, text, claims=[], mentions=mentions, knows={"time"}, published=published)
