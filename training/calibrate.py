"""python -m training.calibrate GOLD… --encoder DIR [--check FILE]: make the scores mean what they say.

Fits, on coded reports that the encoder was not trained on, one line in logits for claims and for each slot; prints them as the
`[calibration]` table of thresholds.toml, and the expected calibration error (bins of equal size, ten where there are scores
enough) before and after, on GOLD and on the reports of --check.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np

from crossread.extract.calibration import KINDS, to_logit
from training.trial import Trial

Scored = list[tuple[float, bool]]
BINS, SMALLEST = 10, 20  # with fewer scores in a bin, chance alone makes a larger error than the bar


def expected_error(scored: Scored) -> float:
    """The mean distance between score and share of right ones, over bins of equal size."""
    if not scored:
        return 0.0
    rows = np.array(sorted(scored), dtype=float)
    parts = np.array_split(rows, max(1, min(BINS, len(rows) // SMALLEST)))
    return float(sum(len(p) * abs(p[:, 0].mean() - p[:, 1].mean()) for p in parts) / len(rows))


def fit_line(scored: Scored, *, rounds: int = 60, prior: float = 1.0) -> tuple[float, float]:
    """Slope and shift of the logistic fit, drawn towards slope 1 and shift 0 as if by `prior` pieces of evidence."""
    x = np.array([[to_logit(s), 1.0] for s, _ in scored])
    y = np.array([float(right) for _, right in scored])
    line, start = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ line))
        gradient = x.T @ (p - y) + prior * (line - start)
        curve = (x * (p * (1 - p))[:, None]).T @ x + prior * np.eye(2)
        line = line - np.clip(np.linalg.solve(curve, gradient), -0.5, 0.5)  # a whole step can overshoot for ever
    return float(line[0]), float(line[1])


def gather(trial: Trial, thresholds: dict) -> dict[str, Scored]:
    """Every score that the claims carry, and whether what it stands for is right, by kind.

    A slot of a claim that is none is wrong; what stands in claims of scope aggregate costs nothing and is left out.
    """
    found: dict[str, Scored] = defaultdict(list)
    for gold, told in zip(trial.gold, trial.predict(thresholds), strict=True):
        pairs = {p: gold["claims"][g] for g, p in trial.scorer.align(gold["claims"], told["claims"], gold["text"])}
        for i, claim in enumerate(told["claims"]):
            if claim["scope"] == "aggregate":
                continue
            found["claim"].append((claim["score"], i in pairs))
            _slots(trial.scorer, found, claim, pairs.get(i))
    return found


def _slots(scorer: ModuleType, found: dict[str, Scored], claim: dict, gold: dict | None) -> None:
    for name, holds in (("when", _same_when), ("where", _same_where)):
        if claim.get(name):
            found[name].append((claim[name]["score"], gold is not None and holds(scorer, gold.get(name), claim[name])))
    matches: dict[str, Callable[[dict, dict], bool]] = {
        "actors": scorer.actor_match,
        "harm": lambda g, p: (g["effect"], g["low"], g["high"]) == (p["effect"], p["low"], p["high"]),
        "means": lambda g, p: g["kind"] == p["kind"],
        "speakers": scorer.overlaps,
    }
    for name, match in matches.items():
        for row in claim[name]:
            found[name].append((row["score"], gold is not None and any(match(g, row) for g in gold[name])))


def _same_when(scorer: ModuleType, gold: dict | None, told: dict) -> bool:
    """The same dates; where neither has one (no publication date to count from), the same words."""
    if gold and not scorer.dated(gold) and not scorer.dated(told):
        return bool(scorer.overlaps(gold, told))
    return bool(scorer.same_when(gold, told, loose=False))


def _same_where(scorer: ModuleType, gold: dict | None, told: dict) -> bool:
    if gold and not scorer.placed(gold) and not scorer.placed(told):
        return bool(scorer.overlaps(gold, told))
    return bool(scorer.same_where(gold, told))


def main() -> None:
    """Parse arguments, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    trial = Trial(args.gold, args.encoder)
    bare = {k: v for k, v in trial.files.thresholds.items() if k != "calibration"}
    scored = gather(trial, bare)
    lines = {kind: fit_line(scored[kind]) for kind in KINDS}
    table = {
        f"{kind}_{part}": round(v, 3) for kind, line in lines.items() for part, v in zip(("slope", "shift"), line, strict=True)
    }
    checks = [("fitted on", trial)] + ([("checked on", Trial(args.check, args.encoder))] if args.check else [])
    for name, where in checks:
        before, after = gather(where, bare), gather(where, bare | {"calibration": table})
        for kind in KINDS:
            errors = f"{expected_error(before[kind]):.3f} -> {expected_error(after[kind]):.3f}"
            print(f"# {name}: {kind}, {len(after[kind])} scores, expected calibration error {errors}")
    print("\n[calibration]")
    for key, value in table.items():
        print(f"{key} = {value}")


if __name__ == "__main__":
    main()
