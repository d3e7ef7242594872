"""A report's own day, source, title, address or id, corrected at the desk: what that would do is shown before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from crossread.errors import ConflictError
from crossread.flow.amending import Amended, amend, prepare_amendment
from crossread.flow.amendment import FIELDS, Amendment, check_amendment, say_changes, tell_changes
from crossread.flow.foreseeing import unwritten
from crossread.flow.selecting import say_aside
from crossread.flow.touching import Effect
from crossread.records import Document, SetAside
from crossread.review.adding import READING, bench_of
from crossread.review.deciding import refuse_held
from crossread.review.identity import who
from crossread.review.rendering import render, store_of
from crossread.review.selection import parse_day
from crossread.store import AMEND, ClaimFilter, Store

router = APIRouter(include_in_schema=False)
NAMES = {"url": "address", "external_id": "external id"}


class Corrected(BaseModel):
    """A report as a form says that it is: every field, those that are right included; an empty one is not told.

    A form without a language leaves it as it is.
    """

    document: str
    published: str = ""
    source: str = ""
    title: str = ""
    url: str = ""
    external_id: str = ""
    language: str | None = None
    reason: str = ""
    seen: bool = False

    def changes(self, found: Document) -> dict[str, date | str | None]:
        """The fields in which the form differs from what is stored."""
        day = self.published.strip()
        told: dict[str, date | str | None] = {"published": parse_day("published", day) if day else None}
        given = {name: getattr(self, name) for name in FIELDS if name != "published"}
        told |= {name: value.strip() or None for name, value in given.items() if value is not None}
        return {name: value for name, value in told.items() if value != getattr(found, name)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A document whose place this one took: from what to what, who said so and why."""

    document: Document
    aside: SetAside
    changes: str


@router.post("/amend")
def correct_report(request: Request, form: Annotated[Corrected, Form()]) -> Response:
    """Correct a report. What changes for incidents is shown first, and done once that was `seen`; a new title or address alone
    changes nothing else, and neither does a form as it came."""
    store, asks = store_of(request), who(request)
    found = store.get_document(form.document)
    changes = form.changes(found)
    if not changes:
        return RedirectResponse(f"/documents/{found.id}", status_code=303)
    amendment = Amendment(name=found.id, changes=changes, reason=form.reason.strip() or None, made_by=asks.name)
    check_amendment(amendment)
    _refuse_overruling(request, found)
    settings = request.app.state.settings
    using = {"tools": lambda: bench_of(request), "policy": settings.policy, "min_score": settings.min_score}
    with READING:
        prepared = prepare_amendment(store, amendment, tools=lambda: bench_of(request))
        if not form.seen and not prepared.plan.renames and not prepared.plan.done:
            return _show_before(request, form, unwritten(store, lambda: _look(store, amend(store, prepared, **using))))
        refuse_held(store, asks, list_homes(store, found.id))
        done = amend(store, prepared, **using)
    if asks.kind == "session":
        store.leases.release(asks.name)
    return RedirectResponse(f"/documents/{done.plan.new.id}", status_code=303)


def list_former(store: Store, document: Document) -> list[Former]:
    """What this document took the place of, the latest first."""
    return [
        Former(
            document=(old := store.get_document(row.document_id)),
            aside=row,
            changes=say_changes(tell_changes(old, store.get_document(row.superseded_by or document.id))),
        )
        for row in store.amendments.list_former(document.id)
    ]


def list_aside(store: Store, rows: Sequence[SetAside]) -> list[tuple[Document, str]]:
    """Documents that speak no more, each with the reason in a sentence."""
    return [(store.get_document(row.document_id), say_aside(store, row.document_id) or "") for row in rows]


def say_moves(store: Store, effect: Effect) -> list[str]:
    """In sentences, which accounts of other reports would move as well, and what becomes of ids."""
    told = []
    for row in effect.moves.left:
        claim = store.get_claim(row.claim)
        where = f" for {row.now}" if row.now else " and is in no incident then"
        told.append(f"“{claim.trigger.quote}” leaves {row.was}{where}.")
    for name, lead in effect.moves.led.items():
        told.append(f"The address of {name} leads to {lead} from then on." if lead else f"{name} is withdrawn.")
    return told


def _look(store: Store, foresight: Amended) -> tuple[Amended, list[str]]:
    """What would be done, and what would move, said while the claims that move are there."""
    return foresight, say_moves(store, foresight.effect) if foresight.effect else []


def _show_before(request: Request, form: Corrected, seen: tuple[Amended, list[str]]) -> Response:
    foresight, moves = seen
    values = {
        "old": foresight.plan.old,
        "foresight": foresight,
        "said": list(_say_each(foresight)),
        "touched": foresight.effect.touched if foresight.effect else (),
        "moves": moves,
        "form": {**form.model_dump(exclude={"seen"}, exclude_none=True), "seen": "true"},
    }
    return render(request, "amend.html", values)


def _say_each(foresight: Amended) -> Iterator[tuple[str, str, str]]:
    """Each field that changes by its name, from what to what."""
    for name, (old, new) in foresight.plan.changes.items():
        yield NAMES.get(name, name), old or "not told", new or "not told"


def list_homes(store: Store, document_id: str) -> list[str]:
    """The incidents that hold claims of the document."""
    claims = {claim.id for claim in store.iter_claims(ClaimFilter(document_id=document_id, current=True))}
    with store.links() as links:
        return sorted(links.find_incidents(claims))


def _refuse_overruling(request: Request, found: Document) -> None:
    """As for any other correction: whoever may not overrule leaves what somebody else corrected as it is."""
    asks = who(request)
    if asks.may("overrule"):
        return
    entries = (row for row in store_of(request).audit if row.action == AMEND and row.subject == found.id)
    others = [row for row in entries if row.who != asks.name]
    if others:
        raise ConflictError(
            f"{others[-1].who} has corrected this report already.",
            where=found.title or found.id,
            next_step="An adjudicator may go over it.",
        )
