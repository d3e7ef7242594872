"""A report that was read before under another source, day or id, or before its file was changed, and would count twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from crossread import patterns as re
from crossread.extract import is_row
from crossread.flow.amendment import Changes, tell_changes
from crossread.records import Document
from crossread.store import Store

_ROW = re.compile(r":(\d+)$")  # behind the name of a table: the line of the row
ALIKE = 0.6  # the share of a text's words in a row that an edited version of it keeps; another day's report keeps next to none
SHORT = 120  # words of a text that are compared one by one: three in a row say little of it
_RUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A new document, the one that stands for the same report, and in what they differ, from old to new.

    `edited`: the file has other bytes than when the old one was read; `rewritten`: so that its text is another, too.
    """

    name: str
    new: str
    old: str
    changes: Changes
    edited: bool = False
    rewritten: bool = False


class Twins:
    """Looks for twins of what one run reads. What the run itself brings in is no twin: a table may tell one text twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sha256: str | None = None
        self._before: Mapping[str | None, str] = {}

    def find(self, document: Document) -> Twin | None:
        """The twin of a document that is new to the store: of the same bytes, and of a table in the same row.

        Else what stands under the name of its file and tells nearly the same in nearly the same words.
        """
        if document.sha256 is None:
            return None
        if document.sha256 != self._sha256:
            rows = self._store.list_read_from(document.sha256)
            self._sha256, self._before = document.sha256, {_row_of(name): id for id, name in rows.items()}
        known = self._before.get(_row_of(document.name))
        old = self._store.get_document(known) if known else None
        if old is None:
            return self._find_edited(document)
        if old.text != document.text:
            return None
        return Twin(name=document.name or document.id, new=document.id, old=old.id, changes=tell_changes(old, document))

    def _find_edited(self, document: Document) -> Twin | None:
        """What was read last from a file of this name, of which this is another version; of a table the row of that line."""
        if document.name is None:
            return None
        for name in reversed(self._store.list_read_from(name=document.name)):
            old = self._store.get_document(name)
            if old.sha256 != document.sha256 and _is_version(old, document):
                told = {"name": document.name, "new": document.id, "old": old.id, "changes": tell_changes(old, document)}
                return Twin(**told, edited=True, rewritten=old.text != document.text)  # type: ignore[arg-type]
        return None


def _is_version(old: Document, new: Document) -> bool:
    """True for a text that keeps most of the other's words in a row; a row of a data set is known by its own id."""
    if is_row(new) or is_row(old) or (old.external_id and new.external_id):
        return old.reader == new.reader and old.external_id == new.external_id
    return old.text == new.text or share_kept(old.text, new.text) >= ALIKE


def share_kept(old: str, new: str) -> float:
    """How much of two texts is the same: from 0 to 1, of the words in their order, or for long ones of three in a row."""
    a, b = old.split(), new.split()
    if max(len(a), len(b)) <= SHORT:
        return SequenceMatcher(None, a, b, autojunk=False).ratio()
    runs_a, runs_b = _runs(a), _runs(b)
    return len(runs_a & runs_b) / max(len(runs_a), len(runs_b), 1)


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _row_of(name: str | None) -> str | None:
    found = _ROW.search(name or "")
    return found[1] if found else None
