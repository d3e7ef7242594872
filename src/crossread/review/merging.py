"""Two incidents said to be the same: what that would do, and which accounts did not come along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import Request

from crossread.errors import NotFoundError
from crossread.flow.foreseeing import Foresight, foresee_merge
from crossread.records import Claim, Document, Incident
from crossread.review.deciding import Draft, list_rows
from crossread.review.rendering import store_of
from crossread.store import Store

MOST = 20  # accounts named in an address


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """An account that a merge left out; `twin` is the claim of the same report that stands in the merged incident."""

    claim: Claim
    document: Document
    twin: Claim | None


def foresee(request: Request, names: Sequence[str], drafts: Sequence[Draft]) -> Foresight | None:
    """What a merge would do, where a person should see that first: something excludes it, or not all comes along."""
    settings = request.app.state.settings
    rows = list_rows(request, drafts, "jdg_foreseen")
    found = foresee_merge(store_of(request), names, rows, policy=settings.policy, min_score=settings.min_score)
    return found if found.excluding or found.apart or found.moves.left else None


def list_told(store: Store, found: Incident) -> list[tuple[Claim, Document]]:
    """The claims of an incident's accounts, each with its report."""
    return [(store.get_claim(row.claim_id), store.get_document(row.document_id)) for row in found.accounts]


def say_moves(store: Store, found: Foresight) -> list[str]:
    """In sentences, which accounts of other incidents would move as well, and what becomes of ids."""
    mine = {claim.id for claim, *_ in found.apart}
    told = []
    for row in found.moves.left:
        if row.claim not in mine:
            claim = store.get_claim(row.claim)
            told.append(f"“{claim.trigger.quote}” leaves {row.was}{f' for {row.now}' if row.now else ''}.")
    for name, lead in found.moves.led.items():
        told.append(f"The address of {name} leads to {lead} from then on." if lead else f"{name} is withdrawn.")
    return told


def list_apart(store: Store, names: Iterable[str], pair: tuple[str, str], before: Iterable[str]) -> tuple[str, list[str]]:
    """The merged incident and the claims of `before` that are not in it. `names` are the incidents as they were called."""
    for name in names:
        merged = store.get_incident(name)
        inside = {account.claim_id for account in merged.accounts}
        if inside.issuperset(pair):
            return merged.id, sorted(set(before) - inside)
    return "", []


def say_apart(back: str, merged: str, apart: Sequence[str]) -> str:
    """The address to go back to, telling the page there what was left out; as it is where nothing was."""
    if not apart:
        return back
    parts = urlsplit(back)
    told = [*parse_qsl(parts.query), ("merged", merged), ("apart", ",".join(apart[:MOST]))]
    return urlunsplit(parts._replace(query=urlencode(told)))


def read_apart(store: Store, merged: str, apart: str) -> tuple[Incident | None, list[Apart]]:
    """What an address tells of a merge. What is not in the store, or stands in the merged incident since, is passed over."""
    if not apart:
        return None, []
    try:
        found = store.get_incident(merged)
        claims = [store.get_claim(name) for name in apart.split(",")[:MOST]]
    except NotFoundError:
        return None, []
    inside = {account.document_id: account.claim_id for account in found.accounts}
    return found, [
        Apart(
            claim=claim,
            document=store.get_document(claim.document_id),
            twin=store.get_claim(inside[claim.document_id]) if claim.document_id in inside else None,
        )
        for claim in claims
        if claim.id not in inside.values()
    ]
