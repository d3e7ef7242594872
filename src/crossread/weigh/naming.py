"""Who published a report, in words: its source, or that it states none and which file it is."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.records import Document

NOT_STATED = "source not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceName:
    """`text` is the source as stated, or `NOT_STATED`; then `note` is the report's file, else its title, else its id.

    A file's name is where a report lay, not who published it, so that it never stands in the source's place.
    """

    text: str
    note: str = ""

    @property
    def line(self) -> str:
        """Both in one line: `Sahel Wire`, `source not stated (raid.txt)`."""
        return f"{self.text} ({self.note})" if self.note else self.text


def name_source(document: Document | None, document_id: str) -> SourceName:
    """The name of the source of a report, which may not be at hand."""
    if document is None:
        return SourceName(text=NOT_STATED, note=document_id)
    if document.source:
        return SourceName(text=document.source)
    return SourceName(text=NOT_STATED, note=document.name or document.title or document.id)
