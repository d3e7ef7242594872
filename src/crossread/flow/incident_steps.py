"""The steps from all claims to incidents: link, weigh. Everything they make can be dropped and made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread import link, weigh
from crossread.records import Claim, Document, Incident, Judgement
from crossread.store import ClaimFilter, Store

INCIDENT = "inc_"  # what an incident's id begins with; a claim's begins with clm_


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What incidents are derived from, and nothing else.

    `claims` are those that speak now, as people corrected them; `judgements` those that stand, about these claims; `anchors`
    gives for incident ids in judgements the claim that each goes with.
    """

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    judgements: Sequence[Judgement]
    anchors: Mapping[str, str]
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The judgements that stand, under the claim ids of today (`stand_ins` by former id), with `anchors` as in `Material`."""

    judgements: Sequence[Judgement]
    stand_ins: Mapping[str, str]
    anchors: Mapping[str, str]

    def today(self, name: str) -> str:
        """The claim that an id in a judgement means today: the stand-in of one read anew, the anchor of an incident."""
        return self.anchors.get(name) or self.stand_ins.get(name, name)


def carry_judgements(store: Store) -> Carried:
    """What people decided, carried over to the claims of the newest extractions; names of judgements taken back included."""
    log = list(store.iter_judgements())
    standing = list(store.iter_judgements(standing=True))
    named = {name for judgement in log for name in (judgement.subject, judgement.other) if name}
    stand_ins = store.find_stand_ins(name for name in named if not name.startswith(INCIDENT))
    return Carried(
        judgements=[_about(judgement, stand_ins) for judgement in standing],
        stand_ins=stand_ins,
        anchors=store.find_anchors(name for name in named if name.startswith(INCIDENT)),
    )


def material_of(store: Store, claims: Iterable[Claim], carried: Carried, *, policy: str) -> Material:
    """These claims as people corrected them, with what incidents are derived from beside them."""
    corrected = {claim.id: claim for claim in weigh.apply_corrections(claims, carried.judgements)}
    return Material(
        claims=corrected,
        documents=store.find_documents(claim.document_id for claim in corrected.values()),
        judgements=carried.judgements,
        anchors=carried.anchors,
        policy=policy,
    )


def anchor_anew(store: Store, material: Material) -> Material:
    """The same after ids were settled: what was decided about an incident is decided about the part that keeps its id."""
    return replace(material, anchors=store.find_anchors(material.anchors))


def gather_material(store: Store, *, policy: str, min_score: float = 0.0) -> Material:
    """The claims of the newest extraction of each document, and what people decided, carried over to these claims."""
    found = store.iter_claims(ClaimFilter(current=True, min_score=min_score or None))
    return material_of(store, found, carry_judgements(store), policy=policy)


def link_step(material: Material) -> list[link.Cluster]:
    """Claims that tell the same incident, together; judgements first."""
    return link.link_claims(material.claims.values(), material.documents, material.judgements)


def weigh_step(clusters: Iterable[link.Cluster], material: Material) -> Iterator[Incident]:
    """One incident for each cluster, under the policy; what people decided about an incident is decided about its cluster."""
    known = list(clusters)
    home = {claim: cluster.id for cluster in known for claim in cluster.all_ids}
    places = {incident: home[claim] for incident, claim in material.anchors.items() if claim in home}
    judged: dict[str, list[Judgement]] = {}
    for judgement in (_about(judgement, places) for judgement in material.judgements):
        judged.setdefault(judgement.subject, []).append(judgement)
    for cluster in known:
        decided = [judgement for name in (cluster.id, *cluster.all_ids) for judgement in judged.get(name, ())]
        yield weigh.weigh_cluster(cluster, material.claims, material.documents, material.policy, decided)


def _about(judgement: Judgement, names: Mapping[str, str]) -> Judgement:
    """The judgement as if it had been given under the names of today."""
    other = names.get(judgement.other, judgement.other) if judgement.other else None
    return replace(judgement, subject=names.get(judgement.subject, judgement.subject), other=other)
