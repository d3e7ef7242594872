"""The review queue: what waits for a decision, the most disputed first, and who has what in hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crossread.records import Incident, Lease
from crossread.records.incident import SEVERITIES
from crossread.review.deciding import say_last
from crossread.review.identity import who
from crossread.review.later import count_later, tell_review
from crossread.review.merging import read_apart
from crossread.review.pages import DRAWN, gather, list_near
from crossread.review.rendering import render, store_of
from crossread.store import Store
from crossread.weigh import compare_cells

router = APIRouter(include_in_schema=False)


@router.get("/queue", response_class=HTMLResponse)
def queue(request: Request, at: int | None = None, free: bool = False, merged: str = "", apart: str = "") -> HTMLResponse:
    """The incident at place `at`; without a place, or with `free`, the first from there that nobody else has in hand.

    Whoever may decide has it in hand from now on, until they decide, go on, sign out, or some minutes have passed.
    """
    store, asks = store_of(request), who(request)
    waiting = list_waiting(store)
    held = {row.subject: row for row in store.leases if row.holder != asks.name}
    told = {"last": say_last(store, asks), "merge": read_apart(store, merged, apart)}
    if not waiting:
        return render(request, "queue.html", {"incident": None, "left": 0, "at": 0, "held": {}, "lease": None, **told})
    place, lease = max(0, min(at or 0, len(waiting) - 1)), None
    places = _free_places(waiting, held, place) if at is None or free else [place]
    if asks.kind == "session" and asks.may("decide"):
        for place in places:  # the place at which it stops is the one that is shown
            lease = store.leases.take(waiting[place].id, asks.name)
            if lease.holder == asks.name:  # else another took it since we looked
                break
    else:
        place = places[0]
    found = waiting[place]
    claims, documents = gather(store, found)
    values = {
        "incident": found,
        "left": len(waiting),
        "at": place,
        "others": list_near(store, found),
        "claims": claims,
        "documents": documents,
        "table": compare_cells(found, claims, documents),
        "held": {row.id: held[row.id] for row in waiting if row.id in held},
        "lease": lease,
        "review": tell_review(store, found.id),
        **told,
    }
    return render(request, "queue.html", values)


def list_waiting(store: Store) -> list[Incident]:
    """Incidents that nobody accepted or dismissed, by severity of their disagreements, then by doubt.

    With those that were accepted before a further report came to them.
    """
    reviews = store.incident_reviews()
    judged = reviews.keys() - count_later(store, reviews).keys()

    def rank(row: Incident) -> tuple[int, int, str]:
        worst = min((SEVERITIES.index(d.severity) for d in row.disagreements), default=len(SEVERITIES))
        return worst, row.independent_sources, row.id

    rows = islice(store.iter_incidents(), DRAWN)
    return sorted((row for row in rows if row.id not in judged and row.grade != "discounted"), key=rank)


def _free_places(waiting: Sequence[Incident], held: Mapping[str, Lease], start: int) -> list[int]:
    """The places that nobody else has in hand, from the start on and round; the start itself where all are taken."""
    places = [(start + step) % len(waiting) for step in range(len(waiting))]
    return [place for place in places if waiting[place].id not in held] or [start]
