"""The front desk of a store: the few things one can ask of it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import Connection, Engine

from crossread.records import Claim, Document, Extraction, Incident, Judgement, RawFile, Rejection, Wording
from crossread.store import claims, documents, incidents, judgements, rejections, reports, search, tables
from crossread.store.amendments import Amendments
from crossread.store.audit import AuditLog, begin_if_new, insert_decision
from crossread.store.claims import ClaimFilter
from crossread.store.counts import Counts, count_all, count_read_by_others
from crossread.store.explaining import explained
from crossread.store.ids import find_id
from crossread.store.incident_filter import IncidentFilter
from crossread.store.incident_ids import find_anchors
from crossread.store.judgements import ChainBreak
from crossread.store.leases import Leases
from crossread.store.links import Linked, Links
from crossread.store.sessions import ReadTokens, Sessions
from crossread.store.sights import Sight, find_mark, iter_sights
from crossread.store.stand_ins import find_copies, find_stand_ins
from crossread.store.states import find_reviews, find_states
from crossread.store.users import Users

EVERY_CLAIM, EVERY_INCIDENT = ClaimFilter(), IncidentFilter()


class Store:
    """Documents, claims and judgements, kept for good, and the incidents last derived from them.

    Each writing call is one transaction, or part of its `batch()`. Any number may read while one writes; a second writer waits.
    Ids may be shortened to a beginning that only one has.
    """

    def __init__(self, engine: Engine, *, where: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._pen = threading.RLock()
        self._mine = threading.local()
        self.where = where
        self.amendments = Amendments(self._reading, self._writing)
        self.reports = reports.Reports(self._reading)
        self.audit = AuditLog(self._reading, self._writing)
        self.users = Users(self._reading, self._writing)
        self.sessions = Sessions(self._reading, self._writing)
        self.read_tokens = ReadTokens(self._reading, self._writing)
        self.leases = Leases(self._reading, self._writing)

    def __enter__(self) -> Store:
        """The store itself, open since it was made."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it; whatever was raised goes on."""
        self.close()

    def close(self) -> None:
        """Let go of every connection; the store can be opened again."""
        self._engine.dispose()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All writes of this thread inside it are kept together, or none of them."""
        with self._writing():
            yield

    def add_document(self, document: Document, raw_file: RawFile | None = None) -> bool:
        """True if the document is new; one that is known stays as it is."""
        with self._writing() as connection:
            return documents.insert_document(connection, document, raw_file)

    def has_document(self, document_id: str) -> bool:
        """True if the store holds the document by this full id."""
        with self._reading() as connection:
            return documents.has_document(connection, document_id)

    def get_document(self, document_id: str) -> Document:
        """The document by its id or the beginning of it."""
        with self._reading() as connection:
            return documents.load_document(connection, find_id(connection, tables.documents.c.id, document_id, what="document"))

    def get_raw_file(self, sha256: str) -> RawFile:
        """The bytes a document was read from, by their hash or the beginning of it."""
        with self._reading() as connection:
            return documents.load_raw_file(connection, find_id(connection, tables.raw_files.c.sha256, sha256, what="raw file"))

    def list_read_from(self, sha256: str | None = None, *, name: str | None = None) -> dict[str, str | None]:
        """The names, by id, of documents that stand and were read from the bytes of this full hash, or a file of this name."""
        with self._reading() as connection:
            return documents.list_read_from(connection, sha256=sha256, name=name)

    def iter_documents(self, *, source: str | None = None, text: str | None = None) -> Iterator[Document]:
        """Documents that stand, in the order they came in; with `text`, those whose title and text hold all its words."""
        with self._reading() as connection:
            words = None if text is None else search.matches(connection, text)
        return documents.iter_rows(self._reading, source=source, words=words)

    def iter_pending_documents(self, made_by: str | None = None) -> Iterator[Document]:
        """Documents that stand, and that this extractor (any, when None) has not finished with."""
        return documents.iter_pending(self._reading, made_by=made_by)

    def documents_by_id(self) -> Mapping[str, Document]:
        """The documents by full id, each loaded when it is asked for; those that were set aside are not listed."""
        return documents.DocumentShelf(self._reading)

    def find_documents(self, document_ids: Iterable[str]) -> dict[str, Document]:
        """Those of these documents that the store holds, by id, all in memory."""
        with self._reading() as connection:
            return documents.find_documents(connection, document_ids)

    def add_extraction(self, extraction: Extraction, *, done: bool = True) -> int:
        """How many of its claims are new. Refused whole, with `EvidenceError`, if one quote is not in the document."""
        with self._writing() as connection:
            return claims.insert_extraction(connection, extraction, done=done)

    def is_extracted(self, document_id: str, made_by: str | None = None) -> bool:
        """True if this extractor (any, when None) has finished with the document, set aside or not."""
        with self._reading() as connection:
            return claims.is_extracted(connection, document_id, made_by)

    def get_claim(self, claim_id: str) -> Claim:
        """The claim by its id or the beginning of it."""
        with self._reading() as connection:
            return claims.load_claim(connection, find_id(connection, tables.claims.c.id, claim_id, what="claim"))

    def iter_claims(self, where: ClaimFilter = EVERY_CLAIM) -> Iterator[Claim]:
        """Claims in the order they came in."""
        return claims.iter_rows(self._reading, where)

    def iter_wording(self, document_id: str, *, current: bool = False) -> Iterator[tuple[str, Wording]]:
        """The loaded expressions of a document in the order of its text, each after who found it; `current` as of claims."""
        with self._reading() as connection:
            found = claims.iter_wording_of(connection, document_id, current=current)
        return iter(found)

    def add_judgement(self, judgement: Judgement) -> bool:
        """True if it is new. Nothing takes it out again; an `undo` says that it no longer stands.

        The audit log gets its entry in the same transaction: there is no decision without one.
        """
        with self._writing() as connection:
            begin_if_new(connection)
            new = judgements.insert_judgement(connection, judgement)
            if new:
                insert_decision(connection, judgement)
            return new

    def has_judgement(self, judgement_id: str) -> bool:
        """True if the log holds the judgement by this full id."""
        with self._reading() as connection:
            return judgements.has_judgement(connection, judgement_id)

    def iter_judgements(self, *, subject: str | None = None, standing: bool = False) -> Iterator[Judgement]:
        """The log in order. `standing` leaves out what was undone, and the undos."""
        if not standing:
            return judgements.iter_rows(self._reading, subject=subject)
        stand = judgements.in_force(list(judgements.iter_rows(self._reading, subject=None)))
        return (judgement for judgement in stand if subject in (None, judgement.subject, judgement.other))

    def verify_judgements(self) -> list[ChainBreak]:
        """Where the log is not what was written; empty when it is whole."""
        with self._reading() as connection:
            return judgements.find_breaks(connection)

    def judgements_head(self) -> str:
        """The seal over the whole log so far, to be published with what was derived from it."""
        with self._reading() as connection:
            return judgements.head(connection)

    def add_rejection(self, rejection: Rejection) -> bool:
        """True if it is new."""
        with self._writing() as connection:
            return rejections.insert_rejection(connection, rejection)

    def iter_rejections(
        self, *, step: str | None = None, reason: str | None = None, subject: str | None = None, settled: bool = True
    ) -> Iterator[Rejection]:
        """What was stopped, in order; without `settled`, what has not been read or extracted since."""
        rows = rejections.iter_rows(self._reading, step=step, reason=reason, subject=subject)
        return rows if settled else rejections.iter_open(rows, self._reading)

    def replace_incidents(self, new: Iterable[Incident]) -> int:
        """How many incidents there are now. All old ones go, ids stay with their claims, in one transaction."""
        with self._writing() as connection:
            return incidents.replace_all(connection, new)

    def find_linked(self) -> Linked | None:
        """What incidents were last derived from and by which settings; None where none ever were."""
        with self._reading() as connection:
            return Links(connection).load_linked()

    @contextmanager
    def links(self) -> Iterator[Links]:
        """What linking left behind, to be read and written in one transaction."""
        with self._writing() as connection:
            yield Links(connection)

    def count_unlinked(self, *, min_score: float = 0.0) -> int:
        """How many claims that speak came since incidents were last derived: a run was stopped before it linked them."""
        with self._reading() as connection:
            return Links(connection).count_unlinked(min_score=min_score)

    def iter_incidents(
        self, where: IncidentFilter = EVERY_INCIDENT, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[Incident]:
        """Incidents by day, undated ones last."""
        return incidents.iter_rows(self._reading, where, limit=limit, offset=offset)

    def count_incidents(self, where: IncidentFilter = EVERY_INCIDENT) -> int:
        """How many incidents the filter keeps."""
        with self._reading() as connection:
            return incidents.count_rows(connection, where)

    def list_incident_ids(self, where: IncidentFilter = EVERY_INCIDENT) -> list[str]:
        """The ids of the incidents that the filter keeps, in no order."""
        with self._reading() as connection:
            return incidents.list_ids(connection, where)

    def get_incidents(self, ids: Sequence[str]) -> list[Incident]:
        """The incidents by these full ids, in this order; those that are gone since are left out. For a page, not for all."""
        with self._reading() as connection:
            return incidents.load_incidents(connection, ids)

    def iter_sights(self) -> Iterator[Sight]:
        """Every incident by day as a map or timeline sees it, undated ones last; much quicker than the incidents."""
        return iter_sights(self._reading)

    def incidents_mark(self) -> str:
        """Another one whenever incidents were derived anew or people decided something: what was counted before is stale."""
        with self._reading() as connection:
            return find_mark(connection)

    def incident_states(self) -> dict[str, str]:
        """The incidents that people `accepted` or `dismissed`; all others are open."""
        with self._reading() as connection:
            return find_states(connection)

    def incident_reviews(self) -> dict[str, Judgement]:
        """The decision that stands on each incident that people accepted or dismissed: who, when and why."""
        with self._reading() as connection:
            return find_reviews(connection)

    def get_incident(self, incident_id: str) -> Incident:
        """The incident by its id or the beginning of it; an id that was merged leads to the incident it is now part of."""
        with self._reading() as connection:
            return incidents.load_incident(connection, incident_id)

    def find_anchors(self, incident_ids: Iterable[str]) -> dict[str, str]:
        """For each incident id that was ever given, the claim that it goes with."""
        with self._reading() as connection:
            return find_anchors(connection, incident_ids)

    def find_stand_ins(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """For each claim that speaks no more, its document read anew or superseded, today's on the same words, if any."""
        with self._reading() as connection:
            return find_stand_ins(connection, claim_ids)

    def find_copies(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """For each of these claims that people wrote about a document whose place another took, the same about that one."""
        with self._reading() as connection:
            return find_copies(connection, claim_ids)

    def count_read_by_others(self, made_by: str, *, besides: str) -> dict[str, int]:
        """Documents that this extractor has not read, by the one whose claims speak for them; `besides` is not counted."""
        with self._reading() as connection:
            return count_read_by_others(connection, made_by, besides=besides)

    def counts(self) -> Counts:
        """How much of everything there is, of documents those that stand."""
        with self._reading() as connection:
            return count_all(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection that sees what is committed, and what this thread's own batch has written."""
        mine: Connection | None = getattr(self._mine, "connection", None)
        if mine is not None:
            yield mine
            return
        with explained(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        mine: Connection | None = getattr(self._mine, "connection", None)
        if mine is not None:
            yield mine
            return
        with self._pen, explained(self.where), self._writer.begin() as connection:
            self._mine.connection = connection
            try:
                yield connection
            finally:
                self._mine.connection = None
