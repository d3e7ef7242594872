"""Who published a report, in words: its source, or that it states none and which file it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.records import Account, Document, Incident

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


def say_standing(account: Account, incident: Incident, documents: Mapping[str, Document]) -> str:
    """What is said beside an account that is none of its own: a mention, or one source with another; else nothing."""
    if account.weight == "mention":
        told = any(row.document_id == account.document_id and row.weight == "account" for row in incident.accounts)
        return "told again in the same report" if told else "mentioned only in passing"
    same = [row for row in incident.accounts if row.source_group == account.source_group and row.weight != "mention"]
    return f"one source with {name_account(same[0], documents).line}" if len(same) > 1 and same[0] is not account else ""


def name_account(account: Account, documents: Mapping[str, Document]) -> SourceName:
    """The source that an account is kept under, else that of its report."""
    if account.source:
        return SourceName(text=account.source)
    return name_source(documents.get(account.document_id), account.document_id)
