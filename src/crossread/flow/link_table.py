"""Every pair of claims that a store holds for one incident, or that somebody judged, with the reasons: the table of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from crossread import link
from crossread.export.links_file import ClaimLink, LinkReason
from crossread.flow.explaining import find_homes, say_verdict
from crossread.flow.incident_steps import Material, gather_material
from crossread.records import Judgement
from crossread.records.judgement import ON_PAIRS
from crossread.store import IncidentFilter, Links, Store

Pair = tuple[str, str]


def iter_links(
    store: Store, *, policy: str, min_score: float = 0.0, where: IncidentFilter | None = None
) -> Iterator[ClaimLink]:
    """The links of a store as its incidents stand, by claim ids; with `where`, those that touch an incident it keeps.

    A link is a pair of claims in one incident, a pair that the comparisons bind, or one that a person judged. Words are
    weighed by the count that the incidents were derived by. All other pairs are two incidents, and too many for a table.
    """
    material = gather_material(store, policy=policy, min_score=min_score)
    with store.links() as links:
        collection = link.Collection(material.claims.values(), material.documents, _counts(links, material))
        bonds = {(a, b) for a, b, _ in links.find_bonds(material.claims)}
    table = _Table.of(material, collection, find_homes(store))
    wanted = None if where is None else set(store.list_incident_ids(where))
    for pair in sorted(table.inside() | bonds | set(table.judged)):
        if wanted is None or wanted & set(table.homes_of(pair)):
            yield table.link(pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What rows are made of; `judged` are the decisions that stand on pairs of claims of today."""

    material: Material
    collection: link.Collection
    homes: Mapping[str, str]
    judged: Mapping[Pair, Judgement]

    @classmethod
    def of(cls, material: Material, collection: link.Collection, homes: Mapping[str, str]) -> _Table:
        return cls(material=material, collection=collection, homes=homes, judged=_judged(material))

    def inside(self) -> set[Pair]:
        """The pairs of each incident."""
        members: dict[str, list[str]] = {}
        for claim, home in self.homes.items():
            if claim in self.collection.claims:
                members.setdefault(home, []).append(claim)
        return {pair for claims in members.values() for pair in combinations(sorted(claims), 2)}

    def homes_of(self, pair: Pair) -> tuple[str | None, str | None]:
        return self.homes.get(pair[0]), self.homes.get(pair[1])

    def link(self, pair: Pair) -> ClaimLink:
        first, second = self.collection.claims[pair[0]], self.collection.claims[pair[1]]
        found = link.score_pair(self.collection.pair(*pair))
        judged, homes = self.judged.get(pair), self.homes_of(pair)
        together = homes[0] is not None and homes[0] == homes[1]
        return ClaimLink(
            a=first,
            b=second,
            verdict=judged.kind if judged else "same" if together else "different",
            incidents=homes,
            probability=found.probability,
            log_odds=found.log_odds,
            contradiction=found.contradiction,
            judged_by=judged.made_by if judged else f"crossread@{link.linking_signature()}",
            judgement=judged,
            why=say_verdict((first, second), judged, found, together=together),
            reasons=_reasons(found),
        )


def _reasons(found: link.PairExplanation) -> tuple[LinkReason, ...]:
    return tuple(
        LinkReason(
            comparison=row.comparison.name,
            score=row.comparison.score,
            log_odds=row.log_odds,
            sentence=row.comparison.sentence,
        )
        for row in sorted(found.contributions, key=lambda row: row.comparison.name)
    )


def _judged(material: Material) -> dict[Pair, Judgement]:
    """The latest decision on each pair, unless later ones on other pairs made it impossible."""
    decisions = link.standing_decisions(material.judgements)
    latest: dict[Pair, Judgement] = {}
    for row in material.judgements:
        if row.kind in ON_PAIRS and row.other and row.other != row.subject:
            latest[_sorted(row.subject, row.other)] = row
    obeyed = decisions.same | decisions.different
    known = material.claims.keys()
    return {pair: row for pair, row in latest.items() if known >= set(pair) and (row.kind == "unsure" or pair in obeyed)}


def _sorted(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _counts(links: Links, material: Material) -> link.WordCounts | None:
    """The count of words that incidents were derived by; None, for a count of all documents, where none was kept."""
    linked = links.load_linked()
    if linked is None:
        return None
    used: Iterable[str] = sorted({claim.document_id for claim in material.claims.values()})
    held = link.count_words(material.documents[name] for name in used)
    return link.WordCounts(
        documents=linked.counted, names=links.find_counts("name", held.names), words=links.find_counts("word", held.words)
    )
