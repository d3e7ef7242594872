"""What all parts of a dossier look up: records by id, the numbers of incidents and reports, how words of a report are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.codebook import load_codebook
from crossread.export.blanking import WordGuard
from crossread.export.content import ExportOptions, Selection
from crossread.export.delay import is_quiet
from crossread.export.dossier_cited import Cited, cite
from crossread.export.job import Job
from crossread.export.lookup import Lookup
from crossread.export.names import NameGuard
from crossread.records import Claim, Document, Evidence, Incident, Judgement
from crossread.weigh import day_order, name_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words of a report, in the report's language where it is known."""

    words: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """The records of one dossier. `incidents` are in the order of reading, by day, and their numbers follow it.

    `incidents_read`, `claims_read` and `documents_read` are the same records before anything was withheld, empty where nothing
    was: sums and signs are made of them. `decisions` are the judgements by each claim or incident that they are about, of those
    whose both sides are in the file.
    """

    lookup: Lookup
    claims: Mapping[str, Claim]
    incidents: Sequence[Incident]
    number_of: Mapping[str, int]
    source_number: Mapping[str, int]
    decisions: Mapping[str, Sequence[Judgement]]
    changes: Mapping[str, str]
    options: ExportOptions
    guard: NameGuard
    incidents_read: Mapping[str, Incident]
    claims_read: Mapping[str, Claim]
    documents_read: Mapping[str, Document]
    guards: dict[str, WordGuard] = field(default_factory=dict)

    @classmethod
    def of(cls, job: Job) -> Teller:
        """Index a selection that names, places and days have been taken care of, and what was read where these changed it."""
        selection, options = job.selection, job.options
        cut = options.is_coarse or not options.with_names
        uncut = job.uncut if cut else None
        lookup = Lookup.of(selection, hides_words=options.is_coarse)
        ordered = sorted(selection.incidents, key=day_order)
        claims = lookup.claims
        if options.is_coarse:
            ordered = [_parties_in_words(row) for row in ordered]
            claims = {name: _in_words(claim) for name, claim in claims.items()}
        return cls(
            lookup=lookup,
            claims=claims,
            incidents=ordered,
            number_of={row.id: number for number, row in enumerate(ordered, 1)},
            source_number={row.id: number for number, row in enumerate(lookup.documents_told(), 1)},
            decisions=_by_subject(selection, ordered),
            changes=selection.changes,  # coarsened selections have none: a change tells places and days
            options=options,
            guard=job.guard,
            incidents_read={row.id: row for row in uncut.incidents} if uncut else {},
            claims_read={row.id: row for row in uncut.claims} if uncut else {},
            documents_read={row.id: row for row in uncut.documents} if uncut else {},
        )

    @property
    def documents(self) -> Mapping[str, Document]:
        """The reports by id."""
        return self.lookup.documents

    def quote(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Each of these words once; none where words could tell again a place or a day that is written coarser."""
        if self.lookup.hides_words:
            return ()
        return tuple(
            Quote(words=words, language=language)
            for words, language in dict.fromkeys((one.quote, self.documents[one.document_id].language) for one in evidence)
        )

    def cite(self, evidence: Iterable[Evidence]) -> tuple[Cited, ...]:
        """The sentences of one report that hold these words; none where words could tell a place or a day written coarser.

        A report that also tells what is held back, or that is as young, gives its words without the sentence.
        """
        rows = list(evidence)
        if self.lookup.hides_words or not rows:
            return ()
        document = self.documents[rows[0].document_id]
        if self.options.delay and is_quiet(document):
            document = replace(document, text="")
        return cite(rows, document, None if self.options.with_names else self._guard_of(document))

    def _guard_of(self, document: Document) -> WordGuard:
        """The guard for the report's own words, made once a report."""
        if document.id not in self.guards:
            whole = self.documents_read.get(document.id, document)
            claims = self.lookup.claims_of_document.get(document.id, ())
            self.guards[document.id] = self.guard.of(claims).of_report(whole)
        return self.guards[document.id]

    def name(self, name: str, *, here: str) -> str:
        """What a decision was about: a claim by its source and words, an incident by its number here."""
        if name == here:
            return "this incident"
        if name in self.number_of:
            return f"incident {self.number_of[name]} here"
        claim = self.lookup.claim(name)
        source = name_source(self.documents[claim.document_id], claim.document_id).line
        return source if self.lookup.hides_words else f"{source} “{claim.trigger.quote}”"


def _by_subject(selection: Selection, incidents: Sequence[Incident]) -> dict[str, list[Judgement]]:
    """Decisions on claims that no incident of the file has are left out, as are pairs of which one side is not in it."""
    known = {account.claim_id for row in incidents for account in row.accounts} | {row.id for row in incidents}
    found: dict[str, list[Judgement]] = {}
    for row in selection.judgements:
        about = [name for name in dict.fromkeys((row.subject, row.other)) if name]
        if known.issuperset(about):
            for name in about:
                found.setdefault(name, []).append(row)
    return found


def _in_words(claim: Claim) -> Claim:
    """With coarser places and days a known actor by its name alone, as the words for it may tell the place ("the army at Kah").

    Any other is told by the label of its type.
    """
    actors = (replace(row, raw=row.name if row.registry_id and row.name else _kind(row.type)) for row in claim.actors)
    return replace(claim, actors=tuple(actors))


def _parties_in_words(incident: Incident) -> Incident:
    """The same for the parties of an incident, whose names are codes where they are not known."""
    parties = (replace(row, name=_kind(row.type)) if row.name == row.type else row for row in incident.parties)
    return replace(incident, parties=tuple(parties))


def _kind(code: str) -> str:
    return load_codebook().label("actor_type", code)
