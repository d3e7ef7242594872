"""The same for programs: JSON with the pages' filters, one shape for errors, an ETag on every answer."""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.security import HTTPBearer

from crossread.errors import CrossreadError
from crossread.flow.selecting import corrected_extraction, document_answer
from crossread.records import claim_to_json, incident_to_json
from crossread.review.pages import gather
from crossread.review.parameters import describe_filters, refuse_unknown
from crossread.review.rendering import store_of
from crossread.review.selection import parse_view

# On a desk with users a read token opens it; the guard looks at it, this line only tells of it in the OpenAPI description.
TOKEN = HTTPBearer(auto_error=False, description="A read token: `crossread token add NAME --label …` makes one.")
router = APIRouter(prefix="/api", tags=["crossread"], dependencies=[Depends(TOKEN), Depends(refuse_unknown)])
FILTERS = {"parameters": describe_filters()}


@router.get("/incidents", openapi_extra=FILTERS)
def list_incidents(
    request: Request, limit: int = Query(100, ge=1, le=1000), offset: int = Query(0, ge=0, le=10_000_000)
) -> Response:
    """Incidents that meet every condition given, by day."""
    store, view = store_of(request), parse_view(request.query_params)
    rows = list(islice(store.iter_incidents(view.where), offset, offset + limit))
    total = store.count_incidents(view.where)
    body = {"total": total, "offset": offset, "limit": limit, "incidents": [incident_to_json(row) for row in rows]}
    return answer(request, body)


@router.get("/incidents/{incident_id}")
def get_incident(request: Request, incident_id: str) -> Response:
    """One incident with the claims of its accounts."""
    store = store_of(request)
    found = store.get_incident(incident_id)
    claims, _ = gather(store, found)
    return answer(request, {"incident": incident_to_json(found), "claims": {k: claim_to_json(v) for k, v in claims.items()}})


@router.get("/documents/{document_id}")
def get_document(request: Request, document_id: str) -> Response:
    """One report as the claim JSON, with what people corrected."""
    store = store_of(request)
    return answer(request, document_answer(store, *corrected_extraction(store, document_id)))


@router.get("/status")
def get_status(request: Request) -> Response:
    """What the store holds, and whether its log of judgements is whole."""
    store = store_of(request)
    counts = store.counts()
    body = {name: getattr(counts, name) for name in counts.__slots__}
    return answer(request, {**body, "judgement_log_whole": not store.verify_judgements()})


def say_error(error: Exception) -> dict[str, Any]:
    """An error's one shape: message, where, expected, found, next_step."""
    if not isinstance(error, CrossreadError):
        return {"message": str(error)}
    parts = {name: getattr(error, name) for name in ("where", "expected", "found", "next_step")}
    return {"message": error.what, **{name: value for name, value in parts.items() if value}}


def answer(request: Request, body: Any) -> Response:
    """JSON with an ETag; who has the same already is told so."""
    content = json.dumps(body, ensure_ascii=False).encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(content, media_type="application/json", headers={"ETag": tag, "Cache-Control": "private, no-cache"})
