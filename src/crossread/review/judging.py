"""What a reviewer decides: written to the log of judgements first, then incidents are derived again."""

from __future__ import annotations

import json
import secrets
import threading
from datetime import UTC, datetime
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from crossread.errors import RecordError
from crossread.flow import update_incidents
from crossread.records import Incident, Judgement
from crossread.review.pages import DRAWN, gather
from crossread.review.rendering import render, store_of
from crossread.store import Store
from crossread.weigh import compare_cells

router = APIRouter(include_in_schema=False)
KINDS = ("accept", "dismiss", "same", "different", "unsure", "correct")
_WRITING = threading.Lock()  # one decision at a time: each is derived from what the one before it left


@router.post("/judge")
def judge(
    request: Request,
    kind: Annotated[str, Form()],
    subject: Annotated[str, Form()],
    other: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Write one decision and go back to where it was taken."""
    if kind not in KINDS or kind == "correct":
        raise RecordError("That is no decision.", expected=", ".join(KINDS[:-1]), found=kind)
    if kind == "dismiss" and not reason.strip():
        raise RecordError(
            "A dismissal needs its reason.", expected="a few words", found="nothing", next_step="Go back and say why."
        )
    store = store_of(request)
    for pair in _pairs(store, kind, subject, other):
        _write(request, _made(kind, *pair, reason=reason.strip() or None))
    _derive(request)
    return RedirectResponse(_inside(back), status_code=303)


@router.post("/undo")
def undo(request: Request, judgement: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Take back one decision, or without an id the last that stands; it stays in the log."""
    standing = list(store_of(request).iter_judgements(standing=True))
    if judgement or standing:
        _write(request, _made("undo", judgement or standing[-1].id))
        _derive(request)
    return RedirectResponse(_inside(back), status_code=303)


@router.post("/correct")
def correct(
    request: Request,
    claim: Annotated[str, Form()],
    slot: Annotated[str, Form()],
    start: Annotated[int | None, Form()] = None,
    end: Annotated[int | None, Form()] = None,
    value: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Correct one slot of a claim: a code from the codebook, or the words of the report that were selected.

    Dates and places are read from the selected words as the reader itself does; `value` may give the slot's JSON outright.
    """
    from crossread.review.correcting import corrected_value

    found = store_of(request).get_claim(claim)
    document = store_of(request).get_document(found.document_id)
    told = value or json.dumps(corrected_value(document, found, slot, code=code, start=start, end=end))
    _write(request, _made("correct", claim, slot=slot, value=told))
    _derive(request)
    return RedirectResponse(_inside(back), status_code=303)


@router.get("/queue", response_class=HTMLResponse)
def queue(request: Request, at: int = 0) -> HTMLResponse:
    """What waits for a reviewer: the most doubtful and the most disputed first."""
    store = store_of(request)
    waiting = list_waiting(store)
    at = max(0, min(at, len(waiting) - 1))
    if not waiting:
        return render(request, "queue.html", {"incident": None, "left": 0, "at": 0})
    found = waiting[at]
    claims, documents = gather(store, found)
    values = {
        "incident": found,
        "left": len(waiting),
        "at": at,
        "claims": claims,
        "documents": documents,
        "table": compare_cells(found, claims, documents),
    }
    return render(request, "queue.html", values)


def list_waiting(store: Store) -> list[Incident]:
    """Incidents that nobody accepted or dismissed, by severity of their disagreements, then by doubt."""
    judged = {row.subject for row in store.iter_judgements(standing=True) if row.kind in ("accept", "dismiss")}
    severities = ("outcome", "perpetrator", "date", "place", "number", "wording")

    def rank(row: Incident) -> tuple[int, int, float, str]:
        worst = min((severities.index(d.severity) for d in row.disagreements), default=len(severities))
        return worst, row.independent_sources, 0.0, row.id

    rows = islice(store.iter_incidents(), DRAWN)
    return sorted((row for row in rows if row.id not in judged and row.grade != "discounted"), key=rank)


def _pairs(store: Store, kind: str, subject: str, other: str) -> list[tuple[str, str | None]]:
    """What the decision is written about: an incident, or the claims that hold two incidents together or keep them apart."""
    if kind in ("accept", "dismiss"):
        return [(subject, None)]
    if not other:
        raise RecordError("Two are needed for that.", expected="two claims or incidents", found=subject)
    first, second = (_claims_of(store, name) for name in (subject, other))
    if kind == "different":
        return [(a, b) for a in first for b in second if a != b]
    return [(first[0], second[0])]


def _claims_of(store: Store, name: str) -> list[str]:
    if name.startswith("inc_"):
        return [account.claim_id for account in store.get_incident(name).accounts]
    return [store.get_claim(name).id]


def _made(
    kind: str,
    subject: str,
    other: str | None = None,
    *,
    reason: str | None = None,
    slot: str | None = None,
    value: str | None = None,
) -> Judgement:
    return Judgement(
        id=f"jdg_{secrets.token_hex(8)}", kind=kind, subject=subject, other=other, slot=slot, value=value, reason=reason,
        made_by="desk", made_at=datetime.now(UTC),
    )  # fmt: skip


def _write(request: Request, judgement: Judgement) -> None:
    with _WRITING:
        store_of(request).add_judgement(judgement)


def _derive(request: Request) -> None:
    settings = request.app.state.settings
    with _WRITING:
        update_incidents(store_of(request), settings.policy, min_score=settings.min_score)


def _inside(back: str) -> str:
    """A place on the desk itself: never another site's address."""
    return back if back.startswith("/") and not back.startswith("//") and "\\" not in back else "/"
