"""Incidents too young to be written: what is told of yesterday may still put somebody in danger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from crossread.export.blanking import WITHHELD
from crossread.export.content import LeftOut, Selection
from crossread.records import Claim, Document, Incident

MOST_IDS = 1000  # a manifest is read by people; more ids than this are a number to them


def hold_back(selection: Selection, *, delay: int, today: date) -> tuple[Selection, tuple[Incident, ...]]:
    """The selection without what is younger than `delay` days, and the incidents held back.

    The last day on which it can have happened counts, the latest of all accounts; where none is told, the day of the last
    report; where there is none either, it is held back too. So are claims of no incident, by the same rule. A report
    that also tells of something held back keeps its other claims, but loses its title, address and loaded wording.
    """
    if not delay:
        return selection, ()
    before = today - timedelta(days=delay)
    claims = {claim.id: claim for claim in selection.claims}
    documents = {document.id: document for document in selection.documents}

    def is_old(window_ends: Iterable[date | None], told_by: Iterable[str]) -> bool:
        published = [documents[name].published for name in told_by]
        last = max((day for day in window_ends if day), default=None)
        last = last or (max(day for day in published if day) if any(published) and all(published) else None)
        return last is not None and last <= before

    kept = tuple(row for row in selection.incidents if is_old(_ends(row, claims), (a.document_id for a in row.accounts)))
    ids = {row.id for row in kept}
    gone = tuple(row for row in selection.incidents if row.id not in ids)
    told = {account.claim_id for row in kept for account in row.accounts}
    held = {account.claim_id for row in gone for account in row.accounts} - told
    held |= {c.id for c in selection.claims if c.id not in told | held and not is_old([_end(c)], [c.document_id])}
    return _without(selection, kept, held), gone


def name_held(gone: tuple[Incident, ...], delay: int) -> tuple[LeftOut, ...]:
    """The line that lists what was held back, by id alone; a manifest takes the first `MOST_IDS` of them."""
    if not gone:
        return ()
    reason = f"younger than {delay} days, or of unknown age: held back"
    return (LeftOut(what="incidents", reason=reason, count=len(gone), ids=tuple(row.id for row in gone)),)


def _ends(incident: Incident, claims: dict[str, Claim]) -> list[date | None]:
    own = incident.when.latest if incident.when else None
    return [own, *(_end(claims[account.claim_id]) for account in incident.accounts)]


def _end(claim: Claim) -> date | None:
    return claim.when.value.latest if claim.when and claim.when.value else None


def _without(selection: Selection, kept: tuple[Incident, ...], held: set[str]) -> Selection:
    touched = {claim.document_id for claim in selection.claims if claim.id in held}
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
