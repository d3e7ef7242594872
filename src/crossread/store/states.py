"""What people last decided about an incident as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from sqlalchemy import Connection, select

from crossread.records import Judgement
from crossread.records.judgement import OPEN as NOT_DECIDED
from crossread.records.judgement import VERDICTS
from crossread.store.incident_ids import find_anchors
from crossread.store.judgements import in_force, iter_rows
from crossread.store.pages import CHUNK
from crossread.store.tables import incident_claims

ACCEPTED, DISMISSED, OPEN = VERDICTS["accept"], VERDICTS["dismiss"], NOT_DECIDED
STATES = (ACCEPTED, DISMISSED, OPEN)


def find_states(connection: Connection) -> dict[str, str]:
    """For each incident that people accepted or dismissed, which of the two stands; all others are open."""
    return {name: VERDICTS[row.kind] for name, row in find_reviews(connection).items()}


def find_reviews(connection: Connection) -> dict[str, Judgement]:
    """For each incident that people accepted or dismissed, the decision that stands.

    A decision goes with the claim that its incident's id is anchored in, also where that claim is part of another incident now.
    Of several incidents that became one, one accepted is enough.
    """
    standing = in_force(list(iter_rows(lambda: nullcontext(connection), subject=None)))
    last = {row.subject: row for row in standing if row.kind in VERDICTS and row.subject.startswith("inc_")}
    names = list(last)
    anchors: dict[str, str] = {}
    for start in range(0, len(names), CHUNK):
        anchors |= find_anchors(connection, names[start : start + CHUNK])
    by_claim: dict[str, Judgement] = {}
    for name, claim in anchors.items():
        by_claim[claim] = _stronger(last[name], by_claim.get(claim))
    found: dict[str, Judgement] = {}
    for incident, claim in _homes(connection, list(by_claim)):
        found[incident] = _stronger(by_claim[claim], found.get(incident))
    return found


def _stronger(one: Judgement, other: Judgement | None) -> Judgement:
    """An acceptance before a dismissal, of two alike the later one."""
    return one if other is None else max(one, other, key=lambda row: (row.kind == "accept", row.made_at, row.id))


def _homes(connection: Connection, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The incident that holds each claim, and the claim."""
    for start in range(0, len(claims), CHUNK):
        of_chunk = incident_claims.c.claim_id.in_(claims[start : start + CHUNK])
        query = select(incident_claims.c.incident_id, incident_claims.c.claim_id).where(of_chunk)
        yield from ((row.incident_id, row.claim_id) for row in connection.execute(query))
