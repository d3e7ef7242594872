"""Which documents are about the same happening, those included that no claim could be made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from crossread.link.cluster import join_claims
from crossread.link.collection import Collection
from crossread.link.judged import Decisions
from crossread.link.pairs import candidate_pairs
from crossread.link.score import bond_of, is_excluded
from crossread.link.telling_text import Wordage, WordWeights, main_claim
from crossread.link.tolerances import ramp, tolerances
from crossread.link.weights import Weights, load_weights
from crossread.link.word_counts import count_words
from crossread.link.words import word_set
from crossread.records import Claim, Document

Pairs = set[tuple[str, str]]


def story_groups(
    claims: Iterable[Claim], documents: Mapping[str, Document], weights: Weights | None = None
) -> Mapping[str, int]:
    """For each document id the number of its story, from 1; the numbering depends on the sets given, not on their order.

    Two documents are one story if what one is about (`main_claim`) is also told by the other, or if their texts are as alike
    as those of reports on one incident are. An arrest for a shooting is another claim and the same story, so stories are
    wider than incidents: use them to find further reports, never to count.
    """
    known = [claim for claim in claims if claim.document_id in documents]
    stories = _Stories(known, documents)
    homes = {name: name for name in sorted(documents)}
    groups = join_claims(homes, dict.fromkeys(sorted(stories.pairs())), stories.bond, Decisions(), weights or load_weights())
    return {name: number for number, group in enumerate(groups, 1) for name in group}


class _Stories:
    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._collection = Collection(claims, documents)
        self._weights = WordWeights(count_words(documents[name] for name in sorted(documents)))
        self._texts: dict[str, Wordage] = {
            name: self._weights.weigh(word_set(document.title, document.text)) for name, document in documents.items()
        }
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.scope == "incident":
                self._claims.setdefault(claim.document_id, []).append(claim)
        self._main = {name: main_claim(told, documents[name]) for name, told in self._claims.items()}

    def pairs(self) -> Pairs:
        """Documents whose claims share a block, or whose texts share several of their weightiest words."""
        collection = self._collection
        found = candidate_pairs(list(collection.tellings.values()), collection.rarity)
        home = {claim.id: claim.document_id for claim in collection.claims.values()}
        by_claims = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in found}
        return by_claims | self._pairs_by_words()

    def bond(self, a: str, b: str) -> tuple[float, bool]:
        """Log-odds that two documents are one story: the better of their claims and their texts."""
        by_claims = max((self._claim_bond(x, y) for x, y in ((a, b), (b, a))), default=float("-inf"))
        return max(by_claims, self._text_bond(a, b)), False

    def _claim_bond(self, one: str, other: str) -> float:
        main = self._main.get(one)
        if main is None:
            return float("-inf")
        pairs = (self._collection.pair(main.id, claim.id) for claim in self._claims.get(other, ()))
        return max((bond_of(pair)[0] for pair in pairs if not is_excluded(pair)), default=float("-inf"))

    def _text_bond(self, a: str, b: str) -> float:
        table = tolerances("story")
        days = [self._documents[name].published for name in (a, b)]
        if days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > int(table["most_days"]):
            return float("-inf")
        return ramp(self._weights.likeness(self._texts[a], self._texts[b]), table["log_odds"])

    def _pairs_by_words(self) -> Pairs:
        most = int(tolerances("story")["most_sharing"])
        holders: dict[str, list[str]] = {}
        for name in sorted(self._texts):
            text = self._texts[name]
            for word in self._weights.key_words(text, most=int(tolerances("story")["key_words"])):
                holders.setdefault(word, []).append(name)
        return {pair for names in holders.values() if len(names) <= most for pair in combinations(names, 2)}
