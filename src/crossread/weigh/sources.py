"""What the incidents of a collection show of each source: counts and quotes, no score of truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median

from crossread import patterns as re
from crossread.codebook import LoadedWords, load_codebook
from crossread.codebook.table_shape import publisher
from crossread.records import Account, Claim, Document, Evidence, Incident
from crossread.weigh.case import fold
from crossread.weigh.cells import compare_cells
from crossread.weigh.signs import AGREES, DIFFERS, FITS
from crossread.weigh.values import plain_words

SIGNS = (AGREES, FITS, DIFFERS)
HEAD = 300  # characters of a report in which its dateline credits an agency
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How often a source calls an actor (its kind, where no name is told) by these words, and one place where it does.

    `loaded` words judge ("terrorists", "martyrs").
    """

    actor: str
    words: str
    count: int
    loaded: bool
    quote: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """One source. `slots` counts for each slot how its accounts stand to the others of incidents that several sources tell.

    `days_late` are the days from the first account of such an incident to its own (median), `first` how often it was first.
    `copies` counts, by source, its near-copies of earlier texts; `cites` names other sources of the collection that it quotes.
    """

    source: str
    documents: int
    claims: int
    incidents: int
    shared: int
    alone: int
    slots: Mapping[str, Mapping[str, int]]
    first: int
    days_late: float | None
    copies: Mapping[str, int]
    cites: Mapping[str, int]
    namings: tuple[Naming, ...]


def profile_sources(
    incidents: Iterable[Incident], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> list[SourceProfile]:
    """A profile of each named source, those with most documents first. Documents without a source are left out."""
    books: dict[str, _Book] = {}
    for document in documents.values():
        if document.source:
            name = publisher(document.source)
            books.setdefault(name, _Book(source=name)).documents += 1
    names = fold_sources(books)
    for claim in sorted(claims.values(), key=lambda row: row.id):
        source = documents[claim.document_id].source if claim.document_id in documents else None
        if source:
            books[publisher(source)].read(claim, names)
    for incident in incidents:
        _enter(incident, claims, documents, books)
    return [book.close() for book in sorted(books.values(), key=lambda row: (-row.documents, row.source))]


@dataclass(slots=True, kw_only=True)
class _Book:
    """What is counted of one source on the way."""

    source: str
    documents: int = 0
    claims: int = 0
    incidents: int = 0
    shared: int = 0
    first: int = 0
    slots: dict[str, Counter[str]] = field(default_factory=dict)
    lags: list[int] = field(default_factory=list)
    copies: Counter[str] = field(default_factory=Counter)
    cites: Counter[str] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    quotes: dict[tuple[str, str], Evidence] = field(default_factory=dict)

    def read(self, claim: Claim, sources: Mapping[str, str]) -> None:
        self.claims += 1
        self.cites.update(find_cited(claim, sources, own=self.source))
        for actor in claim.actors:
            words = plain_words(actor.raw)
            if actor.evidence and (actor.name or _is_loaded(words)):
                key = (actor.name or load_codebook().label("actor_type", actor.type), words)
                self.names[key] += 1
                self.quotes.setdefault(key, actor.evidence[0])

    def close(self) -> SourceProfile:
        namings = tuple(
            Naming(actor=actor, words=words, count=count, loaded=_is_loaded(words), quote=self.quotes[actor, words])
            for (actor, words), count in sorted(self.names.items(), key=lambda row: (row[0][0], -row[1], row[0][1]))
        )
        return SourceProfile(
            source=self.source,
            documents=self.documents,
            claims=self.claims,
            incidents=self.incidents,
            shared=self.shared,
            alone=self.incidents - self.shared,
            slots={slot: {sign: signs[sign] for sign in SIGNS} for slot, signs in self.slots.items()},
            first=self.first,
            days_late=median(self.lags) if self.lags else None,
            copies=dict(sorted(self.copies.items())),
            cites=dict(sorted(self.cites.items())),
            namings=namings,
        )


def _enter(
    incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document], books: Mapping[str, _Book]
) -> None:
    known = (row for row in incident.accounts if row.claim_id in claims and row.document_id in documents)
    accounts = [replace(row, source=publisher(row.source)) if row.source else row for row in known]
    sources = dict.fromkeys(row.source for row in accounts if row.source)
    for source in sources:
        books[source].incidents += 1
    if len(accounts) != len(incident.accounts) or len({row.source_group for row in accounts}) < 2:
        return
    for source in sources:
        books[source].shared += 1
    _enter_signs(incident, accounts, claims, documents, books)
    _enter_days(accounts, documents, books)
    _enter_copies(accounts, documents, books)


