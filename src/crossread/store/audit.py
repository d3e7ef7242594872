"""The audit log: every decision and every export, who and when, each entry sealed with the hash of the one before.

Judgements have a chain of their own. This one covers more (exports, changes of users) and holds the seal of each judgement
when it was made, so that the two logs vouch for each other: whoever rewrites one has to rewrite the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from crossread.records import AuditEntry, Judgement
from crossread.store import judgements as judgement_log
from crossread.store.clock import now
from crossread.store.pages import Reading, iter_pages
from crossread.store.seals import FIRST, last_seal, note_seal, seal_of
from crossread.store.tables import audit, judgements

FIELDS = ("number", "at", "who", "action", "subject", "detail")
HEAD = "audit_head"
BEGIN, DECISION = "begin", "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditBreak:
    """One place where a log is not what was written: the entry's number (0: the log as a whole), and what is wrong."""

    number: int
    sentence: str


class AuditLog:
    """What people did with the store, in the order in which they did it. Entries are added, never changed."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def add(self, *, who: str, action: str, subject: str | None = None, detail: Mapping[str, Any] | None = None) -> None:
        """Put one entry at the end, in the batch this stands in. Decisions come by themselves, with their judgement."""
        with self._writing() as connection:
            insert_entry(connection, who=who, action=action, subject=subject, detail=detail or {})

    def __iter__(self) -> Iterator[AuditEntry]:
        """Every entry, oldest first, read a page at a time."""
        return (_entry(row) for row in iter_pages(self._reading, select(audit), audit))

    def head(self) -> str:
        """The hash of the last entry. Whoever wrote it down elsewhere can prove later that nothing before it was changed."""
        with self._reading() as connection:
            return last_seal(connection, HEAD)

    def verify(self, *, seal: str | None = None) -> list[AuditBreak]:
        """Where this log or that of judgements is not what was written; empty when both are whole.

        With `seal`, a head written down earlier, also whether the log still goes through it.
        """
        with self._reading() as connection:
            rows = connection.execute(select(audit).order_by(audit.c.number)).all()
            found = [*_chain_breaks(connection, rows), *_judgement_breaks(connection, rows)]
        if seal is not None and seal not in {FIRST, *(row.hash for row in rows)}:
            found.append(AuditBreak(number=0, sentence=f"no entry has the seal {seal}: the log was written anew since"))
        return found


def insert_decision(connection: Connection, judgement: Judgement) -> None:
    """The entry of a judgement that was just written in the same transaction."""
    detail = {"judgement": judgement.id, "kind": judgement.kind, "seal": judgement_log.head(connection)}
    detail |= {name: value for name in ("other", "slot") if (value := getattr(judgement, name)) is not None}
    insert_entry(connection, who=judgement.made_by, action=DECISION, subject=judgement.subject, detail=detail)


def begin_if_new(connection: Connection) -> None:
    """Open the log, noting how many judgements there were before it and their seal. Called before the first entry."""
    if connection.execute(select(audit.c.number).limit(1)).first() is None:
        count = int(connection.execute(select(func.count()).select_from(judgements)).scalar_one())
        detail = {"judgements": count, "seal": judgement_log.head(connection)}
        _append(connection, {"who": "crossread", "action": BEGIN, "subject": None}, detail)


def insert_entry(connection: Connection, *, who: str, action: str, subject: str | None, detail: Mapping[str, Any]) -> None:
    """One entry at the end of the log, sealed."""
    begin_if_new(connection)
    _append(connection, {"who": who, "action": action, "subject": subject}, detail)


def _append(connection: Connection, row: dict[str, Any], detail: Mapping[str, Any]) -> None:
    last = connection.execute(select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)).first()
    number, prev = (last.number + 1, last.hash) if last else (1, FIRST)
    words = json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    row = {**row, "number": number, "at": now(), "detail": words}
    seal = _seal(row, prev)
    connection.execute(insert(audit), [{**row, "prev_hash": prev, "hash": seal}])
    note_seal(connection, HEAD, seal)


def _seal(row: Mapping[str, Any], prev: str) -> str:
    return seal_of((row[field] for field in FIELDS), prev)


def _chain_breaks(connection: Connection, rows: Any) -> Iterator[AuditBreak]:
    prev = FIRST
    for at, row in enumerate(rows, 1):
        if row.prev_hash != prev or row.number != at:
            yield AuditBreak(number=row.number, sentence="the entry before it was changed, taken out or put in")
        if row.hash != _seal(row._mapping, row.prev_hash):
            yield AuditBreak(number=row.number, sentence="its words are not those that were sealed")
        prev = row.hash
    if prev != last_seal(connection, HEAD):
        yield AuditBreak(number=0, sentence="entries at the end of the log were taken out or put in")


def _judgement_breaks(connection: Connection, rows: Any) -> Iterator[AuditBreak]:
    """The log of judgements in itself, and the two logs against each other."""
    for found in judgement_log.find_breaks(connection):
        yield AuditBreak(number=0, sentence=f"judgement {found.judgement_id or 'log'}: {found.sentence}")
    made = connection.execute(select(judgements.c.id, judgements.c.hash).order_by(judgements.c.number)).all()
    details = [(row, json.loads(row.detail)) for row in rows if row.action in (BEGIN, DECISION)]
    before = details[0][1]["judgements"] if details and details[0][0].action == BEGIN else len(made)
    if before and details and (len(made) < before or made[before - 1].hash != details[0][1]["seal"]):
        yield AuditBreak(number=details[0][0].number, sentence="the judgements made before this log are not what it began with")
    told = {detail.get("judgement"): (row.number, detail["seal"]) for row, detail in details[1:]}
    for judgement in made[before:]:
        number, seal = told.pop(judgement.id, (0, None))
        if seal != judgement.hash:
            why = "stands in no entry" if seal is None else "is not the one that was decided"
            yield AuditBreak(number=number, sentence=f"judgement {judgement.id} {why}")
    for name, (number, _) in told.items():
        yield AuditBreak(number=number, sentence=f"judgement {name}, which was decided, is gone")


def _entry(row: Any) -> AuditEntry:
    return AuditEntry(
        number=row.number,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        action=row.action,
        subject=row.subject,
        detail=json.loads(row.detail),
        prev_hash=row.prev_hash,
        hash=row.hash,
    )
