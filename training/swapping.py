"""Coded reports with other names, numbers and days in the same places: the labels stay, single words say less.

Mention replacement (Dai and Adel, "An Analysis of Simple Data Augmentation for Named Entity Recognition", 2020): a marked span
gives way to a span of another report that has the same category, class and shape, so that the sentence still reads.
"""

from __future__ import annotations

import bisect
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from training.examples import move_spans

Json = dict[str, Any]
Key = tuple[Any, ...]
SHARE = 0.5  # of the spans that can give way
LONGEST = 8  # words of a span that others may take
_ARTICLES = frozenset("a an the some several its their his her".split())
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


class Bank:
    """The spans of many coded reports, by what they can stand for."""

    def __init__(self, rows: Iterable[Json]) -> None:
        found: dict[Key, set[str]] = defaultdict(set)
        for row in rows:
            for (start, end), key in _fitting(row):
                quote = row["text"][start:end]
                if len(quote.split()) <= LONGEST:
                    found[key].add(quote)
        self._spans = {key: sorted(quotes) for key, quotes in found.items() if len(quotes) > 1}

    def swap(self, row: Json, rng: random.Random) -> Json:
        """The report with about half of its free spans replaced and all offsets moved.

        A name that stands again is replaced there, too.
        """
        text = row["text"]
        chosen: dict[tuple[int, int], str] = {}
        renamed: dict[str, str] = {}
        for span, key in _fitting(row):
            others = self._spans.get(key)
            quote = text[slice(*span)]
            if quote in renamed:
                chosen[span] = renamed[quote]
            elif others and rng.random() < SHARE:
                chosen[span] = renamed[quote] = rng.choice(others)
        marked = sorted(set(_all_spans(row)))
        for quote, other in renamed.items():
            if any(word[:1].isupper() for word in quote.split()):
                chosen |= {span: other for span in _elsewhere(text, quote) if not _touches(span, marked)}
        return _rewritten(row, chosen)


def _fitting(row: Json) -> list[tuple[tuple[int, int], Key]]:
    """Spans that can give way, with what they can give way to: marked for one thing only, nothing marked within or around."""
    keys: dict[tuple[int, int], set[Key]] = defaultdict(set)
    for span, key in _iter_marked(row):
        keys[span].add(key)
    spans = sorted(set(_all_spans(row)))
    return [
        (span, next(iter(own)))
        for span, own in sorted(keys.items())
        if len(own) == 1 and sum(a < span[1] and span[0] < b for a, b in spans) == 1
    ]


def _iter_marked(row: Json) -> Iterator[tuple[tuple[int, int], Key]]:
    text = row["text"]
    for claim in row["claims"]:
        for name in ("when", "where"):
            for e in (claim.get(name) or {"evidence": ()})["evidence"]:
                yield (e["start"], e["end"]), (name, *_shape(text[e["start"] : e["end"]], keep=name == "when"))
        for actor in claim["actors"]:
            for e in actor["evidence"]:
                yield (e["start"], e["end"]), ("actor", actor["type"], *_shape(text[e["start"] : e["end"]]))
        for harm in claim["harm"]:
            for e in harm["evidence"]:
                yield (e["start"], e["end"]), ("harm", harm.get("group_type"), *_shape(text[e["start"] : e["end"]]))
        for speaker in claim["speakers"]:
            for e in speaker["evidence"]:
                yield (e["start"], e["end"]), ("speaker", *_shape(text[e["start"] : e["end"]]))


def _shape(quote: str, *, keep: bool = False) -> Key:
    """How a span begins and ends, so that another of the same shape fits into its sentence; `keep` keeps every plain word."""
    words = re.findall(r"\w+", quote)
    kinds = [_kind(word) for word in words]
    if keep:
        return tuple(kinds)
    if not words:
        return ("",)
    opening = kinds[0] if kinds[0] in ("number", "article") or not words[0][0].isupper() else "name"
    last = words[-1]
    return (opening, "name" if last[0].isupper() else "word", last.endswith("s"), quote.isupper())


def _kind(word: str) -> str:
    low = word.lower()
    if low in _DAYS:
        return "day"
    if low in _MONTHS:
        return "month"
    if word.isdigit() or low in _COUNTS:
        return "year" if len(word) == 4 and word.isdigit() else "number"
    return "article" if low in _ARTICLES else low


def _all_spans(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value["start"], value["end"]
        for inner in value.values():
            yield from _all_spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _all_spans(inner)


def _elsewhere(text: str, quote: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text):
        yield match.span()


def _touches(span: tuple[int, int], marked: list[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in marked)


def _rewritten(row: Json, chosen: dict[tuple[int, int], str]) -> Json:
    """The row with the chosen spans replaced and every offset moved along."""
    text, out, at = row["text"], [], 0
    edges, shifts, shift = [], [], 0
    for (start, end), other in sorted(chosen.items()):
        out += [text[at:start], other]
        at = end
        shift += len(other) - (end - start)
        edges.append(end)
        shifts.append(shift)
    out.append(text[at:])
    if not chosen:
        return row

    def moved(offset: int) -> int:
        place = bisect.bisect_right(edges, offset)
        return offset + (shifts[place - 1] if place else 0)

    return move_spans(row, moved) | {"text": "".join(out)}
