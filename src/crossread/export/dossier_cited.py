"""Sentences of a report with the words that prove a value marked in them: "eight" alone proves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from crossread.export.blanking import BAR, WordGuard
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Document, Evidence

LONGEST_BESIDE = 240  # characters shown before the first and behind the last marked words of a sentence
CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a sentence, marked where a value rests on them; `is_apart` where a space stands before them."""

    words: str
    is_marked: bool
    is_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One sentence of a report, in the report's language where it is known."""

    pieces: tuple[Piece, ...]
    language: str | None


def cite(evidence: Iterable[Evidence], document: Document, guard: WordGuard | None) -> tuple[Cited, ...]:
    """The sentences that hold these words, in the order of the report, each once; with a guard, names in them are barred.

    Words that the text does not have where they are said to stand are shown alone.
    """
    rows = sorted(set(evidence), key=lambda row: row.span)
    sound = [row for row in rows if _stands(row, document.text)]
    lost = [row for row in rows if row not in sound]
    found = [_sentence(list(group), document, guard) for _, group in groupby(sound, key=_Grouping(document.text))]
    alone = [Cited(pieces=(Piece(words=row.quote, is_marked=True),), language=document.language) for row in lost]
    return tuple(dict.fromkeys((*found, *alone)))


class _Grouping:
    """Words whose sentences touch come together: one that runs over two sentences holds both."""

    def __init__(self, text: str) -> None:
        self._text, self._end, self._number = text, -1, 0

    def __call__(self, row: Evidence) -> int:
        start, end = _around(row, self._text)
        self._number += start >= self._end
        self._end = max(self._end, end)
        return self._number


def _stands(row: Evidence, text: str) -> bool:
    written = text[row.span.start : row.span.end]
    return len(written) == len(row.quote) and all(a in (b, BAR) for a, b in zip(row.quote, written, strict=True))


def _around(row: Evidence, text: str) -> tuple[int, int]:
    """From the start of the sentence in which the words begin to the end of that in which they end."""
    ends = sentence_ends(text)
    first, last = sentence_at(text, row.span.start), sentence_at(text, row.span.end - 1)
    while first and _goes_on(text, ends[first - 1]):
        first -= 1
    while last < len(ends) and _goes_on(text, ends[last]):
        last += 1
    return ends[first - 1] if first else 0, ends[last] if last < len(ends) else len(text)


def _goes_on(text: str, end: int) -> bool:
    """True where only a line ends: the next one goes on in small letters."""
    return text[end - 1] == "\n" and text[end - 2 : end - 1] not in ("\n", ".") and text[end : end + 1].islower()


def _sentence(rows: list[Evidence], document: Document, guard: WordGuard | None) -> Cited:
    text = document.text
    bounds = [_around(row, text) for row in rows]
    low, high = min(row.span.start for row in rows), max(row.span.end for row in rows)
    start, end = max(bounds[0][0], low - LONGEST_BESIDE), min(max(last for _, last in bounds), high + LONGEST_BESIDE)
    start = start if start == bounds[0][0] else text.find(" ", start, low) + 1 or low
    end = end if end in {last for _, last in bounds} else max(text.rfind(" ", high, end), high)
    shown = guard.mask(text[start:end]) if guard is not None else text[start:end]
    for row in rows:  # what the slot's own words bar stays barred
        at = row.span.start - start
        shown = shown[:at] + "".join(map(_barred, row.quote, shown[at:])) + shown[at + len(row.quote) :]
    marked = {at for row in rows for at in range(row.span.start - start, row.span.end - start)}
    cut = (CUT if start > bounds[0][0] else "", CUT if end < max(last for _, last in bounds) else "")
    return Cited(pieces=tuple(_pieces(shown, marked, cut)), language=document.language)


def _barred(one: str, other: str) -> str:
    return BAR if BAR in (one, other) else other


def _pieces(shown: str, marked: set[int], cut: tuple[str, str]) -> Iterator[Piece]:
    """Stretches of the sentence; marked ones with nothing but a space between them are one."""
    if cut[0]:
        yield Piece(words=cut[0], is_marked=False)
    marks = marked | {at for at in range(1, len(shown)) if shown[at].isspace() and {at - 1, at + 1} <= marked}
    apart = False
    for is_marked, group in groupby(range(len(shown)), key=marks.__contains__):
        words = "".join(shown[at] for at in group)
        if words.strip():
            yield Piece(words=words.strip(), is_marked=is_marked, is_apart=apart or words[0].isspace())
        apart = words[-1].isspace()
    if cut[1]:
        yield Piece(words=cut[1], is_marked=False, is_apart=True)
