"""The list of a store's reports: sorted, counted and a page at a time, without their texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, exists, func, or_, select

from crossread.errors import RecordError
from crossread.store import search
from crossread.store.pages import Reading
from crossread.store.passages import Passage, find_passage
from crossread.store.set_aside import stands
from crossread.store.tables import claims, documents, extractions, incident_claims, set_aside

SORTS = ("published", "source", "claims", "incidents", "read")
READ, UNREAD = "read", "unread"
REPORT_STATES = (READ, UNREAD)
BEGINNING = 90  # characters of a text that stand for a title


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports that stand: those whose source has these words (in double quotes: is named so), whose title and text hold
    all of these, and that were `read`, or not yet."""

    source: str | None = None
    text: str | None = None
    state: str | None = None

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a state that is none."""
        if self.state not in (None, *REPORT_STATES):
            raise RecordError("Unknown state.", expected=", ".join(REPORT_STATES), found=self.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as a list shows it: `added_at` is when it came into the store, `claims` those that speak for it."""

    id: str
    title: str | None
    name: str | None
    beginning: str
    source: str | None
    published: date | None
    language: str | None
    added_at: str
    claims: int
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCounts:
    """Reports that were read, that wait to be read, whose place a corrected one took, and that were withdrawn."""

    read: int
    unread: int
    superseded: int
    withdrawn: int


class Reports:
    """The reports of a store, for lists of them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def count(self, where: ReportFilter) -> int:
        """How many reports the filter keeps."""
        with self._reading() as connection:
            query = _narrow(connection, select(func.count()).select_from(documents), where)
            return int(connection.execute(query).scalar_one())

    def page(self, where: ReportFilter, *, sort: str, descending: bool, limit: int, offset: int) -> list[Report]:
        """Some of them in this order, those without a day or source last whichever way; of equals in the order they came."""
        if sort not in SORTS:
            raise RecordError("Reports cannot be sorted by that.", expected=", ".join(SORTS), found=sort)
        with self._reading() as connection:
            query = _sorted(_narrow(connection, _listed(), where), sort, descending=descending)
            rows = connection.execute(query.limit(limit).offset(offset)).all()
            told = [_counts(connection, counted, [row.id for row in rows]) for counted in (_claims(), _incidents())]
        of_claims, of_incidents = told
        return [Report(**row._mapping, claims=of_claims.get(row.id, 0), incidents=of_incidents.get(row.id, 0)) for row in rows]

    def find_passages(self, names: Sequence[str], words: str) -> dict[str, Passage]:
        """For those of these reports whose text holds them the place of the words, with what stands around it."""
        with self._reading() as connection:
            rows = connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(names))).all()
        found = ((row.id, find_passage(row.text, words)) for row in rows)
        return {name: passage for name, passage in found if passage is not None}

    def counts(self) -> ReportCounts:
        """How many there are in each state."""
        with self._reading() as connection:
            read = self._one(connection, select(func.count()).select_from(documents).where(_is_read(), stands(documents.c.id)))
            every = self._one(connection, select(func.count()).select_from(documents).where(stands(documents.c.id)))
            aside = select(func.count()).select_from(set_aside)
            withdrawn = self._one(connection, aside.where(set_aside.c.superseded_by.is_(None)))
            superseded = self._one(connection, aside) - withdrawn
        return ReportCounts(read=read, unread=every - read, superseded=superseded, withdrawn=withdrawn)

    def _one(self, connection: Connection, query: Select[Any]) -> int:
        return int(connection.execute(query).scalar_one())


def _listed() -> Select[Any]:
    columns = (documents.c[name] for name in ("id", "title", "name", "source", "published", "language", "added_at"))
    return select(*columns, func.substr(documents.c.text, 1, BEGINNING).label("beginning"))


def _narrow(connection: Connection, query: Select[Any], where: ReportFilter) -> Select[Any]:
    query = query.where(stands(documents.c.id))
    if where.source is not None:
        query = query.where(_is_source(where.source))
    if where.text is not None:
        query = query.where(search.matches(connection, where.text))
    if where.state is not None:
        query = query.where(_is_read() if where.state == READ else ~_is_read())
    return query


def _is_source(words: str) -> Any:
    if len(words) > 2 and words[0] == words[-1] == '"':
        return documents.c.source == words[1:-1]
    folded = func.lower(documents.c.source).contains(words.lower(), autoescape=True)
    return or_(folded, documents.c.source.contains(words, autoescape=True))  # SQLite lowers ASCII letters alone


def _is_read() -> Any:
    return exists().where(extractions.c.document_id == documents.c.id, extractions.c.done)


def _sorted(query: Select[Any], sort: str, *, descending: bool) -> Select[Any]:
    if sort in ("claims", "incidents"):
        counted = _claims() if sort == "claims" else _incidents()
        query = query.outerjoin(counted, counted.c.document_id == documents.c.id)
        key: Any = func.coalesce(counted.c.counted, 0)
    elif sort == "read":
        key = documents.c.number
    else:
        key = func.lower(documents.c.source) if sort == "source" else documents.c.published
        query = query.order_by(key.is_(None))
    return query.order_by(key.desc() if descending else key, documents.c.number)


def _claims() -> Subquery:
    """For each document the number of its claims that speak."""
    same = and_(extractions.c.document_id == claims.c.document_id, extractions.c.made_by == claims.c.made_by)
    query = select(claims.c.document_id, func.count().label("counted")).join(extractions, same).where(extractions.c.current)
    return query.group_by(claims.c.document_id).subquery()


def _incidents() -> Subquery:
    """For each document the number of incidents that it is an account of, or mentions."""
    number = func.count(incident_claims.c.incident_id.distinct()).label("counted")
    return select(incident_claims.c.document_id, number).group_by(incident_claims.c.document_id).subquery()


def _counts(connection: Connection, counted: Subquery, names: Sequence[str]) -> dict[str, int]:
    query = select(counted.c.document_id, counted.c.counted).where(counted.c.document_id.in_(names))
    return {row.document_id: int(row.counted) for row in connection.execute(query)}
