"""Coding on one's own: a report with the machine's candidates and one's own readings, without what others decided."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.records.judgement import VERDICT
from crossread.review.coders import load_codings
from crossread.review.correcting import Reading, read_slot
from crossread.review.deciding import Draft, say_last, write
from crossread.review.identity import who
from crossread.review.marking import cut_text, iter_marks
from crossread.review.rendering import inside, render, store_of
from crossread.store import ClaimFilter

router = APIRouter(include_in_schema=False)
VERDICTS = ("accept", "dismiss")


@router.get("/coding/{document_id}", response_class=HTMLResponse)
def coding(request: Request, document_id: str) -> HTMLResponse:
    """One report to be read alone: every candidate as the machine made it, corrected by nobody but the one who asks."""
    store, asks = store_of(request), who(request)
    codings = load_codings(store)
    document = store.get_document(document_id)
    found = sorted(
        store.iter_claims(ClaimFilter(document_id=document.id, current=True)), key=lambda claim: claim.trigger.span.start
    )
    read = {claim.id: codings.read(claim, asks.name) for claim in found}
    claims = [row.claim for row in read.values()]
    values = {
        "document": document,
        "claims": claims,
        "read": {name: row for name, row in read.items() if name in codings.of(asks.name)},
        "pieces": cut_text(document.text, iter_marks(claims, [])),
        "types": load_codebook().codes("incident_type"),
        "last": say_last(store, asks),
    }
    return render(request, "coding.html", values)


@router.post("/code")
def code(request: Request, form: Annotated[Reading, Form()]) -> RedirectResponse:
    """Write down how one reads a slot, or with the slot `verdict` whether there is such a claim. No incident follows it."""
    store = store_of(request)
    found = store.get_claim(form.claim)
    if form.slot == VERDICT:
        told = json.dumps(_verdict(form.code, form.reason))
    else:
        told = read_slot(store.get_document(found.document_id), found, form)
    draft = Draft(kind="code", subject=found.id, slot=form.slot, value=told, reason=form.reason.strip() or None)
    write(request, [draft], once=form.once)
    return RedirectResponse(inside(form.back), status_code=303)


def _verdict(code: str, reason: str) -> str:
    if code not in VERDICTS:
        raise RecordError("That is no verdict.", expected=", ".join(VERDICTS), found=code)
    if code == "dismiss" and not reason.strip():
        raise RecordError("Say why there is no such claim.", expected="a few words", found="nothing")
    return code
