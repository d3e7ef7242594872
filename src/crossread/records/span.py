"""Where in a document something stands, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.errors import EvidenceError, RecordError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text: Unicode code points, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a span that starts before 0 or holds no character."""
        if not 0 <= self.start < self.end:
            raise RecordError("A span must start at 0 or later and hold at least one character.", found=str(self))

    def __str__(self) -> str:
        """`12:19`, start and end in characters."""
        return f"{self.start}:{self.end}"

    def __len__(self) -> int:
        """Its length in characters."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True if both share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if every character of `other` is also in this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The exact words of one document that a value came from: `text[start:end] == quote`, always."""

    document_id: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        """Refuse with `EvidenceError` a quote of another length than its span; `check` compares it with the text."""
        if len(self.quote) != len(self.span):
            raise EvidenceError(
                f"Evidence in document {self.document_id} quotes words of another length than its span.",
                where=f"span {self.span}",
                expected=f"{len(self.span)} characters",
                found=f"{len(self.quote)} characters: {self.quote[:60]!r}",
            )

    def check(self, text: str) -> None:
        """Raise `EvidenceError` unless `text` holds the quote at the span."""
        found = text[self.span.start : self.span.end]
        if found != self.quote:
            raise EvidenceError(
                f"A claim quotes text that document {self.document_id} does not contain.",
                where=f"span {self.span}",
                expected=repr(self.quote[:80]),
                found=repr(found[:80]),
                next_step="It is not kept: its maker must quote the document's own text, letter for letter.",
            )
