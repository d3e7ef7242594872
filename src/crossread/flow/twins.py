"""A report that was read before under another source, day or id, and so would stand in the store twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossread.flow.amendment import Changes, tell_changes
from crossread.records import Document
from crossread.store import Store

_ROW = re.compile(r":(\d+)$")  # behind the name of a table: the line of the row


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A new document, the one that stands for the same text of the same file, and in what they differ, from old to new."""

    name: str
    new: str
    old: str
    changes: Changes


class Twins:
    """Looks for twins of what one run reads. What the run itself brings in is no twin: a table may tell one text twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sha256: str | None = None
        self._before: Mapping[str | None, str] = {}

    def find(self, document: Document) -> Twin | None:
        """The twin of a document that is new to the store: of the same bytes, and of a table in the same row."""
        if document.sha256 is None:
            return None
        if document.sha256 != self._sha256:
            rows = self._store.list_read_from(document.sha256)
            self._sha256, self._before = document.sha256, {_row_of(name): id for id, name in rows.items()}
        known = self._before.get(_row_of(document.name))
        old = self._store.get_document(known) if known else None
        if old is None or old.text != document.text:
            return None
        return Twin(name=document.name or document.id, new=document.id, old=old.id, changes=tell_changes(old, document))


def _row_of(name: str | None) -> str | None:
    found = _ROW.search(name or "")
    return found[1] if found else None
