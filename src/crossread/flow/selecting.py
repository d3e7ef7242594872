"""What is shown or taken of a store: claims as people corrected them, and the decisions they stand by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from crossread import weigh
from crossread.errors import NotFoundError
from crossread.flow.amendment import say_set_aside
from crossread.flow.incident_steps import INCIDENT, carry_judgements
from crossread.records import Claim, Document, Extraction, Judgement, extraction_to_json
from crossread.records.judgement import VERDICTS
from crossread.store import ClaimFilter, Store

NOBODY = "nobody@0"  # who made an extraction in which there is nothing


def correct_claims(store: Store, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with what was corrected in them, also under the id of an older reading: what incidents are derived from."""
    return weigh.apply_corrections(claims, carry_judgements(store).judgements)


def stored_extraction(store: Store, document_id: str) -> tuple[Document, Extraction]:
    """A document with its current claims and wording as its extractor made them, nothing corrected."""
    document = store.get_document(document_id)
    claims = tuple(store.iter_claims(ClaimFilter(document_id=document.id, current=True)))
    rows = list(store.iter_wording(document.id, current=True))
    makers = [*(maker for maker, _ in rows), *(claim.made_by for claim in claims), NOBODY]  # a person marks no wording
    return document, Extraction(
        document_id=document.id, claims=claims, wording=tuple(row for _, row in rows), made_by=makers[0]
    )


def why_unread(store: Store, document_id: str) -> str | None:
    """Why no claims were made of a report, None where it was read: its language is one that its extractor does not know."""
    gaps = store.iter_rejections(step="extract", reason="language", subject=document_id)
    return next((row.message.splitlines()[0] for row in gaps), None)


def say_aside(store: Store, document_id: str) -> str | None:
    """Why a document speaks no more, and which one stands for it; None where it stands."""
    aside = store.amendments.find(document_id)
    if aside is None:
        return None
    said = f"{say_set_aside(aside)}."
    end = store.amendments.find_successor(document_id)
    if end is not None and end != aside.superseded_by:
        said += f" {end} stands for it today."
    last = store.amendments.find(end) if end else None
    return f"{said} {end} was withdrawn." if last else f"{said} It speaks nowhere."


def document_answer(store: Store, document: Document, extraction: Extraction) -> dict[str, Any]:
    """A document for a program: the claim JSON, and of one that was set aside also by whom, why and what took its place."""
    body = extraction_to_json(document, extraction)
    aside = store.amendments.find(document.id)
    if aside is None:
        return body
    told = {"superseded_by": aside.superseded_by, "reason": aside.reason, "by": aside.made_by, "at": aside.made_at.isoformat()}
    return {**body, "set_aside": told}


def corrected_extraction(store: Store, document_id: str) -> tuple[Document, Extraction]:
    """The same with what people corrected in the claims: what is shown of a document, wherever it is shown."""
    document, made = stored_extraction(store, document_id)
    return document, replace(made, claims=tuple(correct_claims(store, made.claims)))


def correct_for_export(store: Store, claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Judgement, ...]]:
    """The claims with what was corrected in them, as incidents are derived from, and what stands of people's decisions.

    Decisions come under the ids that claims and incidents have today. How coders read for themselves is none.
    """
    carried = carry_judgements(store).judgements
    home = {row.id: incident for incident, row in store.incident_reviews().items()}
    decided = [replace(row, subject=home.get(row.id) or _today(store, row.subject)) for row in carried if row.kind != "code"]
    # Of several decisions on what is one incident now, the one that stands comes last, as it is the one that holds.
    return tuple(weigh.apply_corrections(claims, carried)), tuple(sorted(decided, key=lambda row: row.id in home))


def decisions_for_training(store: Store) -> tuple[Judgement, ...]:
    """What stands of people's decisions; those on a document whose place another took are on the same words of that one.

    What was decided on an older extractor's reading stays there: nobody looked at the rows of the new one.
    """
    rows = list(store.iter_judgements(standing=True))
    names = store.find_stand_ins({row.subject for row in rows if not row.subject.startswith(INCIDENT)})
    moved = {old: new for old, new in names.items() if store.get_claim(old).document_id != store.get_claim(new).document_id}
    return tuple(replace(row, subject=moved.get(row.subject, row.subject)) for row in rows)


def review_of_claim(store: Store, claim: Claim) -> Judgement | None:
    """What was last decided about a claim: its verdict, else a correction, else the verdict on its incident; else None."""
    own = [row for row in carry_judgements(store).judgements if row.subject == claim.id]
    verdicts = [row for row in own if row.kind in VERDICTS]
    corrections = [row for row in own if row.kind == "correct"]
    if verdicts or corrections:
        return (verdicts or corrections)[-1]
    reviews = store.incident_reviews()
    holding = (row for row in store.get_incidents(list(reviews)) if any(a.claim_id == claim.id for a in row.accounts))
    return next((reviews[row.id] for row in holding), None)


def _today(store: Store, name: str) -> str:
    """An incident's id of today; one that was withdrawn keeps its own."""
    if not name.startswith(INCIDENT):
        return name
    try:
        return store.get_incident(name).id
    except NotFoundError:
        return name
