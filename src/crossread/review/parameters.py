"""What a program may ask for in the query of `/api`: told in the OpenAPI description, and nothing else is let through."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.review.selection import CODES, NAMES
from crossread.store.incident_filter import CHOICES

TOLD = {
    "date_from": "first day, YYYY-MM-DD: incidents whose dates touch the stretch that it begins",
    "date_to": "last day, YYYY-MM-DD, itself included",
    "place": "words found in the name of the place or of its region; in double quotes the whole name",
    "country": "an ISO code of two letters, such as ML, or a country's English name",
    "actor": "words of an actor's name, or of any name that the registry knows of it, such as JNIM",
    "actor_type": "kind of an actor, a code of the codebook",
    "type": "what happened, a code of the codebook",
    "source": "words of a source's name; in double quotes the whole name",
    "grade": "how well it is founded, a code of the codebook",
    "state": "what people decided about it",
    "disagreement": "a kind of disagreement between its accounts; `any`, or `none`",
    "precision": "how exactly its place is told; `none` where it is not",
    "box": "a stretch of the map: west,south,east,north in degrees",
    "text": "words of a report that tells of it",
}


def describe_filters() -> list[dict[str, Any]]:
    """The filters of incidents as parameters of the OpenAPI description, each with the values of its list if it has one."""
    return [{"name": name, "in": "query", "description": TOLD[name], "schema": _schema(name)} for name in NAMES]


def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that the address does not have: a slip of the pen would otherwise be answered with everything."""
    route = request.scope["route"]
    told = {row["name"] for row in (route.openapi_extra or {}).get("parameters", ())}
    known = sorted(told | {row.alias for row in route.dependant.query_params})
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        raise RecordError(
            "There is no such parameter here.",
            where=request.url.path,
            expected=", ".join(known) or "no parameters",
            found=", ".join(dict.fromkeys(unknown))[:200],
            next_step="/api/openapi.json describes them.",
        )


def _schema(name: str) -> dict[str, Any]:
    allowed = load_codebook().codes(CODES[name]) if name in CODES else CHOICES.get(name)
    return {"type": "string", "enum": list(allowed)} if allowed else {"type": "string"}
