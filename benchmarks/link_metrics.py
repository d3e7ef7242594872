"""Agreement of two ways to put documents together: B-cubed, MUC, CEAF-e, their mean (as in CoNLL), and pairs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.optimize import linear_sum_assignment

Groups = list[frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def groups_of(labels: Mapping[str, Hashable]) -> Groups:
    """The sets of documents that carry one label."""
    found: dict[Hashable, set[str]] = {}
    for document, label in labels.items():
        found.setdefault(label, set()).add(document)
    return [frozenset(group) for group in found.values()]


def all_scores(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> dict[str, Score]:
    """Every measure by name; both sides must label the same documents."""
    if gold.keys() != found.keys():
        raise ValueError(f"gold labels {len(gold)} documents, the other side {len(found)}")
    key, response = groups_of(gold), groups_of(found)
    parts = {"b3": b_cubed(key, response), "muc": muc(key, response), "ceafe": ceaf_e(key, response)}
    return {**parts, "pairs": pairwise(key, response)}


def conll(scores: Mapping[str, Score]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(scores[name].f1 for name in ("muc", "b3", "ceafe")) / 3


def pairwise(key: Groups, response: Groups) -> Score:
    """Of all pairs put together, those that belong together, and the reverse."""
    wanted, made = _pairs(key), _pairs(response)
    return Score(precision=_share(len(wanted & made), len(made)), recall=_share(len(wanted & made), len(wanted)))


def b_cubed(key: Groups, response: Groups) -> Score:
    """The mean over documents of how pure and how whole its group is."""
    home_key, home_response = _home(key), _home(response)
    size = len(home_key)
    common = {d: len(home_key[d] & home_response[d]) for d in home_key}
    return Score(
        precision=100 * sum(common[d] / len(home_response[d]) for d in home_key) / size,
        recall=100 * sum(common[d] / len(home_key[d]) for d in home_key) / size,
    )


def muc(key: Groups, response: Groups) -> Score:
    """Links that are missing and links that are too many."""
    return Score(precision=_muc_recall(response, key), recall=_muc_recall(key, response))


def ceaf_e(key: Groups, response: Groups) -> Score:
    """The best one-to-one pairing of groups, by the share of documents in common."""
    table = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    rows, columns = linear_sum_assignment(-table)
    total = float(table[rows, columns].sum())
    return Score(precision=100 * total / len(response), recall=100 * total / len(key))


def _muc_recall(key: Groups, response: Groups) -> float:
    home = _home(response)
    links = sum(len(group) - 1 for group in key)
    kept = sum(len(group) - len({home[d] for d in group}) for group in key)
    return _share(kept, links)


def _pairs(groups: Groups) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _home(groups: Groups) -> dict[str, frozenset[str]]:
    return {document: group for group in groups for document in group}


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def join_pairs(documents: Iterable[str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """A label for each document; documents that pairs connect, directly or not, share one."""
    label = {document: document for document in documents}

    def root(name: str) -> str:
        while label[name] != name:
            name = label[name]
        return name

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        label[high] = low
    return {document: root(document) for document in label}
