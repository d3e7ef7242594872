"""Claims by their words, so that a rule need not go through all of a long report for each thing that somebody says in it.

A report of 900 kB has some thousands of claims and a thousand sayings. What is found here is looked at as before: no more is
left out than what cannot be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from crossread import patterns as re
from crossread.records import Actor, Claim, Span, Speaker

_WORD = re.compile(r"\w+")


class ByQuote:
    """Claims by where the words of their speakers and parties begin, of each row the first quote."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._at: dict[int, set[int]] = {}
        for at, claim in enumerate(claims):
            self.note(at, claim)
        self._starts = sorted(self._at)

    def note(self, at: int, claim: Claim) -> None:
        """Take in the rows that the claim has now; they begin where those of another claim did."""
        rows: tuple[Speaker | Actor, ...] = (*claim.speakers, *claim.actors)
        for row in rows:
            if row.evidence:
                self._at.setdefault(row.evidence[0].span.start, set()).add(at)

    def beginning_at(self, start: int) -> list[int]:
        """The claims that have, or had, a row that begins there, in their order."""
        return sorted(self._at.get(start, ()))

    def beginning_in(self, span: Span) -> list[int]:
        """The claims that have, or had, a row that begins inside a span, in their order."""
        starts = self._starts[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return sorted({at for start in starts for at in self._at[start]})


class ByName:
    """Claims by the words told of them: a name stands only where its first word does."""

    def __init__(self, told: Iterable[tuple[int, str]]) -> None:
        self._told: dict[str, list[tuple[int, str]]] = {}
        for at, raw in told:
            for word in set(_WORD.findall(raw)):
                self._told.setdefault(word, []).append((at, raw))

    def naming(self, names: Iterable[str]) -> set[int]:
        """The claims in whose words one of the names stands, whole."""
        found: set[int] = set()
        for name in names:
            whole = re.compile(rf"\b{re.escape(name)}\b")
            found |= {at for at, raw in self._told.get(_WORD.findall(name)[0], ()) if whole.search(raw)}
        return found
