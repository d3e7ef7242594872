"""Incidents too young to be written: what is told of yesterday may still put somebody in danger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from crossread.export.blanking import WITHHELD
from crossread.export.content import LeftOut, Selection
from crossread.records import Claim, DateWindow, Document, Incident


def hold_back(selection: Selection, *, delay: int, today: date) -> tuple[Selection, tuple[Incident, ...]]:
    """The selection without what is younger than `delay` days, and the incidents held back.

    The last day on which it can have happened counts, the latest of all accounts; where none is told, the day of the last
    report; where there is none either, it is held back too. So are claims of no incident, by the same rule. A report
    that also tells of something held back, or is as young, keeps its other claims, but loses title, address and loaded wording.
    """
    if not delay:
        return selection, ()
    before = today - timedelta(days=delay)
    claims = {claim.id: claim for claim in selection.claims}
    documents = {document.id: document for document in selection.documents}

    def is_old(told: Iterable[Claim], *ends: date | None) -> bool:
        last = last_day(told, documents, *ends)
        return last is not None and last <= before

    kept = tuple(row for row in selection.incidents if is_old(_told(row, claims), _end(row.when)))
    ids = {row.id for row in kept}
    gone = tuple(row for row in selection.incidents if row.id not in ids)
    told = {account.claim_id for row in kept for account in row.accounts}
    held = {account.claim_id for row in gone for account in row.accounts} - told
    held |= {c.id for c in selection.claims if c.id not in told | held and not is_old([c])}
    return _without(selection, kept, held, before), gone


def name_held(gone: tuple[Incident, ...], delay: int) -> tuple[LeftOut, ...]:
    """The line that lists what was held back, by id alone; a manifest takes the first `MOST_IDS` of them."""
    if not gone:
        return ()
    reason = f"younger than {delay} days, or of unknown age: held back"
    return (LeftOut(what="incidents", reason=reason, count=len(gone), ids=tuple(row.id for row in gone)),)


def last_day(told: Iterable[Claim], documents: Mapping[str, Document], *ends: date | None) -> date | None:
    """The last day that these claims, or `ends`, let it have happened; else that of the last report, None if one has none."""
    rows = list(told)
    days = [*ends, *(_end(claim.when.value) for claim in rows if claim.when)]
    if known := [day for day in days if day]:
        return max(known)
    published = [documents[claim.document_id].published for claim in rows]
    return max(day for day in published if day) if published and all(published) else None


def last_day_of(incident: Incident, selection: Selection) -> date | None:
    """The day that an incident's age is counted from."""
    claims = {claim.id: claim for claim in selection.claims}
    documents = {document.id: document for document in selection.documents}
    return last_day(_told(incident, claims), documents, _end(incident.when))


def _told(incident: Incident, claims: Mapping[str, Claim]) -> list[Claim]:
    return [claims[account.claim_id] for account in incident.accounts]


def _end(window: DateWindow | None) -> date | None:
    return window.latest if window else None


def _without(selection: Selection, kept: tuple[Incident, ...], held: set[str], before: date) -> Selection:
    touched = {claim.document_id for claim in selection.claims if claim.id in held}
    touched |= {document.id for document in selection.documents if document.published and document.published > before}
    claims = tuple(claim for claim in selection.claims if claim.id not in held)
    speaking = {claim.document_id for claim in claims}
    gone = held | {row.id for row in selection.incidents} - {row.id for row in kept}
    return replace(
        selection,
        incidents=kept,
        claims=claims,
        documents=tuple(
            _quiet(document) if document.id in touched else document
            for document in selection.documents
            if document.id in speaking or document.id not in touched
        ),
        wording=tuple(row for row in selection.wording if row.evidence.document_id not in touched),
        judgements=tuple(row for row in selection.judgements if not gone & {row.subject, row.other}),
    )


def _quiet(document: Document) -> Document:
    return replace(document, title=document.title and WITHHELD, url=None, name=None, external_id=None)


def is_quiet(document: Document) -> bool:
    """True for a report that lost title and address because it also tells of something held back, or is as young."""
    return document.title in (None, WITHHELD) and not (document.url or document.name or document.external_id)
