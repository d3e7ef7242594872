"""The hand-coded Mali claims as records: the test ground of linking, weighing and showing."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from crossread.link import Cluster, link_claims
from crossread.records import Claim, Document, Incident, claim_from_json, document_from_json
from crossread.weigh import weigh_cluster

PATH = Path(__file__).parent / "mali_claims.jsonl"
COMMENTARY = "commentary-six-years.txt"


@cache
def mali_documents() -> dict[str, Document]:
    """The sample reports by id (file name, or the wire's own id)."""
    return {row.id: row for row in (document_from_json(line["document"]) for line in _lines())}


@cache
def mali_claims() -> tuple[Claim, ...]:
    """All hand-coded claims."""
    return tuple(claim_from_json(row, document_id=line["document"]["id"]) for line in _lines() for row in line["claims"])


@cache
def mali_clusters() -> tuple[Cluster, ...]:
    """The claims linked, without any judgement."""
    return tuple(link_claims(mali_claims(), mali_documents()))


def claims_by_id() -> dict[str, Claim]:
    """The claims by id."""
    return {claim.id: claim for claim in mali_claims()}


def claim_of(document: str, type: str, *, number: int = 0) -> Claim:
    """One claim of a document by type, the `number`-th of that type in the text."""
    return [claim for claim in mali_claims() if claim.document_id == document and claim.type == type][number]


def cluster_of(claim: Claim) -> Cluster:
    """The cluster that holds a claim."""
    return next(cluster for cluster in mali_clusters() if claim.id in cluster.all_ids)


@cache
def incident_of(document: str, type: str, *, number: int = 0) -> Incident:
    """The incident that a document's claim was linked into."""
    return weigh_cluster(cluster_of(claim_of(document, type, number=number)), claims_by_id(), mali_documents())


def _lines() -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
