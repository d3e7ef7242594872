"""Coding on one's own: a report with the machine's candidates and one's own readings, without what others decided."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.codebook import load_codebook
from crossread.errors import NotFoundError, RecordError
from crossread.flow.amendment import refuse_set_aside
from crossread.flow.judging import check_reason
from crossread.records import ALONE, HAND, Claim
from crossread.records.judgement import VERDICT
from crossread.review.coders import Codings, load_codings
from crossread.review.correcting import Reading, read_slots
from crossread.review.deciding import Draft, say_last, was_sent, write
from crossread.review.handwritten import WRITTEN, Written, write_claim
from crossread.review.identity import who
from crossread.review.marking import cut_text, iter_marks
from crossread.review.rendering import inside, render, store_of
from crossread.store import ClaimFilter, Store

router = APIRouter(include_in_schema=False)
VERDICTS = ("accept", "dismiss")


@router.get("/coding/{document_id}", response_class=HTMLResponse)
def coding(request: Request, document_id: str) -> Response:
    """One report to be read alone: every candidate as the machine made it, corrected by nobody but the one who asks."""
    store, asks = store_of(request), who(request)
    document = store.get_document(document_id)
    aside = store.amendments.find(document.id)
    if aside is not None:  # nobody codes what speaks no more; its page says why
        room = "coding" if aside.superseded_by else "documents"
        return RedirectResponse(f"/{room}/{aside.superseded_by or document.id}", status_code=303)
    codings = load_codings(store)
    found = _list_candidates(store, document.id, asks.name, codings)
    read = {claim.id: codings.read(claim, asks.name) for claim in found}
    claims = [row.claim for row in read.values()]
    values = {
        "document": document,
        "claims": claims,
        "mine": codings.written(asks.name),
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
    if found.made_by.startswith(ALONE) and found.made_by != ALONE + who(request).name:
        raise NotFoundError("There is no such claim among yours.", found=form.claim)
    if form.slot == VERDICT:
        told = {VERDICT: json.dumps(_verdict(form.code, form.reason))}
    elif was_sent(store, form.once):
        told = {}
    else:
        mine = load_codings(store).read(found, who(request).name).claim
        told = read_slots(store.get_document(found.document_id), mine, form)
    reason = form.reason.strip() or None
    drafts = [Draft(kind="code", subject=found.id, slot=slot, value=value, reason=reason) for slot, value in told.items()]
    write(request, drafts, once=form.once)
    return RedirectResponse(inside(form.back), status_code=303)


@router.post("/claims")
def add_claim(request: Request, form: Annotated[Written, Form()]) -> RedirectResponse:
    """Write down a claim that the reader did not find: alone (`/coding/…` is where it goes back to), or in the open."""
    store, asks = store_of(request), who(request)
    document = store.get_document(form.document)
    aside = store.amendments.find(document.id)
    if aside is not None:
        raise refuse_set_aside(store, aside)
    alone = form.alone == "yes"
    claim = write_claim(document, form, made_by=f"{ALONE if alone else HAND}{asks.name}")
    draft = Draft(kind="accept", subject=claim.id, reason=WRITTEN)
    if alone:
        draft = Draft(kind="code", subject=claim.id, slot=VERDICT, value=json.dumps("accept"), reason=WRITTEN)
    write(request, [draft], once=form.once, claims=[claim])
    room = "coding" if alone else "documents"
    return RedirectResponse(f"/{room}/{document.id}#{claim.id}", status_code=303)


def _list_candidates(store: Store, document_id: str, coder: str, codings: Codings) -> list[Claim]:
    """What the reader found and what this coder wrote, in the order of the text; never what another one wrote."""
    of_reader = (
        claim
        for claim in store.iter_claims(ClaimFilter(document_id=document_id, current=True))
        if not claim.made_by.startswith(HAND)
    )
    written = codings.written(coder)
    own = (
        claim for claim in store.iter_claims(ClaimFilter(document_id=document_id, made_by=ALONE + coder)) if claim.id in written
    )
    return sorted((*of_reader, *own), key=lambda claim: claim.trigger.span)


def _verdict(code: str, reason: str) -> str:
    if code not in VERDICTS:
        raise RecordError("That is no verdict.", expected=", ".join(VERDICTS), found=code)
    check_reason(code, reason)
    return code
