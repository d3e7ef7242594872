"""Fit the weights of the second look (crossread/extract/second_look.py) on coded reports left out of training.

    python -m training.second_look GOLD.jsonl… --encoder runs/enc

Prints one table a kind of link, to be put at the end of `thresholds.toml`. The reports must be such as the encoder was not
trained on: of those it knows, it is surer than of any it will read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from crossread.assets import encoder_folder
from crossread.extract.frames import group_tellings
from crossread.extract.retelling import gather_links
from crossread.extract.second_look import KINDS, claim_features, gather, iter_features
from training.trial import Trial

PULL = 0.03  # how freely weights leave zero; of 0.01 to 1 the best on reports not fitted on
PARTIES = {"doer": "doer", "sufferer": "sufferer", "side": "party"}


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate, or a claim, with its features and whether the coders have it. `document` is the number of its report."""

    document: int
    kind: str
    values: dict[str, float]
    right: bool


def iter_rows(trial: Trial, thresholds: dict) -> Iterator[Row]:
    """All claims, and the candidates of those that answer to a coded one."""
    predicted = trial.predict(thresholds)
    for number, (readings, across) in enumerate(trial.read(thresholds["span"])):
        gold, text = trial.gold[number], trial.documents[number].text
        claims = predicted[number]["claims"]
        pairs = {j: gold["claims"][i] for i, j in trial.scorer.align(gold["claims"], claims, text)}
        coded = {(c["trigger"]["start"], c["trigger"]["end"]): pairs[j] for j, c in enumerate(claims) if j in pairs}
        groups = group_tellings(text, readings, trial.files.labels["links"], thresholds, across)
        links = [gather_links(group, thresholds["link"]["retold"]) for group in groups]
        report = gather(groups, links)
        for own, group in enumerate(groups):
            answer = coded.get((group[0].trigger.start, group[0].trigger.end))
            yield Row(number, "claim", claim_features(group, links[own]), answer is not None)
            if answer is None:
                continue
            for kind in KINDS:
                for (start, end), values in iter_features(report, groups, own, kind, text):
                    words = {"evidence": [{"start": start, "end": end}], "raw": text[start:end]}
                    yield Row(number, kind, values, is_coded(trial, answer, kind, words))


def is_coded(trial: Trial, claim: dict, kind: str, words: dict) -> bool:
    """True if a coded slot of the kind shares words with the candidate."""
    if kind in PARTIES:
        sides = {PARTIES[kind], "party"}
        rows = [row for row in claim["actors"] if trial.scorer.side(row["role"]) in sides]
    else:
        rows = claim["speakers" if kind == "speaker" else kind]
    return any(trial.scorer.overlaps(row, words) for row in rows)


def fit(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Weights by kind and feature, for values as they are."""
    return {f"second_{kind}": _fit([row for row in rows if row.kind == kind]) for kind in ("claim", *KINDS)}


def _fit(rows: Sequence[Row]) -> dict[str, float]:
    """Logistic regression on standardized values with a ridge, put back on the values as they are."""
    names = [name for name in rows[0].values if name != "one"]
    values = np.array([[row.values[name] for name in names] for row in rows])
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    x = np.column_stack([(values - mean) / scale, np.ones(len(rows))])
    y = np.array([float(row.right) for row in rows])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = x @ w
        ridge = np.append(w[:-1], 0.0)  # the constant is free
        chance = 1 / (1 + np.exp(-score))
        return float(np.sum(np.logaddexp(0, score) - y * score)) + ridge @ ridge / (2 * PULL), x.T @ (chance - y) + ridge / PULL

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / scale
    return {"one": float(found[-1] - weights @ mean)} | {name: float(w) for name, w in zip(names, weights, strict=True)}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="+", help="coded reports left out of training")
    parser.add_argument("--encoder", type=Path, default=encoder_folder())
    args = parser.parse_args()
    trial = Trial(args.gold, args.encoder)
    rows = list(iter_rows(trial, dict(trial.files.thresholds)))
    for kind, weights in fit(rows).items():
        print(f"\n[{kind}]")
        for name, weight in weights.items():
            print(f"{name} = {weight:.4f}")


if __name__ == "__main__":
    main()
