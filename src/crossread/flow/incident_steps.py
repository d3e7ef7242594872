"""The steps from all claims to incidents: link, weigh. Everything they make can be dropped and made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread import link, weigh
from crossread.records import Claim, Document, Incident, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What incidents are derived from, and nothing else: claims, the documents they quote, and the judgements that stand."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    judgements: Sequence[Judgement]
    policy: str


def link_step(material: Material) -> list[link.Cluster]:
    """Claims that tell the same incident, together; judgements first."""
    return link.link_claims(list(material.claims.values()), material.documents, material.judgements)


def weigh_step(clusters: Iterable[link.Cluster], material: Material) -> Iterator[Incident]:
    """One incident for each cluster, under the policy."""
    for cluster in clusters:
        yield weigh.weigh_cluster(cluster, material.claims, material.documents, material.policy)
