"""The reports of an incident, each once, and with which other it is one source and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.link import is_copy
from crossread.records import Document, Incident
from crossread.weigh import name_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report; `beside` says which reports it counts as one with ("near-identical with Wire"), empty where with none."""

    document: Document
    beside: str


def list_reports(incident: Incident, documents: Mapping[str, Document]) -> list[Told]:
    """In the order of the accounts. Two accounts of one report are one report, which is near-identical with none."""
    groups: dict[str, int] = {}
    for account in incident.accounts:
        groups.setdefault(account.document_id, account.source_group)
    found = []
    for name, group in groups.items():
        others = [documents[other] for other, its in groups.items() if its == group and other != name]
        found.append(Told(document=documents[name], beside=_say(documents[name], others)))
    return found


def _say(document: Document, others: list[Document]) -> str:
    """Of whose text it is a copy, and that its publisher has more there; where neither, with whom it is one source."""
    copies = [row for row in others if is_copy(document, row)]
    alike = [row for row in others if row not in copies and row.source and row.source == document.source]
    parts = [f"near-identical with {_names(copies)}"] if copies else []
    parts += [f"of one publisher with {len(alike)} other report{'' if len(alike) == 1 else 's'}"] if alike else []
    parts = parts or ([f"one source with {_names(others)}"] if others else [])
    return f"{', '.join(parts)}: counted once" if parts else ""


def _names(documents: list[Document]) -> str:
    return " and ".join(dict.fromkeys(name_source(row, row.id).line for row in documents))
