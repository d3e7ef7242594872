"""What an admin looks after: who may sign in, and the log. Only looking: changes are made at the command line."""

from __future__ import annotations

from collections import deque

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crossread.flow.auditing import say_document_entry
from crossread.review.rendering import render, store_of

router = APIRouter(include_in_schema=False)
PAGE = 100  # entries of the log on one page


@router.get("/accounts", response_class=HTMLResponse)
def accounts(request: Request) -> HTMLResponse:
    """Everybody who may sign in, as what, and the read tokens of programs; never a secret."""
    store = store_of(request)
    return render(request, "accounts.html", {"users": list(store.users), "tokens": list(store.read_tokens)})


@router.get("/audit", response_class=HTMLResponse)
def audit(request: Request, before: int | None = None, verify: bool = False) -> HTMLResponse:
    """The log, the newest first, from the entry before number `before` on; with `verify` whether it is whole."""
    store = store_of(request)
    rows = deque((row for row in store.audit if before is None or row.number < before), maxlen=PAGE)
    values = {
        "entries": list(rows)[::-1],
        "said": {row.number: said for row in rows if (said := say_document_entry(row))},
        "older": rows[0].number if rows and rows[0].number > 1 else None,
        "newest": before is None,
        "head": store.audit.head(),
        "breaks": store.audit.verify() if verify else None,
    }
    return render(request, "audit.html", values)
