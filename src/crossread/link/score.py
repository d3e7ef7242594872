"""P(same incident) for a pair: a plain logistic sum that a person can check by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

# Each import brings its comparisons onto the list.
from crossread.link import (  # noqa: F401
    compare_harm,
    compare_kind,
    compare_people,
    compare_person,
    compare_phase,
    compare_site,
    compare_text,
    compare_when,
    compare_where,
    compare_words,
)
from crossread.link.comparison import Compare, Comparison, Pair
from crossread.link.weights import Weights, load_weights
from crossread.registry import list_plugins

# A score of -1 in one of these is a contradiction that only two incidents explain.
CONTRADICTIONS = ("when", "where")
# Where the texts are alike so far, or both name the same one who was hurt, and all other comparisons add up to these log-odds,
# the day or the place was read wrongly: of 19 such pairs of main claims in 98 months of LongTail all tell one shooting.
ALIKE, OUTWEIGHS = 0.5, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One comparison and the log-odds it added to the pair."""

    comparison: Comparison
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairExplanation:
    """Why two claims are, or are not, taken for the same incident. `probability` is 0 to 1."""

    a: str
    b: str
    probability: float
    log_odds: float
    contributions: tuple[Contribution, ...]
    contradiction: bool

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What each comparison found, in a fixed order."""
        return tuple(row.comparison for row in self.contributions)

    @property
    def exclusions(self) -> tuple[str, ...]:
        """What excludes that the two are one incident, in sentences; empty where nothing does."""
        rows = (row.comparison for row in self.contributions)
        return tuple(row.sentence for row in rows if row.name in CONTRADICTIONS and row.score == -1.0)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a reviewer reads, the weightiest first."""
        ranked = sorted(self.contributions, key=lambda row: (-abs(row.log_odds), row.comparison.name))
        return tuple(row.comparison.sentence for row in ranked)


def score_pair(pair: Pair, *, weights: Weights | None = None) -> PairExplanation:
    """All comparisons of a pair, each with the log-odds it adds, and their sum as a probability."""
    weights = weights or load_weights()
    rows = tuple(_weigh(compared(name, pair), weights) for name in _comparisons())
    log_odds = weights.bias + math.fsum(row.log_odds for row in rows)
    hit = any(row.comparison.name in CONTRADICTIONS and row.comparison.score == -1.0 for row in rows)
    probability = 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, log_odds))))
    return PairExplanation(
        a=pair.a.claim.id, b=pair.b.claim.id, probability=probability, log_odds=log_odds, contributions=rows, contradiction=hit
    )


def bond_of(pair: Pair) -> tuple[float, bool]:
    """Log-odds of a pair and whether something in it contradicts that it is one incident; what linking needs, and quicker.

    Contradictions are looked for first: most pairs of a block meet one, and need no further comparison. A single one that all
    else outweighs counts as none: the pair has the log-odds of all else.
    """
    excluded = [name for name in CONTRADICTIONS if compared(name, pair).score == -1.0]
    if len(excluded) > 1 or (excluded and not _tell_one(pair)):
        return -math.inf, True
    rest = load_weights().bias + math.fsum(gain(name, pair) for name in _comparisons() if name not in excluded)
    return (-math.inf, True) if excluded and rest < OUTWEIGHS else (rest, False)


def _tell_one(pair: Pair) -> bool:
    """True where the words say that it is one incident, whatever day and place say."""
    return any((compared(name, pair).score or 0.0) >= least for name, least in (("text", ALIKE), ("person", 1.0)))


def names_one(pair: Pair) -> bool:
    """True where both name the same one who was hurt, and their texts are alike beside that."""
    return all((compared(name, pair).score or 0.0) >= least for name, least in (("text", ALIKE), ("person", 1.0)))


def is_excluded(pair: Pair) -> bool:
    """True where day or place exclude each other, outweighed or not."""
    return any(compared(name, pair).score == -1.0 for name in CONTRADICTIONS)


def gain(name: str, pair: Pair) -> float:
    """The log-odds that one comparison adds to a pair."""
    score = compared(name, pair).score
    if not score:
        return 0.0
    weight = load_weights().of(name)
    return score * (weight.agree if score > 0 else weight.differ)


def compared(name: str, pair: Pair) -> Comparison:
    """What one comparison finds in a pair, found out once: whether it can be bound, and how closely, is asked one by one."""
    found = pair.found.get(name)
    if found is None:
        found = pair.found[name] = _comparisons()[name](pair)
    return found


def _weigh(comparison: Comparison, weights: Weights) -> Contribution:
    weight = weights.of(comparison.name)
    score = comparison.score or 0.0
    return Contribution(comparison=comparison, log_odds=score * (weight.agree if score > 0 else weight.differ))


@cache
def _comparisons() -> Mapping[str, Compare]:
    """The newest version of each comparison, by name; looked up once, as every pair asks for them."""
    newest: dict[str, tuple[int, Compare]] = {}
    for full_name, compare in list_plugins("comparisons").items():
        name, _, version = full_name.rpartition("@")
        if name not in newest or int(version) > newest[name][0]:
            newest[name] = (int(version), compare)
    return {name: compare for name, (_, compare) in newest.items()}
