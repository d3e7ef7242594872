"""What is to be corrected of a report itself, and what that means in a store: which document is to speak in whose place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from crossread.errors import RecordError
from crossread.languages import LANGUAGE_CODES
from crossread.read.options import latest_day
from crossread.records import Document, SetAside, document_id
from crossread.store import Store

NAMING = ("title", "url", "language")  # no part of the id
FIELDS = ("published", "source", *NAMING, "external_id")
NONE = "none"
UNREAD = ""  # the language of a document that is not in the store
Changes = Mapping[str, tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What is to be corrected: the document's id or its beginning, and the new value of each field, None to empty it."""

    name: str
    changes: Mapping[str, date | str | None]
    reason: str | None = None
    made_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an amendment means in a store: `new` is to speak in the place of `old`; `changes` are from what to what.

    `stored`: the new one is in the store already, `read_as` its language there. `done`: it has taken the place already, and
    nothing is left to do.
    """

    old: Document
    new: Document
    changes: Changes
    stored: bool
    done: bool = False
    read_as: str | None = UNREAD

    @property
    def renames(self) -> bool:
        """True where only title or address change: the document stays what it is, and so do its claims."""
        return self.stays and not self.rereads

    @property
    def stays(self) -> bool:
        """True where the document keeps its id."""
        return self.old.id == self.new.id

    @property
    def rereads(self) -> bool:
        """True where a document of the store is read again, as it is in another language than the one it was read in."""
        return self.read_as is not UNREAD and self.read_as != self.new.language


def check_amendment(amendment: Amendment) -> None:
    """Raise `RecordError` for what cannot be, whatever the store holds: no change, no such field, a day that is yet to come."""
    changes = amendment.changes
    strange = [name for name in changes if name not in FIELDS]
    if strange or not changes:
        raise RecordError(
            "It is not said what to correct.",
            expected=f"one or more of {', '.join(_said(name) for name in FIELDS)}",
            found=", ".join(strange) or "none of them",
            next_step=f"At the command line: {', '.join('--' + name.replace('_', '-') for name in FIELDS)}.",
        )
    for name, value in changes.items():
        if isinstance(value, str) and not value.strip():
            raise RecordError(f"The {_said(name)} is blank.", expected=f"words, or `{NONE}` to empty it", found=repr(value))
    language = changes.get("language")
    if language is not None and language not in LANGUAGE_CODES:
        raise RecordError(
            "There is no such language.", expected=f"a code of two letters (en), or `{NONE}`", found=repr(str(language))
        )
    day, last = changes.get("published"), latest_day()
    if isinstance(day, date) and day > last:
        raise RecordError("A report cannot have been published on a day yet to come.", expected=f"up to {last}", found=str(day))


def plan_amendment(store: Store, amendment: Amendment) -> Plan:
    """What is to become of the document.

    Refused where it does not stand, where nothing would change, and where the document that it would become was set aside.
    """
    check_amendment(amendment)
    old = store.get_document(amendment.name)
    new = _with_changes(old, amendment.changes)
    aside = store.amendments.find(old.id)
    if aside is not None:
        if new.id == old.id or store.amendments.find_successor(old.id) != new.id or store.amendments.find(new.id):
            raise refuse_set_aside(store, aside)
        stands = store.get_document(new.id)
        return Plan(old=old, new=stands, changes=tell_changes(old, stands), stored=True, done=True)
    stored = new.id == old.id or store.has_document(new.id)
    if stored and new.id != old.id:
        _refuse_overruling(store, old, new)
        asked = {name: getattr(new, name) for name in NAMING if name in amendment.changes}
        new = replace(store.get_document(new.id), **asked)
    read_as = store.get_document(new.id).language if stored else UNREAD
    changes = tell_changes(old, new)
    if not changes:
        raise RecordError(
            "Nothing would change.",
            where=old.id,
            expected="another value than it has",
            found=", ".join(f"{_said(name)} {_shown(getattr(old, name)) or NONE}" for name in amendment.changes),
        )
    return Plan(old=old, new=new, changes=changes, stored=stored, read_as=read_as)


def tell_changes(old: Document, new: Document) -> Changes:
    """The fields in which two documents of one text differ, each from what to what."""
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in FIELDS)
    return {name: (_shown(a), _shown(b)) for name, a, b in pairs if a != b}


def say_changes(changes: Mapping[str, tuple[str | None, str | None]]) -> str:
    """For a person: `published 2019-03-01 → 2019-01-21, source none → Radio Gao`."""
    return ", ".join(f"{_said(name)} {old or NONE} → {new or NONE}" for name, (old, new) in changes.items())


def say_set_aside(aside: SetAside) -> str:
    """For a person, in one sentence: why a document speaks no more, who said so and when."""
    why = f": {aside.reason}" if aside.reason else ""
    what = f"superseded by {aside.superseded_by}" if aside.superseded_by else "withdrawn"
    return f"{what[0].upper()}{what[1:]} on {aside.made_at:%Y-%m-%d} by {aside.made_by}{why}"


def refuse_set_aside(store: Store, aside: SetAside) -> RecordError:
    """The refusal to change a document that speaks no more."""
    name = aside.document_id
    stands = store.amendments.find_successor(name)
    step = f"Amend {stands}, which stands for it." if stands else f"`crossread withdraw {name} --undo` lets it speak again."
    return RecordError(
        "This document speaks no more.",
        where=name,
        expected="one that stands",
        found=say_set_aside(aside),
        next_step=step,
    )


def _refuse_overruling(store: Store, old: Document, new: Document) -> None:
    """Refuse to let a document speak again that people set aside for a reason which has nothing to do with the old one."""
    aside = store.amendments.find(new.id)
    stands = store.amendments.find_successor(new.id)
    if aside is None or stands == old.id:
        return
    told = say_set_aside(aside)
    step = f"Amend to the fields of {stands} instead." if stands else f"`crossread withdraw {new.id} --undo` takes that back."
    raise RecordError(
        "The store holds the document that this one would become, and it was set aside.",
        where=new.id,
        expected="one that stands, or none",
        found=f"{told[0].lower()}{told[1:]}",
        next_step=step,
    )


def _with_changes(old: Document, changes: Mapping[str, date | str | None]) -> Document:
    told = {name: value.strip() if isinstance(value, str) else value for name, value in changes.items()}
    new = replace(old, **told)  # type: ignore[arg-type]  # the names are checked
    if new.published != old.published:
        new = replace(new, published_from="option" if new.published else None)
    name = document_id(new.text, source=new.source, external_id=new.external_id, published=new.published)
    return replace(new, id=name)


def _said(name: str) -> str:
    return {"url": "address", "external_id": "external id"}.get(name, name)


def _shown(value: date | str | None) -> str | None:
    return None if value is None else str(value)
