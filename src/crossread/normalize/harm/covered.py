"""Where the words of claims stand, asked for many times in a long report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Span


class Covered:
    """Spans in the order of their starts, each with the farthest end so far: one search tells whether any touches a stretch."""

    def __init__(self, spans: Iterable[Span]) -> None:
        rows = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in rows]
        self._ends = list(accumulate((end for _, end in rows), max))

    def touches(self, start: int, end: int) -> bool:
        """True where a span has a character in common with the stretch."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


class BySentence:
    """Acts by the sentences in which they are told or their people are counted."""

    def __init__(self, text: str, acts: Iterable[tuple[int, Claim]]) -> None:
        self._text = text
        self._told: dict[int, list[tuple[int, Span]]] = {}
        for at, claim in acts:
            for telling in (claim.trigger, *claim.retellings, *(e for row in claim.harm for e in row.evidence)):
                self._told.setdefault(sentence_at(text, telling.span.start), []).append((at, telling.span))

    def nearest(self, start: int, end: int) -> int | None:
        """The act told in the sentence of a place, the one with the nearest words of several; None where it tells none."""
        near = self._told.get(sentence_at(self._text, start), ())
        return min(((min(abs(span.start - end), abs(start - span.end)), at) for at, span in near), default=(0, None))[1]
