"""Victims listed with semicolons: "killed were Tun Win; Kyi Aye, 54; and Soe Ba and Hla Oo" are four, with one fate.

All four hand-coded reports with such a list have one row for each, all with the effect told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Document, Harm, Span

LEAST = 3  # rows of a list
_NAME = r"(?:[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'.-]+|al|bin|de|van|von|ag)){1,4})"
_AGED = rf"(?:\d{{1,3}}-year-old\s+)?{_NAME}"
_PERSON = re.compile(
    rf"(?:(?:[a-z’'-]+\s){{0,4}}{_AGED}(?:,?\s\(?\d{{1,3}}\)?)?|(?:[Aa]n?|[Oo]ne|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+(?!\d)[a-z][^;]*)"
)
_UNTOLD = re.compile(rf"\s*(?:and\s+)?(?P<who>{_AGED})(?:,\s\d{{1,3}}|\s\(\d{{1,3}}\))?,?\s+and\s+(?:the\s+|an?\s+)?")
_LEAD = re.compile(r"\s*(?:and\s+)?(?:the\s+|an?\s+)?")
# What befell somebody, told within an item, ends the list: "46 killed; 12 captured".
_TELLS = re.compile(
    r"\b(?:kill|murder|assassinat|shot|dead|died|wound|injur|hurt|captur|abduct|kidnap|arrest|detain|missing|releas|freed|fled|escap)"
    r"|\b(?<!who )(?:was|were|is|are|had|has|while|but)\b|:",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"(?:,\s\d{1,3}|\s\(\d{1,3}\))?,\s+")
_CALLED = re.compile(r"(?:an?|the|his|her|their)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Item:
    """The words between two semicolons, and the places of the rows in them."""

    span: Span
    rows: tuple[int, ...]


def settle_semicolons(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows of each such list with the effect of its first, one row for each person, and those nobody told."""
    if len(rows) < LEAST or ";" not in document.text:
        return tuple(rows)
    found, gone, more = list(rows), set[int](), list[Harm]()
    for items in _lists(document.text, rows):
        first = rows[items[0].rows[0]]
        for item in items:
            more += [replace(row, effect=first.effect) for row in _untold(document, rows, item)]
            for last, at in zip((None, *item.rows), item.rows, strict=False):
                found[at] = replace(found[at], effect=first.effect)
                if last is not None and _is_same(document.text, rows[last], rows[at]):
                    found[last] = replace(found[last], evidence=(*found[last].evidence, *rows[at].evidence))
                    gone.add(at)
    return (*without_rows(found, gone), *more)


def _lists(text: str, rows: Sequence[Harm]) -> list[list[_Item]]:
    """The lists of one person after the other, each in a sentence of its own."""
    sentences: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        if row.evidence and row.score is not None and row.part_of is None:
            sentences.setdefault(sentence_at(text, row.evidence[0].span.start), []).append(at)
    ends = (*sentence_ends(text), len(text))
    made = [_items(text, rows, places, ends[number]) for number, places in sentences.items() if len(places) >= LEAST]
    return [items for items in made if len(items) >= 2 and sum(len(item.rows) for item in items) >= LEAST]


def _items(text: str, rows: Sequence[Harm], places: Sequence[int], end: int) -> list[_Item]:
    """The items of the list of a sentence; none where a number or a fate of its own stands in one of them."""
    starts = sorted((rows[at].evidence[0].span.start, at) for at in places)
    listed = list(dropwhile(lambda row: not _is_one(rows[row[1]]), starts))  # "killed four people: …"
    items: list[_Item] = []
    for start, at in listed:
        if items and start < items[-1].span.end:
            items[-1] = replace(items[-1], rows=(*items[-1].rows, at))
            continue
        begin = text.rfind(";", 0, start) + 1 if items else start
        close = text.find(";", start, end)
        items.append(_Item(Span(start=begin, end=close if close >= 0 else end), (at,)))
    return items if all(_is_plain(text, rows, item, last=item is items[-1]) for item in items) else []


def _is_plain(text: str, rows: Sequence[Harm], item: _Item, *, last: bool) -> bool:
    """True for an item that is nothing but persons."""
    spans = [rows[at].evidence[0].span for at in item.rows]
    close = max(span.end for span in spans) if last else item.span.end
    opens = _LEAD.fullmatch(text, item.span.start, spans[0].start) or _UNTOLD.fullmatch(text, item.span.start, spans[0].start)
    alone = opens is not None and all(_is_one(rows[at]) for at in item.rows)
    return alone and _TELLS.search(text, item.span.start, close) is None


def _is_one(row: Harm) -> bool:
    return _PERSON.fullmatch(row.raw) is not None and parse_count(row.raw).low in (None, 1)


def _is_same(text: str, one: Harm, other: Harm) -> bool:
    """True for "a guard" of "Adam Osman, a guard", and for the name behind "a guard"."""
    between = text[one.evidence[0].span.end : other.evidence[0].span.start]
    return _APPOSED.fullmatch(between) is not None and bool(_CALLED.match(one.raw)) != bool(_CALLED.match(other.raw))


def _untold(document: Document, rows: Sequence[Harm], item: _Item) -> list[Harm]:
    """Who stands before the first row of an item that names two: "38-year-old Soe Ba and (Hla Oo)"."""
    first = rows[item.rows[0]]
    told = _UNTOLD.fullmatch(document.text, item.span.start, first.evidence[0].span.start)
    if told is None:
        return []
    quote = document.quote(*told.span("who"))
    return [replace(first, raw=quote.quote, group=None, count=None, evidence=(quote,))]
