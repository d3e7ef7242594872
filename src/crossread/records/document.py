"""One report as published, its text frozen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from crossread.records.span import Evidence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """The bytes a document was read from, exactly as they came in; `sha256` is their hex digest."""

    sha256: str
    content: bytes
    name: str
    media_type: str

    @classmethod
    def from_bytes(cls, content: bytes, *, name: str, media_type: str) -> RawFile:
        """Take bytes in and hash them."""
        return cls(sha256=hashlib.sha256(content).hexdigest(), content=content, name=name, media_type=media_type)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. `id` is the same for the same text from the same source, so reading twice adds nothing.

    `text` starts with the body as read; a title is repeated in it only where the file had it there. `published_from` says
    who gave the publication date: `option`, `metadata`, `dateline`, `title` or `updated`; where only a month or year is told,
    it is that ("2016-10") and `published` is None; None when nothing is told. `sha256` is the raw file's. `reader` is
    name@version of what read it.
    """

    id: str
    text: str
    external_id: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published: date | None = None
    published_from: str | None = None
    sha256: str | None = None
    reader: str = "text@1"
    name: str | None = None

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence for the characters from `start` up to `end` of the text."""
        return Evidence(document_id=self.id, span=Span(start=start, end=end), quote=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Why a document speaks no more: another took its place (`superseded_by`), or, where that is None, it was withdrawn."""

    document_id: str
    superseded_by: str | None
    reason: str | None
    made_by: str
    made_at: datetime


def document_id(text: str, *, source: str | None, external_id: str | None, published: date | None) -> str:
    """The permanent id of a document: a hash of what makes it this report and no other."""
    parts = (source or "", external_id or "", published.isoformat() if published else "", text)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"doc_{digest[:16]}"
