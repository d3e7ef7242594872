"""What people last decided about an incident as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from sqlalchemy import Connection, select

from crossread.store.incident_ids import find_anchors
from crossread.store.judgements import in_force, iter_rows
from crossread.store.pages import CHUNK
from crossread.store.tables import incident_claims

ACCEPTED, DISMISSED, OPEN = "accepted", "dismissed", "open"
STATES = (ACCEPTED, DISMISSED, OPEN)
_OF_KIND = {"accept": ACCEPTED, "dismiss": DISMISSED}


def find_states(connection: Connection) -> dict[str, str]:
    """For each incident that people accepted or dismissed, which of the two stands; all others are open.

    A decision goes with the claim that its incident's id is anchored in, also where that claim is part of another incident now.
    Of several incidents that became one, one accepted is enough.
    """
    standing = in_force(list(iter_rows(lambda: nullcontext(connection), subject=None)))
    last = {row.subject: _OF_KIND[row.kind] for row in standing if row.kind in _OF_KIND and row.subject.startswith("inc_")}
    names = list(last)
    anchors: dict[str, str] = {}
    for start in range(0, len(names), CHUNK):
        anchors |= find_anchors(connection, names[start : start + CHUNK])
    by_claim: dict[str, str] = {}
    for name, claim in anchors.items():
        by_claim[claim] = _stronger(last[name], by_claim.get(claim))
    found: dict[str, str] = {}
    for incident, claim in _homes(connection, list(by_claim)):
        found[incident] = _stronger(by_claim[claim], found.get(incident))
    return found


def _stronger(state: str, other: str | None) -> str:
    return ACCEPTED if ACCEPTED in (state, other) else state


def _homes(connection: Connection, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The incident that holds each claim, and the claim."""
    for start in range(0, len(claims), CHUNK):
        of_chunk = incident_claims.c.claim_id.in_(claims[start : start + CHUNK])
        query = select(incident_claims.c.incident_id, incident_claims.c.claim_id).where(of_chunk)
        yield from ((row.incident_id, row.claim_id) for row in connection.execute(query))
