"""A report that was read by mistake, withdrawn at the desk with its reason, and let speak again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from crossread.errors import ConflictError
from crossread.flow.withdrawing import Withdrawal, withdraw
from crossread.records import Document, SetAside
from crossread.review.amending import list_homes
from crossread.review.deciding import refuse_held
from crossread.review.identity import Identity, who
from crossread.review.rendering import store_of

router = APIRouter(include_in_schema=False)


@router.post("/withdraw")
def withdraw_report(
    request: Request,
    document: Annotated[str, Form()],
    reason: Annotated[str, Form()] = "",
    undo: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Let a report speak no more, or with `undo` again; a form sent twice does it once."""
    store, asks = store_of(request), who(request)
    found = store.get_document(document)
    aside = store.amendments.find(found.id)
    if not _is_done(aside, undo=undo, reason=reason):
        if undo and aside is not None:
            _refuse_overruling(asks, found, aside)
        refuse_held(store, asks, list_homes(store, found.id))
        asked = Withdrawal(name=found.id, reason=reason.strip() or None, made_by=asks.name, undo=undo)
        settings = request.app.state.settings
        withdraw(store, asked, policy=settings.policy, min_score=settings.min_score)
        if asks.kind == "session":
            store.leases.release(asks.name)
    return RedirectResponse(f"/documents/{found.id}", status_code=303)


def _is_done(aside: SetAside | None, *, undo: bool, reason: str) -> bool:
    """True where the report is as the form wants it. One that another took the place of was not withdrawn."""
    if undo:
        return aside is None
    return aside is not None and aside.superseded_by is None and aside.reason == reason.strip()


def _refuse_overruling(asks: Identity, found: Document, aside: SetAside) -> None:
    if aside.made_by != asks.name and not asks.may("overrule"):
        raise ConflictError(
            f"{aside.made_by} has withdrawn this report.",
            where=found.title or found.id,
            found=aside.reason,
            next_step="An adjudicator may go over it.",
        )
