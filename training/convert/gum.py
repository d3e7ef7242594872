"""GUM: many genres, every dated expression marked with its value. Gives times of all kinds, not only those of an incident."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from training.convert.rows import Json, to_row, to_span


def convert(data: Path) -> Iterator[Json]:
    """The rows of all documents."""
    for file in sorted((data / "gum").glob("*.xml")):
        yield to_gum_row(ElementTree.parse(file).getroot())


def to_gum_row(root: ElementTree.Element) -> Json:
    """One document: words parted by blanks, as the token lines give them."""
    words: list[str] = []
    found: list[tuple[int, int, str]] = []
    _walk(root, words, found)
    starts, text = [], ""
    for word in words:
        starts.append(len(text))
        text += word + " "
    text = text.rstrip()
    mentions = []
    for first, end, value in found:
        if first < end:
            span = to_span(text, starts[first], starts[end - 1] + len(words[end - 1]))
            mentions.append({"category": "time", "value": value, **span})
    created = root.get("dateCreated")
    return to_row("gum", root.get("id") or "GUM", text, claims=[], mentions=mentions, knows={"time"}, published=created)


def _walk(element: ElementTree.Element, words: list[str], found: list[tuple[int, int, str]]) -> None:
    first = len(words)
    words.extend(_forms(element.text))
    for child in element:
        _walk(child, words, found)
        words.extend(_forms(child.tail))
    value = element.get("when") or element.get("from") or element.get("notBefore")
    if element.tag == "date" and value:
        found.append((first, len(words), value))


def _forms(lines: str | None) -> list[str]:
    """The first column of token lines."""
    return [line.split("\t")[0] for line in (lines or "").split("\n") if line.strip()]
