"""What a reviewer decides: written to the log of judgements first, then incidents are derived again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from crossread.errors import NotFoundError, RecordError
from crossread.flow.changed_slots import check_changed
from crossread.flow.incident_steps import INCIDENT
from crossread.flow.judging import Decision, check_decision, claims_of, list_judged
from crossread.flow.selecting import correct_claims
from crossread.records import Judgement
from crossread.records.judgement import ON_PAIRS
from crossread.review.correcting import Reading, read_slots
from crossread.review.deciding import Draft, check_undo, find_last, was_sent, write
from crossread.review.handwritten import WRITTEN
from crossread.review.identity import who
from crossread.review.merging import foresee, list_apart, list_told, say_apart, say_moves
from crossread.review.rendering import inside, render, store_of
from crossread.store import Store

router = APIRouter(include_in_schema=False)
TAKEN_BACK = "taken back by who wrote it"
KINDS = ("accept", "dismiss", *ON_PAIRS)


@router.post("/judge")
def judge(
    request: Request,
    kind: Annotated[str, Form()],
    subject: Annotated[str, Form()],
    other: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    once: Annotated[str, Form()] = "",
    seen: Annotated[bool, Form()] = False,
) -> Response:
    """Write one decision and go back to where it was taken.

    A merge that something excludes, or that leaves accounts apart, first shows what it would do, and is written once that was
    `seen`.
    """
    if kind not in KINDS:
        raise RecordError("That is no decision.", expected=", ".join(KINDS), found=kind)
    names = [name for name in (subject, other if kind in ON_PAIRS else "") if name]
    if kind == "same" and subject.startswith(INCIDENT) and not other:
        raise RecordError("No incident was chosen.", expected="one to merge with", next_step="Go back and choose one.")
    decision = Decision(kind=kind, names=names, reason=reason.strip() or None)
    check_decision(decision)
    store = store_of(request)
    merges = kind == "same" and subject.startswith(INCIDENT) and other.startswith(INCIDENT)
    if merges and was_sent(store, once):
        write(request, [], once=once)
        return RedirectResponse(inside(back), status_code=303)
    told = list_judged(store, decision)
    drafts = [Draft(kind=kind, subject=first, other=second, reason=decision.reason) for kind, first, second in told]
    if merges and not seen and (foresight := foresee(request, names, drafts)):
        form = {"subject": subject, "other": other, "reason": decision.reason or "", "back": inside(back)}
        values = {"foresight": foresight, "form": form, "moves": say_moves(store, foresight)}
        return render(request, "merge.html", {**values, "told": list_told(store, foresight.incident)})
    before = [claim for name in names for claim in claims_of(store, name)] if merges else []
    write(request, drafts, once=once, touches=_incidents(store, subject, other))
    back = inside(back)
    if merges:
        _, first, second = told[0]
        back = say_apart(back, *list_apart(store, (subject, other), (first, second or first), before))
    return RedirectResponse(back, status_code=303)


@router.post("/undo")
def undo(
    request: Request,
    judgement: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    once: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take back one decision, or without an id one's own last that stands; it stays in the log."""
    rows = find_last(store_of(request), who(request), judgement)
    if judgement and not rows:
        raise NotFoundError("No decision that stands has that id.", found=judgement)
    check_undo(request, rows)
    # A claim is never taken out of the store: one that was written by hand is set aside when its writing is undone.
    written = [Draft(kind="dismiss", subject=row.subject, reason=TAKEN_BACK) for row in rows if _wrote_in_the_open(row)]
    if rows:
        write(request, [*(Draft(kind="undo", subject=row.id) for row in rows), *written], once=once)
    return RedirectResponse(inside(back), status_code=303)


@router.post("/correct")
def correct(request: Request, form: Annotated[Reading, Form()]) -> RedirectResponse:
    """Correct a claim: codes from the codebook, the words of the report that tell a slot or a row of it, or a row less.

    What the words say is read from them as the reader itself does; `value` may give the slot's JSON outright.
    """
    store = store_of(request)
    found = store.get_claim(form.claim)
    told: dict[str, str] = {}
    if not was_sent(store, form.once):
        (stands,) = correct_claims(store, [found])
        told = read_slots(store.get_document(found.document_id), stands, form)
        check_changed(stands, told)
    why = form.reason.strip() or None
    drafts = [Draft(kind="correct", subject=found.id, slot=slot, value=value, reason=why) for slot, value in told.items()]
    write(request, drafts, once=form.once)
    return RedirectResponse(inside(form.back), status_code=303)


def _wrote_in_the_open(row: Judgement) -> bool:
    return row.kind == "accept" and row.reason == WRITTEN


def _incidents(store: Store, *names: str) -> list[str]:
    """The incidents among the names, by the ids under which reviewers have them in hand."""
    return [store.get_incident(name).id for name in names if name.startswith(INCIDENT)]