def _enter_signs(
    incident: Incident,
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    books: Mapping[str, _Book],
) -> None:
    for slot, cells in compare_cells(incident, claims, documents).items():
        for row in accounts:
            sign = cells[row.claim_id].sign
            if row.source and sign in SIGNS:
                books[row.source].slots.setdefault(slot, Counter())[sign] += 1


def _enter_days(accounts: Sequence[Account], documents: Mapping[str, Document], books: Mapping[str, _Book]) -> None:
    days = {row.source: day for row in accounts if row.source and (day := documents[row.document_id].published)}
    for row in accounts:
        day = documents[row.document_id].published
        if row.source and day:
            days[row.source] = min(days[row.source], day)
    earliest = min(days.values(), default=None)
    for source, day in days.items():
        if source and earliest:
            books[source].lags.append((day - earliest).days)
            books[source].first += day == earliest


def _enter_copies(accounts: Sequence[Account], documents: Mapping[str, Document], books: Mapping[str, _Book]) -> None:
    pairs = {(copy.later.source, copy.first.source) for copy in list_copies(accounts, documents)}
    for later, first in sorted((str(later), str(first)) for later, first in pairs if later and first and later != first):
        books[later].copies[first] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A later account of one independent source, and the first."""

    later: Account
    first: Account


def list_copies(accounts: Iterable[Account], documents: Mapping[str, Document]) -> list[Copy]:
    """Of one independent source with several names, the later ones copy the first.

    The first is the one that another credits in its dateline ("MOGADISHU, Aug 3 (AFP) - …") or names as who told it ("police
    said, AFP reports"), whoever was read as published first; else the one of the earliest day.
    """
    groups: dict[int, list[Account]] = {}
    for row in accounts:
        groups.setdefault(row.source_group, []).append(row)
    found = []
    for rows in groups.values():
        sources = {fold(publisher(row.source)) for row in rows if row.source}
        credited = {name for row in rows for name in _credits(documents[row.document_id], sources)}
        order = sorted(rows, key=lambda row: (_day(documents[row.document_id]), row.document_id))
        first, *later = sorted(order, key=lambda row: fold(row.source or "") not in credited)
        found += [Copy(later=row, first=first) for row in later]
    return found


def _credits(document: Document, sources: set[str]) -> set[str]:
    """The outlets, folded, that a report credits and that are not its own source.

    They stand in brackets at its head, or are those of the sources that it says have told it.
    """
    told = {fold(match[1]) for match in _CREDIT.finditer(document.text[:HEAD])}
    told |= {source for source in sources if _tells_by(source).search(document.text)}
    return told - {fold(publisher(document.source)) if document.source else ""}


@lru_cache(maxsize=256)
def _tells_by(source: str) -> re.Pattern[str]:
    """Words by which a report has it from an outlet: "AFP reports", "according to AFP", "told AFP", "- AFP" at its end."""
    name = r"[\s-]+".join(map(re.escape, source.removeprefix("the ").split()))
    agency = r"(?:(?:the|an?|news|agency|newspaper|broadcaster)\s+){0,3}"
    return re.compile(
        rf"\b{name},?\s+(?:(?:news\s+)?agency\s+)?(?:has\s+|have\s+)?(?:report(?:s|ed)|sa(?:id|ys)|quot(?:es|ed)|writes|wrote)\b"
        rf"|\b(?:according\s+to|citing|quoting|told|reported\s+by|quoted\s+by|via)\s+{agency}{name}\b|[-–—(]\s*{name}\)?\s*$",
        re.IGNORECASE,
    )


def fold_sources(sources: Iterable[str]) -> dict[str, str]:
    """The sources by their folded names, as `find_cited` looks them up."""
    return {fold(source): source for source in sources}


def find_cited(claim: Claim, sources: Mapping[str, str], *, own: str) -> list[str]:
    """The sources, by their folded names, that the claim's speakers are, `own` apart; one for each speaker."""
    cited = (sources.get(fold(speaker.name or plain_words(speaker.raw))) for speaker in claim.speakers)
    return [source for source in cited if source is not None and source != own]


def _day(document: Document) -> str:
    return document.published.isoformat() if document.published else "9999"


def _is_loaded(words: str) -> bool:
    return any(kind == "label" for kind, _ in LoadedWords.load().iter_spans(words))
