"""The pages that only show: incident, report, method."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from crossread.codebook import load_codebook
from crossread.flow.incident_steps import carry_judgements
from crossread.flow.selecting import correct_claims, corrected_extraction, say_aside, why_unread
from crossread.flow.totals import totals_of_incident
from crossread.records import Claim, Document, Incident
from crossread.registry import list_plugins
from crossread.review.amending import list_former
from crossread.review.deciding import say_last
from crossread.review.history import list_history
from crossread.review.identity import who
from crossread.review.later import tell_review
from crossread.review.marking import cut_text, iter_found, iter_marks
from crossread.review.merging import read_apart
from crossread.review.one_source import list_reports
from crossread.review.rendering import render, store_of
from crossread.review.reweighing import weigh_again
from crossread.review.toll_chart import draw_tolls
from crossread.store import IncidentFilter, Store
from crossread.weigh import compare_cells

router = APIRouter(include_in_schema=False)
DRAWN = 5000  # rows that a page looks at at most
NEAR_DAYS = 14
MOST_NEAR = 12  # incidents offered to be merged with


@router.get("/incidents/{incident_id}", response_class=HTMLResponse)
def incident(request: Request, incident_id: str, policy: str = "", merged: str = "", apart: str = "") -> HTMLResponse:
    """One incident with its accounts side by side; with `policy` counted by another one, on this page only."""
    store = store_of(request)
    found = store.get_incident(incident_id)
    claims, documents = gather(store, found)
    if policy:
        found = weigh_again(store, found, claims=claims, documents=documents, policy=policy)
    table = compare_cells(found, claims, documents)
    values = {
        "incident": found,
        "policies": list(list_plugins("policies")),
        "asked": bool(policy),
        "claims": claims,
        "documents": documents,
        "reports": list_reports(found, documents),
        "table": table,
        "charts": draw_tolls(found, claims, documents, table),
        "totals": [(check, store.get_document(check.document_id)) for check in totals_of_incident(store, found)],
        "history": list_history(store, found),
        "lease": next((row for row in store.leases if row.subject == found.id and row.holder != who(request).name), None),
        "others": list_near(store, found),
        "last": say_last(store, who(request), {found.id, *claims}),
        "review": tell_review(store, found.id),
        "merge": read_apart(store, merged, apart),
    }
    return render(request, "incident.html", values)


@router.get("/documents/{document_id}", response_class=HTMLResponse)
def document(request: Request, document_id: str, find: str = "") -> HTMLResponse:
    """One report with the words its claims rest on, and those that somebody came to `find`."""
    store = store_of(request)
    found, told = corrected_extraction(store, document_id)
    claims, wording = sorted(told.claims, key=lambda claim: claim.trigger.span.start), told.wording
    marks = [*iter_marks(claims, wording), *iter_found(found.text, find)]
    pieces = cut_text(found.text, marks)
    home = {account.claim_id: row.id for row in store.iter_incidents() for account in row.accounts}
    standing = carry_judgements(store).judgements
    values = {
        "document": found,
        "claims": claims,
        "unread": why_unread(store, found.id),
        "wording": wording,
        "found": sum(mark.slot == "found" for mark in marks),
        "find": find.strip(),
        "pieces": pieces,
        "types": load_codebook().codes("incident_type"),
        "home": home,
        "judged": {row.subject: row for row in standing if row.kind in ("accept", "dismiss")},
        "last": say_last(store, who(request), {claim.id for claim in claims}),
        "aside": store.amendments.find(found.id),
        "aside_said": say_aside(store, found.id),
        "stands": store.amendments.find_successor(found.id),
        "former": list_former(store, found),
    }
    return render(request, "document.html", values)


@router.get("/documents/{document_id}/original")
def original(request: Request, document_id: str) -> Response:
    """The report's bytes as they were read, to keep, never to be opened as a page of the desk."""
    store = store_of(request)
    found = store.get_document(document_id)
    if not found.sha256:
        return Response(found.text, media_type="text/plain; charset=utf-8")
    raw = store.get_raw_file(found.sha256)
    return Response(
        raw.content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{found.id}.bin"', "Content-Security-Policy": "sandbox"},
    )


@router.get("/method", response_class=HTMLResponse)
def method(request: Request) -> HTMLResponse:
    """How incidents come about, from the codebook and the policy in use."""
    book = load_codebook()
    kinds = (
        "incident_type",
        "scope",
        "status",
        "stance",
        "actor_role",
        "speaker_role",
        "actor_type",
        "effect",
        "qualifier",
        "grade",
        "severity",
    )
    codes = {kind: [book.code(kind, code) for code in book.codes(kind)] for kind in kinds}
    return render(request, "method.html", {"codes": codes, "policy": request.app.state.settings.policy})


def gather(store: Store, found: Incident) -> tuple[dict[str, Claim], dict[str, Document]]:
    """The claims of an incident, as people corrected them, and its reports, by id."""
    told = correct_claims(store, [store.get_claim(account.claim_id) for account in found.accounts])
    claims = {claim.id: claim for claim in told}
    documents = {account.document_id: store.get_document(account.document_id) for account in found.accounts}
    return claims, documents


def list_near(store: Store, found: Incident) -> list[Incident]:
    """Incidents that a coder may wonder if they are the same: of the same country, within two weeks, the nearest days first."""
    day = _day(found)
    if day is None or found.where is None or found.where.country is None:
        return []
    span = timedelta(days=NEAR_DAYS)
    where = IncidentFilter(country=found.where.country, date_from=day - span, date_to=day + span)
    near = [
        (abs((other - day).days), row)
        for row in islice(store.iter_incidents(where), DRAWN)
        if row.id != found.id and (other := _day(row)) is not None and abs((other - day).days) <= NEAR_DAYS
    ]
    return [row for _, row in sorted(near, key=lambda pair: (pair[0], pair[1].id))][:MOST_NEAR]


def _day(row: Incident) -> date | None:
    return (row.when.earliest or row.when.latest) if row.when else None
