"""The log of judgements: append-only, each row sealed with the hash of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from crossread.errors import NotFoundError, RecordError, StoreError
from crossread.records import Judgement
from crossread.records.judgement import JUDGEMENT_KINDS, ON_PAIRS
from crossread.store.corrections import check_correction
from crossread.store.pages import Reading, iter_pages
from crossread.store.seals import FIRST, last_seal, note_seal, seal_of
from crossread.store.tables import claims, incident_ids, judgements

FIELDS = ("id", "kind", "subject", "other", "slot", "value", "reason", "made_by", "made_at")
HEAD = "judgements_head"
OF_CLAIMS = (*ON_PAIRS, "correct", "code")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainBreak:
    """One place where the log is not what was written: the row's number, its judgement, what is wrong."""

    number: int
    judgement_id: str | None
    sentence: str


def insert_judgement(connection: Connection, judgement: Judgement) -> bool:
    """True if it is new. The same judgement twice adds nothing; another one by the same id is refused."""
    row = _row(judgement)
    have = connection.execute(select(judgements).where(judgements.c.id == judgement.id)).first()
    if have is not None:
        if all(getattr(have, field) == row[field] for field in FIELDS):
            return False
        raise StoreError(
            f"Another judgement already has the id {judgement.id}.",
            found=f"{have.kind} of {have.subject} by {have.made_by}",
            next_step="Give the new one an id of its own.",
        )
    _check(connection, judgement)
    last = connection.execute(select(judgements.c.hash).order_by(judgements.c.number.desc()).limit(1)).scalar()
    prev = last or FIRST
    seal = _seal(row, prev)
    connection.execute(insert(judgements), [{**row, "prev_hash": prev, "hash": seal}])
    note_seal(connection, HEAD, seal)
    return True


def has_judgement(connection: Connection, judgement_id: str) -> bool:
    """True if the log holds it."""
    return connection.execute(select(judgements.c.number).where(judgements.c.id == judgement_id)).first() is not None


def head(connection: Connection) -> str:
    """The seal of the last judgement. Publish it with an export, and nobody can rewrite the log behind it unnoticed."""
    return last_seal(connection, HEAD)


def iter_rows(reading: Reading, *, subject: str | None) -> Iterator[Judgement]:
    """Judgements in the order they were made; with `subject`, those on that claim, incident or judgement."""
    query = select(judgements)
    if subject is not None:
        query = query.where((judgements.c.subject == subject) | (judgements.c.other == subject))
    return (_judgement(row) for row in iter_pages(reading, query, judgements))


def in_force(log: list[Judgement]) -> list[Judgement]:
    """The judgements that stand: neither undone nor an undo. An undo can itself be undone."""
    undone: set[str] = set()
    for judgement in reversed(log):
        if judgement.kind == "undo" and judgement.id not in undone:
            undone.add(judgement.subject)
    return [judgement for judgement in log if judgement.kind != "undo" and judgement.id not in undone]


def find_breaks(connection: Connection) -> list[ChainBreak]:
    """Every place where a row was changed, taken out or put in; empty when the log is whole."""
    breaks: list[ChainBreak] = []
    prev = FIRST
    for row in connection.execute(select(judgements).order_by(judgements.c.number)):
        if row.prev_hash != prev:
            breaks.append(_break(row, "the judgement before it was changed, taken out or put in"))
        if row.hash != _seal({field: getattr(row, field) for field in FIELDS}, row.prev_hash):
            breaks.append(_break(row, "its words are not those that were sealed"))
        prev = row.hash
    if prev != head(connection):
        breaks.append(ChainBreak(number=0, judgement_id=None, sentence="judgements at the end of the log were taken out"))
    return breaks


def _break(row: Any, sentence: str) -> ChainBreak:
    return ChainBreak(number=row.number, judgement_id=row.id, sentence=sentence)


def _seal(row: dict[str, Any], prev: str) -> str:
    return seal_of((row[field] for field in FIELDS), prev)


def _row(judgement: Judgement) -> dict[str, Any]:
    if judgement.made_at.tzinfo is None:
        raise RecordError("A judgement's time must say its zone.", expected="UTC", found=judgement.made_at.isoformat())
    made_at = judgement.made_at.astimezone(UTC).isoformat(timespec="microseconds")
    return {**{field: getattr(judgement, field) for field in FIELDS}, "made_at": made_at}


def _judgement(row: Any) -> Judgement:
    fields = {field: getattr(row, field) for field in FIELDS}
    return Judgement(**{**fields, "made_at": datetime.fromisoformat(row.made_at)})


def _check(connection: Connection, judgement: Judgement) -> None:
    if judgement.kind not in JUDGEMENT_KINDS:
        raise RecordError("Unknown kind of judgement.", expected=", ".join(JUDGEMENT_KINDS), found=judgement.kind)
    if judgement.kind in ON_PAIRS and judgement.other in (None, judgement.subject):
        raise RecordError(f"`{judgement.kind}` is said of two claims.", expected="another claim", found=str(judgement.other))
    for subject in (judgement.subject, judgement.other):
        if subject is not None and not _is_known(connection, judgement.kind, subject):
            raise NotFoundError(
                f"A judgement is about {subject!r}, which is not in the store.",
                expected=_expected(judgement.kind),
                next_step="Give the full id; `crossread show ID --json` prints it.",
            )
    if judgement.kind in ("correct", "code"):
        check_correction(connection, judgement)


def _expected(kind: str) -> str:
    if kind == "undo":
        return "the id of a judgement"
    return "the id of a claim" if kind in OF_CLAIMS else "the id of a claim or an incident"


def _is_known(connection: Connection, kind: str, subject: str) -> bool:
    columns = [claims.c.id] if kind in OF_CLAIMS else [claims.c.id, incident_ids.c.id]
    for column in [judgements.c.id] if kind == "undo" else columns:
        if connection.execute(select(column).where(column == subject)).first():
            return True
    return False
