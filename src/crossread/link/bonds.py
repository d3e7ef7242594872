"""Which pairs of claims are bound: those that the comparisons hold for one incident, the only ones that join clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from crossread.link.collection import Collection
from crossread.link.comparison import Pair
from crossread.link.pairs import iter_pairs
from crossread.link.score import PairExplanation, bond_of, gain, is_excluded, names_one, score_pair
from crossread.link.screen import TOLD_BY_BOTH, Screen
from crossread.link.told_again import iter_retellings
from crossread.link.weights import Weights, load_weights

# A total is attached to an incident only if both comparisons reach this.
_TOTAL_FITS = (("when", 0.6), ("where", 0.35))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Bond:
    """Two claims (`a` before `b`) that are more likely one incident than not, and the log-odds of it."""

    a: str
    b: str
    log_odds: float


def find_bonds(
    collection: Collection, *, only: Iterable[str] | None = None, crowded: AbstractSet[int] = frozenset()
) -> Iterator[Bond]:
    """The bonds of claims that share a block, each once; with `only`, the bonds of these.

    A total is bound to the claims whose incident it may be attached to, never to another total. `crowded`
    are blocks to leave out, where the collection is only a part of what was counted. A bond of two claims of one document says
    that it tells its incident again.
    """
    only = None if only is None else frozenset(only)
    for one, two in iter_retellings(collection, only):
        yield Bond(a=one, b=two, log_odds=max(load_weights().clip, bond_of(collection.pair(one, two, brief=True))[0]))
    names = _by_day(collection)
    tellings = [collection.tellings[name] for name in names]
    wanted = None if only is None else np.flatnonzero(np.isin(names, sorted(only))).tolist()
    least = _least(load_weights())
    screen = Screen(tellings, collection.weights, load_weights())
    for pairs in iter_pairs(tellings, collection.rarity, only=wanted, crowded=crowded):
        bounds = screen.bound(pairs.a, pairs.b)
        kept = np.flatnonzero(bounds > least)
        a, b = pairs.a[kept], pairs.b[kept]
        rows = zip(a.tolist(), b.tolist(), bounds[kept].tolist(), screen.told(a, b).tolist(), strict=True)
        for one, two, bound, told in rows:
            pair = collection.pair(names[one], names[two], brief=True)
            if _reaches(pair, bound, told, least) and (bond := bind(pair)):
                yield bond


def bind(pair: Pair) -> Bond | None:
    """The bond of two claims: by themselves they are one incident, or one is a total that fits the other.

    Two that exclude each other are bound by nothing of their own: where all else outweighs that, they only part no others. But
    where they name the same one who was hurt, in texts that are alike, too, the day or the place was read wrongly.
    """
    weights = load_weights()
    totals = (pair.a.claim.scope == "aggregate") + (pair.b.claim.scope == "aggregate")
    log_odds, contradiction = bond_of(pair)
    if contradiction or log_odds <= (weights.aggregate if totals else weights.link):
        return None
    if is_excluded(pair) and not names_one(pair):
        return None
    if totals and (totals == 2 or not total_fits(score_pair(pair))):
        return None
    return Bond(a=pair.a.claim.id, b=pair.b.claim.id, log_odds=log_odds)


def _reaches(pair: Pair, bound: float, told: int, least: float) -> bool:
    """False as soon as what the bound takes at its best turns out too low."""
    weights = load_weights()
    for bit, name in enumerate(TOLD_BY_BOTH):
        if told >> bit & 1:
            bound += gain(name, pair) - weights.of(name).agree
            if bound <= least:
                return False
    return True


def _least(weights: Weights) -> float:
    """Log-odds that no bond is under; what is rounded in sums is left to spare."""
    return min(weights.link, weights.aggregate) - 1e-6


def total_fits(row: PairExplanation) -> bool:
    """True if date and place of a total point at the claim's incident."""
    scores = {comparison.name: comparison.score or 0.0 for comparison in row.comparisons}
    return all(scores.get(name, 0.0) >= bound for name, bound in _TOTAL_FITS)


def components(claims: Iterable[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Claims that ties hold together, over any number of others; what is in one never depends on another. All sorted."""
    parent: dict[str, str] = {}
    known = set(claims)
    for a, b in ties:
        if a in known and b in known:
            low, high = sorted((_root(parent, a), _root(parent, b)))
            if low != high:
                parent[high] = low
    found: dict[str, list[str]] = {}
    for claim in sorted(known):
        found.setdefault(_root(parent, claim), []).append(claim)
    return [found[name] for name in sorted(found)]


def _root(parent: dict[str, str], claim: str) -> str:
    top = claim
    while (above := parent.get(top, top)) != top:
        top = above
    while (above := parent.get(claim, claim)) != top and above != claim:
        parent[claim], claim = top, above
    return top


def _by_day(collection: Collection) -> Sequence[str]:
    """Claims in the order of their documents' days: those compared with each other lie near each other in memory."""
    published: Mapping[str, str] = {name: collection.published(name) for name in collection.claims}
    return sorted(collection.claims, key=lambda name: (published[name], name))
