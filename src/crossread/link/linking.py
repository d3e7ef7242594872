"""LINK: claims -> clusters, with an explanation for every pair."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from crossread.codebook.table_shape import is_row_reader
from crossread.link.cluster import Cluster, join_claims, pick_first
from crossread.link.comparison import Pair, Telling
from crossread.link.independence import source_groups
from crossread.link.judged import Decisions, standing_decisions
from crossread.link.keys import candidate_pairs
from crossread.link.score import PairExplanation, bond_of, score_pair
from crossread.link.telling_text import Wordage, WordWeights, telling_words
from crossread.link.weights import Weights, load_weights
from crossread.link.words import claim_words, word_rarity
from crossread.records import Claim, Document, Judgement

_NEVER = "9999-12-31"
# A total is attached to an incident only if both comparisons reach this.
_TOTAL_FITS = (("when", 0.6), ("where", 0.35))


def link_claims(
    claims: Iterable[Claim], documents: Mapping[str, Document], judgements: Iterable[Judgement] = ()
) -> list[Cluster]:
    """The incidents that the claims tell, one cluster each, by id.

    Human decisions stand before every score. Totals (`aggregate`) never make an incident: each is attached as a mention where
    it fits one, and else left out. A claim that only looks back (`background`) is a mention, and alone an incident of mentions.
    The same claims, documents and judgements give the same clusters in whatever order they come.
    """
    collection = Collection(claims, documents)
    decisions = standing_decisions(judgements)
    weights = load_weights()
    single = {claim.id: _teller(claim, documents) for claim in collection.claims.values() if claim.scope != "aggregate"}
    tellings = [collection.tellings[claim] for claim in sorted(single)]
    pairs = candidate_pairs(tellings, collection.rarity)
    groups = join_claims(single, sorted(pairs), collection.bond, decisions, weights)
    with_totals = _attach_totals(groups, collection, decisions, weights)
    return sorted((_cluster(group, collection, decisions) for group in with_totals), key=lambda cluster: cluster.id)


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


def incident_id(first_claim: str) -> str:
    """The permanent id of the incident that was first told by this claim."""
    return f"inc_{hashlib.sha256(first_claim.encode()).hexdigest()[:16]}"


class Collection:
    """Claims and documents, prepared once for all comparisons."""

    def __init__(self, claims: Iterable[Claim], documents: Mapping[str, Document]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.documents = documents
        used = {claim.document_id for claim in self.claims.values()}
        self.rarity = word_rarity(documents[name] for name in sorted(used) if name in documents)
        frames = _frames(self.claims.values())
        self.weights = WordWeights(documents[name] for name in sorted(used) if name in documents)
        self.texts = _texts(self.claims.values(), documents, self.weights)
        self.tellings = {claim.id: self._telling(claim, frames) for claim in self.claims.values()}

    def pair(self, a: str, b: str) -> Pair:
        low, high = sorted((a, b))
        return Pair(a=self.tellings[low], b=self.tellings[high], rarity=self.rarity, weights=self.weights)

    def bond(self, a: str, b: str) -> tuple[float, bool]:
        return bond_of(self.pair(a, b))

    def published(self, claim: str) -> str:
        document = self.documents.get(self.claims[claim].document_id)
        return document.published.isoformat() if document and document.published else _NEVER

    def _telling(self, claim: Claim, frames: Mapping[str, frozenset[str]]) -> Telling:
        document = self.documents.get(claim.document_id)
        return Telling(
            claim=claim,
            published=document.published if document else None,
            frame=frames.get(claim.document_id, frozenset()),
            words=claim_words(claim, document),
            text=self.texts[claim.id],
        )


def _frames(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The countries each document's claims happen in."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.where and claim.where.value and claim.where.value.country:
            found.setdefault(claim.document_id, set()).add(claim.where.value.country)
    return {document: frozenset(countries) for document, countries in found.items()}


def _texts(claims: Iterable[Claim], documents: Mapping[str, Document], weights: WordWeights) -> dict[str, Wordage]:
    """The weighed words of each claim's telling."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    return {
        claim: weights.weigh(words)
        for name, told in by_document.items()
        for claim, words in telling_words(told, documents.get(name)).items()
    }


def _attach_totals(
    groups: Sequence[tuple[str, ...]], collection: Collection, decisions: Decisions, weights: Weights
) -> list[tuple[str, ...]]:
    """The groups with each total that fits one put to it; of several that fit, the closest."""
    totals = sorted(claim.id for claim in collection.claims.values() if claim.scope == "aggregate")
    homes: dict[int, list[str]] = {}
    by_claim = {claim: number for number, group in enumerate(groups) for claim in group}
    tellings = list(collection.tellings.values())
    near: dict[str, set[int]] = {}
    for a, b in candidate_pairs(tellings, collection.rarity) if totals else ():
        for total, other in ((a, b), (b, a)):
            if collection.claims[total].scope == "aggregate" and other in by_claim:
                near.setdefault(total, set()).add(by_claim[other])
    for total in totals:
        told = _told_home(total, by_claim, decisions)
        home = told if told is not None else _best_home(total, near.get(total, set()), groups, collection, weights)
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
        if any(row.contradiction for row in rows) or not any(_total_fits(row) for row in rows):
            continue
        value = max(row.log_odds for row in rows)
        if value > weights.aggregate and (best is None or value > best[0]):
            best = (value, number)
    return best[1] if best else None


def _total_fits(row: PairExplanation) -> bool:
    scores = {comparison.name: comparison.score or 0.0 for comparison in row.comparisons}
    return all(scores.get(name, 0.0) >= bound for name, bound in _TOTAL_FITS)


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
    accounts = tuple(claim for claim in ordered if collection.claims[claim].scope == "incident")
    mentions = tuple(claim for claim in ordered if collection.claims[claim].scope != "incident")
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
