"""A report's text cut into pieces, each with the marks that lie over it, so that overlaps stay readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.records import Claim, Evidence, Wording
from crossread.store import find_spots


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a stretch of text is evidence for: a slot of a claim, or a loaded word."""

    start: int
    end: int
    slot: str
    claim_id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text without a change of marks inside it. `begins` is its offset in the report."""

    begins: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def classes(self) -> str:
        """Style classes: one for each slot, and how many marks lie over it."""
        slots = dict.fromkeys(mark.slot for mark in self.marks)
        return " ".join(["mark", *(f"s-{slot}" for slot in slots), f"deep-{min(3, len(self.marks))}"])

    @property
    def says(self) -> str:
        """What a pointer resting on it is told."""
        return "; ".join(dict.fromkeys(mark.words for mark in self.marks))


def iter_marks(claims: Sequence[Claim], wording: Iterable[Wording]) -> Iterator[Mark]:
    """Every quote of the claims and every loaded word."""
    for number, claim in enumerate(claims, 1):
        yield _mark(claim.trigger, "trigger", claim.id, f"claim {number}: {claim.type.replace('_', ' ')}")
        for telling in claim.retellings:
            yield _mark(telling, "retelling", claim.id, f"claim {number}, told again")
        for slot, rows in (("when", [claim.when]), ("where", [claim.where])):
            for row in rows:
                for quote in row.evidence if row else ():
                    yield _mark(quote, slot, claim.id, f"claim {number}: {slot}")
        told = (
            *(("actor", row.role, row.evidence) for row in claim.actors),
            *(("harm", row.effect, row.evidence) for row in claim.harm),
            *(("means", row.kind, row.evidence) for row in claim.means),
            *(("speaker", row.role, row.evidence) for row in claim.speakers),
        )
        for slot, words, quotes in told:
            for quote in quotes:
                yield _mark(quote, slot, claim.id, f"claim {number}: {words.replace('_', ' ')}")
    for word in wording:
        yield _mark(word.evidence, "wording", "", f"wording: {word.kind.replace('_', ' ')}")


def iter_found(text: str, words: str) -> Iterator[Mark]:
    """Every place of the words that somebody looks for."""
    for start, end in find_spots(text, words) if words.strip() else ():
        yield Mark(start=start, end=end, slot="found", claim_id="", words=f"looked for: {text[start:end]}")


def cut_text(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text in order; joined, the pieces are the text again."""
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(edge for mark in kept for edge in (mark.start, mark.end))})
    return [
        Piece(begins=a, text=text[a:b], marks=tuple(mark for mark in kept if mark.start <= a and b <= mark.end))
        for a, b in pairwise(edges)
    ]


def _mark(quote: Evidence, slot: str, claim_id: str, words: str) -> Mark:
    return Mark(start=quote.span.start, end=quote.span.end, slot=slot, claim_id=claim_id, words=words)
