"""Dated expressions of XML corpora as cases for `benchmarks/dates.py`.

Two shapes are read: token files with `TIMEX3` elements that point at tokens (MEANTIME), where the document time is the
publication date; and inline `<date when="…">` elements (GUM), where the text's `dateCreated` is.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def iter_gold(folder: Path) -> Iterator[tuple[str, str, int, int, date | None, date, date]]:
    """Name, text, start, end, publication date, first and last day of every expression with a day, month or year value."""
    for path in sorted(folder.rglob("*.xml")):
        yield from _tokens(path) if "<token " in path.read_text("utf-8")[:2000] else _inline(path)


def window(value: str) -> tuple[date, date] | None:
    """First and last day of a value such as 2009-05-14, 2009-05 or 2009."""
    match = VALUE.match(value)
    if match is None or match.group(1) == "0000":
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day:
        return date(year, month or 1, day), date(year, month or 1, day)
    if month:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def _tokens(path: Path) -> Iterator[tuple[str, str, int, int, date | None, date, date]]:
    root = ElementTree.parse(path).getroot()
    places: dict[str, tuple[int, int]] = {}
    text, sentence = "", "0"
    for token in root.iter("token"):
        word = token.text or ""
        glue = "\n" if token.get("sentence") != sentence else "" if word in (".", ",", "'s", ")", ":") else " "
        sentence = token.get("sentence") or "0"
        text += glue + word
        places[token.get("t_id") or ""] = (len(text) - len(word), len(text))
    published = None
    times = list(root.iter("TIMEX3"))
    for time in times:
        if time.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            bounds = window((time.get("value") or "")[:10])
            published = bounds[0] if bounds and bounds[0] == bounds[1] else published
    for time in times:
        anchors = [places[anchor.get("t_id") or ""] for anchor in time.iter("token_anchor")]
        bounds = window(time.get("value") or "")
        if time.get("type") == "DATE" and anchors and bounds:
            yield path.stem, text, anchors[0][0], anchors[-1][1], published, *bounds


def _inline(path: Path) -> Iterator[tuple[str, str, int, int, date | None, date, date]]:
    root = ElementTree.parse(path).getroot()
    pieces: list[str] = []
    found: list[tuple[int, int, str, str]] = []
    _walk(root, pieces, found)
    text = "".join(pieces)
    created = window(root.get("dateCreated") or "")
    published = created[0] if created and created[0] == created[1] else None
    for start, end, first, last in found:
        low, high = window(first), window(last)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if low and high and start < end:
            yield path.stem, text, start, end, published, low[0], high[1]


def _walk(element: ElementTree.Element, pieces: list[str], found: list[tuple[int, int, str, str]]) -> None:
    start = sum(map(len, pieces))
    pieces.extend(_plain(element.text))
    for child in element:
        _walk(child, pieces, found)
        pieces.extend(_plain(child.tail))
    first = element.get("when") or element.get("from")
    last = element.get("when") or element.get("to")
    if element.tag == "date" and first and last:
        found.append((start, sum(map(len, pieces)), first, last))


def _plain(text: str | None) -> list[str]:
    """The word forms of tab-separated token lines, each followed by a space."""
    lines = (text or "").split("\n")
    return [line.split("\t")[0] + " " for line in lines if line.strip()]
