"""Learn the weights of link/weights.toml from judged pairs, and say how well calibrated they are.

    python benchmarks/link_weights.py conflict_items.jsonl [--cache FOLDER]

Logistic regression over the comparisons, agreement and difference apart, none below zero, drawn towards the weights that
were set by hand (`PULL`), as some comparisons speak in few pairs. Learned from are the pairs of link_training.jsonl, which were
drawn from other weeks than those that are measured on; own reports told again (link_own.jsonl); pairs of the same texts that
share a block and little else, as different; and, so that whole reports hold together, too, all pairs of the hand-coded sample
collection as tests/golden has them. Nothing of link_wcep.jsonl or GVC is looked at. Printed: precision and recall before,
after, and after with each tenth of the weeks left out in turn; how often pairs of a probability are the same; the table from
which weights.toml is made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from crossread.link.collection import Collection
from crossread.link.pairs import candidate_pairs
from crossread.link.score import PairExplanation, score_pair
from crossread.link.weights import load_weights
from link_texts import JudgedPair, Texts, load_own_pairs, load_training_pairs, make_texts

sys.path.append(str(Path(__file__).parents[1] / "tests" / "golden"))
from mali_ground import mali_claims, mali_clusters, mali_documents

PULL = 0.5
# What a pair counts: unjudged ones are many and alike, whole reports few beside news items, and they are what linking is for.
UNJUDGED, WHOLE = 0.2, 3.0
# Learned weights are taken so far of the way from those set by hand. Chosen of 0.5, 0.75 and 1: with all of it fewer news items
# are put together wrongly, and whole reports of several genres lose accounts.
WAY = 0.75
# Unjudged pairs whose texts are less alike than this are different incidents but for one in some hundreds.
UNLIKE = 0.05
FOLDS = 10
# Bias, and agree and differ of each comparison, as they stood before any were learned.
BIAS_BY_HAND = -5.0
BY_HAND = {
    "type": (2.0, 2.0),
    "when": (2.5, 5.0),
    "where": (2.5, 5.0),
    "harm": (2.0, 1.5),
    "doers": (1.2, 0.8),
    "victims": (1.5, 2.5),
    "means": (0.7, 1.0),
    "words": (1.8, 0.0),
    "status": (0.0, 1.5),
    "text": (5.0, 2.0),
    "phase": (1.5, 1.0),
    "person": (4.0, 0.0),
    "site": (0.8, 1.5),
}
# Bounds of the probabilities that are told apart where calibration is printed.
LEVELS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """One row for each pair: agreement and difference of each comparison; whether it is one incident; whether judged; what it
    counts; its week.
    """

    features: Vector
    same: Vector
    judged: Vector
    counts: Vector
    week: Vector

    def part(self, rows: NDArray[np.bool_]) -> Examples:
        """Some of them."""
        kept = {name: getattr(self, name)[rows] for name in ("features", "same", "judged", "counts", "week")}
        return Examples(**kept)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    pairs = load_training_pairs(options.file)
    texts = make_texts({item.doc_id: item for pair in pairs for item in (pair.a, pair.b)}.values(), cache=options.cache)
    names = sorted(load_weights().comparisons)
    whole = load_own_pairs()
    reports = make_texts({item.doc_id: item for pair in whole for item in (pair.a, pair.b)}.values(), cache=options.cache)
    examples = together(gather(texts, pairs, names, counting=1.0), gather(reports, whole, names, counting=WHOLE))
    examples = together(examples, gather_samples(names))
    start = by_hand(names)
    print(f"{int(examples.judged.sum())} judged pairs, {len(examples.same)} in all")
    print("by hand     ", measure(examples, start))
    print("in use      ", measure(examples, current(names)))
    print("after       ", measure(examples, fit(examples, start)))
    odds = cross_validated(examples, start)
    judged = examples.judged == 1
    print("held out    ", _say(odds[judged], examples.same[judged]))
    print(calibration(odds[judged], examples.same[judged]))
    print(as_toml(names, fit(examples, start)))


def gather(texts: Texts, pairs: list[JudgedPair], names: list[str], *, counting: float) -> Examples:
    """The judged pairs, each by its closest claims and counting so much, and unlike pairs that share a block."""
    collection = Collection(texts.claims, texts.documents)
    rows, same, judged, week = [], [], [], []
    for pair in pairs:
        best = _closest(collection, texts, pair)
        if best is not None:
            rows.append(_features(best, names))
            same.append(float(pair.same))
            judged.append(1.0)
            week.append(_week(pair.a.published))
    for explanation in _unlike(collection):
        rows.append(_features(explanation, names))
        same.append(0.0)
        judged.append(0.0)
        week.append(_week(collection.tellings[explanation.a].published))
    counts = np.where(np.array(judged) == 1, counting, UNJUDGED)
    return Examples(features=np.array(rows), same=np.array(same), judged=np.array(judged), counts=counts, week=np.array(week))


def gather_samples(names: list[str]) -> Examples:
    """All pairs of hand-coded claims of different sample reports: one incident where the golden clusters hold them together."""
    incident = {claim: cluster.id for cluster in mali_clusters() for claim in cluster.all_ids}
    collection = Collection(mali_claims(), mali_documents())
    single = sorted(claim.id for claim in mali_claims() if claim.scope != "aggregate")
    home = {claim.id: claim.document_id for claim in mali_claims()}
    pairs = [(a, b) for a, b in combinations(single, 2) if home[a] != home[b]]
    rows = [_features(score_pair(collection.pair(a, b)), names) for a, b in pairs]
    same = [float(incident.get(a) == incident.get(b)) for a, b in pairs]
    none = np.zeros(len(pairs))
    return Examples(features=np.array(rows), same=np.array(same), judged=none, counts=none + WHOLE, week=none - 1)


def together(a: Examples, b: Examples) -> Examples:
    """The examples of both."""
    return Examples(
        features=np.vstack([a.features, b.features]),
        same=np.concatenate([a.same, b.same]),
        judged=np.concatenate([a.judged, b.judged]),
        counts=np.concatenate([a.counts, b.counts]),
        week=np.concatenate([a.week, b.week]),
    )


def by_hand(names: list[str]) -> Vector:
    """The weights that were set by hand before any were learned: what learning is drawn towards."""
    return np.array([BIAS_BY_HAND, *(value for name in names for value in BY_HAND[name])])


def current(names: list[str]) -> Vector:
    """The weights in use: bias, then agree and differ of each comparison."""
    weights = load_weights()
    rows = [value for name in names for value in (weights.of(name).agree, weights.of(name).differ)]
    return np.array([weights.bias, *rows])


def fit(examples: Examples, start: Vector) -> Vector:
    """Most of the way to the weights that explain the examples best without going far from the start."""
    features, same, counts = examples.features, examples.same, examples.counts

    def loss(weights: Vector) -> tuple[float, Vector]:
        odds = features @ weights
        probability = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
        cost = float((counts * (np.logaddexp(0, odds) - odds * same)).sum() + PULL * ((weights - start) ** 2).sum())
        return cost, features.T @ (counts * (probability - same)) + 2 * PULL * (weights - start)

    bounds = [(None, None), *((0.0, None) for _ in start[1:])]
    learned = np.array(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x)
    return start + WAY * (learned - start)


def measure(examples: Examples, weights: Vector) -> str:
    """Precision and recall on the judged pairs, and the mean probability beside the share that is right."""
    return _say(examples.features[examples.judged == 1] @ weights, examples.same[examples.judged == 1])


def cross_validated(examples: Examples, start: Vector) -> Vector:
    """The log-odds of each pair by weights that were learned without the tenth of the weeks that it lies in."""
    part = np.where(examples.week < 0, FOLDS, examples.week % FOLDS)  # the sample collection is always learned from
    odds = np.zeros(len(examples.same))
    for fold in range(FOLDS):
        out = part == fold
        odds[out] = examples.features[out] @ fit(examples.part(~out), start)
    return odds


def calibration(odds: Vector, same: Vector) -> str:
    """For each level of probability how many pairs have it, their mean probability, and the share that is the same."""
    probability = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
    rows = []
    for low, high in pairwise(LEVELS):
        here = (probability >= low) & (probability < high)
        if here.any():
            means = f"{probability[here].mean():.2f} said, {same[here].mean():.2f} the same"
            rows.append(f"  {low:.1f} to {high:.1f}: {int(here.sum()):4} pairs, {means}")
    return "\n".join(rows)


def as_toml(names: list[str], weights: Vector) -> str:
    """The learned weights by name, to one decimal."""
    rows = [f"bias = {weights[0]:.1f}"]
    rows += [f"{name}: agree = {weights[1 + 2 * i]:.1f}, differ = {weights[2 + 2 * i]:.1f}" for i, name in enumerate(names)]
    return "\n".join(rows)


def _week(day: date | None) -> float:
    return float(day.toordinal() // 7) if day else 0.0


def _say(odds: Vector, same: Vector) -> str:
    said = odds > 0
    right = float((said * same).sum())
    probability = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
    brier = float(((probability - same) ** 2).mean())
    return f"P {100 * right / max(1, said.sum()):.1f} R {100 * right / same.sum():.1f} Brier {brier:.3f}"


def _features(explanation: PairExplanation, names: list[str]) -> list[float]:
    scores = {row.name: row.score or 0.0 for row in explanation.comparisons}
    return [1.0, *(value for name in names for value in (max(0.0, scores.get(name, 0.0)), min(0.0, scores.get(name, 0.0))))]


def _closest(collection: Collection, texts: Texts, pair: JudgedPair) -> PairExplanation | None:
    found = [
        score_pair(collection.pair(a.id, b.id))
        for a in texts.told(texts.ids[pair.a.doc_id])
        for b in texts.told(texts.ids[pair.b.doc_id])
        if "aggregate" not in (a.scope, b.scope)
    ]
    return max(found, key=lambda row: (row.log_odds, row.a, row.b), default=None)


def _unlike(collection: Collection) -> Iterator[PairExplanation]:
    tellings = list(collection.tellings.values())
    for a, b in sorted(candidate_pairs(tellings, collection.rarity)):
        pair = collection.pair(a, b)
        if collection.weights.likeness(pair.a.text, pair.b.text) < UNLIKE:
            yield score_pair(pair)


if __name__ == "__main__":
    main()
