"""LINK: claims -> clusters, with an explanation for every pair."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from crossread.codebook import load_codebook
from crossread.codebook.table_shape import is_row_reader
from crossread.link.bonds import Bond, components, find_bonds, total_fits
from crossread.link.cluster import CLUSTERS_VERSION, Cluster, join_claims, pick_first
from crossread.link.collection import Collection
from crossread.link.independence import source_groups
from crossread.link.judged import Decisions, standing_decisions
from crossread.link.keys import BLOCKS_VERSION
from crossread.link.score import PairExplanation, score_pair
from crossread.link.told_twice import may_be_twice, pick_accounts
from crossread.link.tolerances import read_tolerances
from crossread.link.weights import Weights, load_weights
from crossread.link.word_counts import WordCounts
from crossread.records import Claim, Document, Judgement, incident_id
from crossread.registry import list_plugins


def link_claims(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    judgements: Iterable[Judgement] = (),
    counts: WordCounts | None = None,
) -> list[Cluster]:
    """The incidents that the claims tell, one cluster each, by id.

    Human decisions stand before every score. Totals (`aggregate`) never make an incident: each is attached as a mention where
    it fits one, and else left out. A claim that only looks back (`background`) is a mention, and alone an incident of mentions.
    The same claims, documents and judgements give the same clusters in whatever order they come. Words are weighed by how many
    documents hold them: of those given, or by `counts` of an earlier and larger set.
    """
    collection = Collection(claims, documents, counts)
    return cluster_bonds(collection, find_bonds(collection), standing_decisions(judgements))


def cluster_bonds(
    collection: Collection, bonds: Iterable[Bond], decisions: Decisions, *, members: Iterable[str] | None = None
) -> list[Cluster]:
    """The clusters of claims that are bound, by id; with `members`, of these claims only.

    Claims that no bond and no decision connects, over any number of others, have nothing to do with each other: each connected
    component is clustered by itself, and may be clustered anew without the rest.
    """
    near: dict[str, list[Bond]] = {}
    for bond in bonds:
        near.setdefault(bond.a, []).append(bond)
    ties = [(bond.a, bond.b) for rows in near.values() for bond in rows]
    found: list[Cluster] = []
    for names in components(collection.claims if members is None else members, [*ties, *decisions.same]):
        groups = _groups(names, [bond for name in names for bond in near.get(name, ())], collection, decisions)
        found.extend(_cluster(group, collection, decisions) for group in groups)
    return sorted(found, key=lambda cluster: cluster.id)


def explain_pair(a: Claim, b: Claim, documents: Mapping[str, Document], others: Iterable[Claim] = ()) -> PairExplanation:
    """Every comparison of two claims with its score, its sentence and the log-odds it adds.

    `others` are the further claims of the collection: where they are given, the frame of each document is known as it was
    when the claims were linked.
    """
    collection = Collection((a, b, *others), documents)
    return score_pair(collection.pair(a.id, b.id))


def _teller(claim: Claim, documents: Mapping[str, Document]) -> str:
    """What tells each incident once: the document, or the file of a data set, as two of its rows are two incidents."""
    document = documents.get(claim.document_id)
    is_row = document is not None and is_row_reader(document.reader)
    return (document.sha256 if document and is_row else None) or claim.document_id


def linking_signature() -> str:
    """Changes with whatever decides on links: weights, tolerances, comparisons, blocks."""
    said = [
        repr(load_weights()),
        read_tolerances(),
        *sorted(list_plugins("comparisons")),
        str(BLOCKS_VERSION),
        str(CLUSTERS_VERSION),
    ]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]


def _groups(
    members: Sequence[str], bonds: Sequence[Bond], collection: Collection, decisions: Decisions
) -> list[tuple[str, ...]]:
    """One component in groups, its totals attached."""
    totals = [name for name in members if collection.claims[name].scope == "aggregate"]
    if len(members) == 1:
        return [] if totals else [(members[0],)]
    single = {name: _teller(collection.claims[name], collection.documents) for name in members if name not in totals}
    known = {(bond.a, bond.b): (bond.log_odds, False) for bond in sorted(bonds) if bond.a in single and bond.b in single}
    passing = frozenset(name for name in single if collection.claims[name].scope == "background")
    twice = may_be_twice(collection)
    families = {name: load_codebook().family(collection.claims[name].type) for name in single}
    again = [(a, b) for a, b in known if collection.claims[a].document_id == collection.claims[b].document_id]
    judged = decisions.among(members)
    groups = join_claims(single, known, collection.bond, judged, load_weights(), passing, twice, families, again)
    if not totals:
        return groups
    return _attach_totals(totals, groups, bonds, collection, decisions)


def _attach_totals(
    totals: Sequence[str],
    groups: Sequence[tuple[str, ...]],
    bonds: Iterable[Bond],
    collection: Collection,
    decisions: Decisions,
) -> list[tuple[str, ...]]:
    """The groups with each total that fits one put to it; of several that fit, the closest."""
    homes: dict[int, list[str]] = {}
    by_claim = {claim: number for number, group in enumerate(groups) for claim in group}
    near: dict[str, set[int]] = {}
    for bond in bonds:
        for total, other in ((bond.a, bond.b), (bond.b, bond.a)):
            if total not in by_claim and other in by_claim:
                near.setdefault(total, set()).add(by_claim[other])
    for total in sorted(totals):
        told = _told_home(total, by_claim, decisions)
        home = told if told is not None else _best_home(total, near.get(total, set()), groups, collection, load_weights())
        if home is not None and not any((min(total, x), max(total, x)) in decisions.different for x in groups[home]):
            homes.setdefault(home, []).append(total)
    return [(*group, *_one_per_document(homes.get(number, []), group, collection)) for number, group in enumerate(groups)]


def _told_home(total: str, by_claim: Mapping[str, int], decisions: Decisions) -> int | None:
    partners = sorted(x for pair in decisions.same if total in pair for x in pair if x in by_claim)
    return by_claim[partners[0]] if partners else None


def _best_home(
    total: str, near: Iterable[int], groups: Sequence[tuple[str, ...]], collection: Collection, weights: Weights
) -> int | None:
    best: tuple[float, int] | None = None
    for number in sorted(near):
        rows = [score_pair(collection.pair(total, claim)) for claim in groups[number]]
        if any(row.contradiction for row in rows) or not any(total_fits(row) for row in rows):
            continue
        value = max(row.log_odds for row in rows)
        if value > weights.aggregate and (best is None or value > best[0]):
            best = (value, number)
    return best[1] if best else None


def _accounts(told: Sequence[str], collection: Collection, decisions: Decisions) -> tuple[str, ...]:
    """The incident claims that count: one of each document, and further ones only where a person put them there."""
    tellers = {claim: _teller(collection.claims[claim], collection.documents) for claim in told}
    chosen = pick_accounts(told, collection, tellers)
    judged = {claim for pair in decisions.same for claim in pair}
    return tuple(claim for claim in told if claim in chosen or claim in judged)


def _one_per_document(totals: Iterable[str], group: Sequence[str], collection: Collection) -> list[str]:
    documents = {collection.claims[claim].document_id for claim in group}
    kept: list[str] = []
    for total in totals:
        document = collection.claims[total].document_id
        if document not in documents:
            documents.add(document)
            kept.append(total)
    return kept


def _cluster(group: Sequence[str], collection: Collection, decisions: Decisions) -> Cluster:
    published = {claim: collection.published(claim) for claim in group}
    ordered = sorted(group, key=lambda claim: (published[claim], claim))
    told = [claim for claim in ordered if collection.claims[claim].scope == "incident"]
    accounts = _accounts(told, collection, decisions)
    mentions = tuple(claim for claim in ordered if claim not in accounts)
    looking_back = [claim for claim in mentions if collection.claims[claim].scope == "background"]
    documents = {collection.claims[claim].document_id for claim in group}
    known = [collection.documents[name] for name in sorted(documents) if name in collection.documents]
    groups = dict(source_groups(known, (collection.claims[claim] for claim in group)))
    for name in sorted(documents - set(groups)):
        groups[name] = max(groups.values(), default=0) + 1
    return Cluster(
        id=incident_id(pick_first(accounts or looking_back or mentions, published)),
        claim_ids=accounts,
        mentions=mentions,
        source_groups=groups,
        overruled=tuple(j for j in decisions.overruled if j.subject in group or j.other in group),
    )
