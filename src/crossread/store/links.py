"""What linking left behind: blocks, bonds and counts of words. All derived, like incidents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, insert, or_, select

from crossread.records import Claim, Incident
from crossread.store.claims import ClaimFilter, claims_of_documents, documents_of_claims, iter_rows, speaking
from crossread.store.id_moves import settle_ids
from crossread.store.incidents import replace_some
from crossread.store.pages import CHUNK
from crossread.store.tables import claims, documents, incident_claims, link_blocks, link_bonds, linked_claims, meta, word_counts

LINKED = "linked"
BondRow = tuple[str, str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How incidents were last derived: by which settings, from how many documents (`counted`: with claims) and judgements."""

    settings: str
    documents: int
    counted: int
    judgements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """Claims that speak and are not linked yet, and claims that are linked and speak no more, with the documents of both."""

    new: frozenset[str]
    gone: frozenset[str]
    documents: frozenset[str]


class Links:
    """What linking left in a store, inside one transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def load_linked(self) -> Linked | None:
        """How incidents were last derived, None if that was never kept."""
        value = self._connection.execute(select(meta.c.value).where(meta.c.key == LINKED)).scalar()
        return Linked(**json.loads(value)) if value else None

    def save_linked(self, linked: Linked) -> None:
        """Note how incidents were derived."""
        self._connection.execute(delete(meta).where(meta.c.key == LINKED))
        self._connection.execute(insert(meta), [{"key": LINKED, "value": json.dumps(asdict(linked))}])

    def clear(self) -> None:
        """Forget all that linking left."""
        for table in (linked_claims, link_blocks, link_bonds, word_counts):
            self._connection.execute(delete(table))
        self._connection.execute(delete(meta).where(meta.c.key == LINKED))

    def find_unlinked(self, *, min_score: float) -> Unlinked:
        """What changed among the claims since incidents were last derived."""
        linked, scored = _linked(), _scored(min_score)
        columns = select(claims.c.id, claims.c.document_id)
        new = self._connection.execute(columns.where(speaking(), scored, ~linked)).all()
        gone = self._connection.execute(columns.where(linked, ~and_(speaking(), scored))).all()
        return Unlinked(
            new=frozenset(row.id for row in new),
            gone=frozenset(row.id for row in gone),
            documents=frozenset(row.document_id for row in (*new, *gone)),
        )

    def count_unlinked(self, *, min_score: float) -> int:
        """How many claims that speak are in no incident because they came since incidents were last derived."""
        query = select(func.count()).select_from(claims).where(speaking(), _scored(min_score), ~_linked())
        return int(self._connection.execute(query).scalar_one())

    def add_blocks(self, rows: Iterable[tuple[str, Iterable[int]]]) -> None:
        """Note claims as linked, each with the blocks it stands in."""
        for chunk in _chunks(rows):
            numbers = _numbers(self._connection, [claim for claim, _ in chunk])
            self._connection.execute(insert(linked_claims), [{"number": number} for number in numbers.values()])
            stands = [{"block": block, "number": numbers[claim]} for claim, blocks in chunk for block in blocks]
            if stands:
                self._connection.execute(insert(link_blocks), stands)

    def add_bonds(self, bonds: Iterable[BondRow]) -> None:
        """Keep bonds of claims; `a` stands before `b`."""
        for chunk in _chunks(bonds):
            self._connection.execute(insert(link_bonds), [{"a": a, "b": b, "log_odds": odds} for a, b, odds in chunk])

    def add_counts(self, kind: str, counts: Mapping[str, int]) -> None:
        """Keep in how many documents words of a kind stand."""
        for chunk in _chunks(counts.items()):
            self._connection.execute(insert(word_counts), [{"kind": kind, "word": word, "documents": n} for word, n in chunk])

    def drop_claims(self, claim_ids: Iterable[str]) -> None:
        """Take claims out of blocks and bonds."""
        for chunk in _chunks(claim_ids):
            numbers = list(_numbers(self._connection, chunk).values())
            self._connection.execute(delete(link_blocks).where(link_blocks.c.number.in_(numbers)))
            self._connection.execute(delete(linked_claims).where(linked_claims.c.number.in_(numbers)))
            self.drop_bonds(chunk)

    def drop_bonds(self, claim_ids: Iterable[str]) -> None:
        """Take out the bonds of claims."""
        for chunk in _chunks(claim_ids):
            self._connection.execute(delete(link_bonds).where(or_(link_bonds.c.a.in_(chunk), link_bonds.c.b.in_(chunk))))

    def find_counts(self, kind: str, words: Iterable[str]) -> dict[str, int]:
        """The kept counts of these words; a word that was in no document is missing."""
        query = select(word_counts.c.word, word_counts.c.documents).where(word_counts.c.kind == kind)
        return {row.word: row.documents for row in _rows(self._connection, query, word_counts.c.word, words)}

    def find_bonds(self, claim_ids: Iterable[str]) -> set[BondRow]:
        """All bonds that one of these claims has."""
        query, wanted = select(link_bonds), list(claim_ids)
        found = [row for column in (link_bonds.c.a, link_bonds.c.b) for row in _rows(self._connection, query, column, wanted)]
        return {(row.a, row.b, row.log_odds) for row in found}

    def find_standing(self, blocks: Iterable[int]) -> dict[int, set[str]]:
        """The claims that stand in each of these blocks; one in which none stands is missing."""
        query = select(link_blocks.c.block, claims.c.id).join(claims, claims.c.number == link_blocks.c.number)
        found: dict[int, set[str]] = {}
        for row in _rows(self._connection, query, link_blocks.c.block, blocks):
            found.setdefault(row.block, set()).add(row.id)
        return found

    def count_standing(self, blocks: Iterable[int]) -> dict[int, int]:
        """How many claims stand in each of these blocks."""
        query = select(link_blocks.c.block, func.count().label("size")).group_by(link_blocks.c.block)
        return {row.block: row.size for row in _rows(self._connection, query, link_blocks.c.block, blocks)}

    def find_blocks(self, claim_ids: Iterable[str]) -> set[int]:
        """All blocks that one of these claims stands in."""
        query = select(link_blocks.c.block).join(claims, claims.c.number == link_blocks.c.number)
        return {row.block for row in _rows(self._connection, query, claims.c.id, claim_ids)}

    def find_incidents(self, claim_ids: Iterable[str]) -> dict[str, set[str]]:
        """The incidents that hold these claims, each with all its claims."""
        query = select(incident_claims)
        held = {row.incident_id for row in _rows(self._connection, query, incident_claims.c.claim_id, claim_ids)}
        found: dict[str, set[str]] = {}
        for row in _rows(self._connection, query, incident_claims.c.incident_id, held):
            found.setdefault(row.incident_id, set()).add(row.claim_id)
        return found

    def find_homes(self) -> dict[str, str]:
        """For each claim that is in an incident, the incident's id."""
        return {row.claim_id: row.incident_id for row in self._connection.execute(select(incident_claims))}

    def find_added(self, incident_ids: Iterable[str]) -> dict[str, dict[str, str]]:
        """For each of these incidents its documents with the moment at which each came into the store."""
        query = (
            select(incident_claims.c.incident_id, documents.c.id, documents.c.added_at)
            .join(claims, claims.c.id == incident_claims.c.claim_id)
            .join(documents, documents.c.id == claims.c.document_id)
        )
        found: dict[str, dict[str, str]] = {}
        for row in _rows(self._connection, query, incident_claims.c.incident_id, incident_ids):
            found.setdefault(row.incident_id, {})[row.id] = row.added_at
        return found

    @contextmanager
    def _here(self) -> Iterator[Connection]:
        yield self._connection

    def find_linked(self, document_ids: Iterable[str]) -> set[str]:
        """The linked claims of these documents."""
        query = select(claims.c.id).join(linked_claims, linked_claims.c.number == claims.c.number)
        return {row.id for row in _rows(self._connection, query, claims.c.document_id, document_ids)}

    def find_documents(self, claim_ids: Iterable[str]) -> set[str]:
        """The documents that these claims are of."""
        return documents_of_claims(self._connection, claim_ids)

    def load_claims(self, document_ids: Iterable[str], *, min_score: float) -> list[Claim]:
        """All claims that speak for these documents."""
        return claims_of_documents(self._connection, document_ids, min_score=min_score)

    def iter_claims(self, *, min_score: float) -> Iterator[Claim]:
        """All claims that speak."""
        yield from iter_rows(self._here, ClaimFilter(current=True, min_score=min_score or None))

    def settle_ids(self, groups: Iterable[Sequence[str]], *, incidents: Iterable[str] | None = None) -> None:
        """Let ids stay with the larger part of their incident: `groups` are the claims of those to come (see `id_moves`)."""
        settle_ids(self._connection, groups, incidents=incidents)

    def replace_incidents(self, old: Iterable[str], new: Iterable[Incident], *, documents: Iterable[str]) -> int:
        """Put incidents in the place of old ones; `documents` are those that the claims of any of them are of."""
        return replace_some(self._connection, old, new, documents=documents)


def _rows(connection: Connection, query: Select[Any], column: Any, values: Iterable[Any]) -> Iterator[Any]:
    """The rows of a query whose column is one of the values, asked in parts."""
    for chunk in _chunks(sorted(set(values))):
        yield from connection.execute(query.where(column.in_(chunk))).all()


def _numbers(connection: Connection, claim_ids: Iterable[str]) -> dict[str, int]:
    query = select(claims.c.id, claims.c.number)
    return {row.id: row.number for row in _rows(connection, query, claims.c.id, claim_ids)}


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    stream = iter(values)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


def _linked() -> ColumnElement[bool]:
    """Claims that were there when incidents were last derived."""
    return exists().where(linked_claims.c.number == claims.c.number)


def _scored(min_score: float) -> ColumnElement[bool]:
    """Claims that are sure enough, and those that have no score."""
    return or_(claims.c.score.is_(None), claims.c.score >= min_score)
