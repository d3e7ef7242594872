"""python -m training.sweep --gold A.jsonl B.jsonl --gold C.jsonl --encoder DIR…: choose thresholds, one after the other.

What is driven up is the mean over groups of reports (each `--gold` is one, so that few real reports weigh as much as many
own ones) and over encoders: the same weights rounded and not, or mixed a little otherwise. Thresholds that are right for
one rounding alone are right by chance. The best are printed as TOML.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections.abc import Callable
from pathlib import Path

from training.trial import Trial, mean

STEPS = {
    "claim": (-0.2, -0.1, -0.05, 0.05, 0.1, 0.2),
    "merge": (-1.0, -0.5, 0.5, 1.0),
    "choice": (-0.1, 0.1, 0.2),
    "link": (-0.15, -0.05, 0.05, 0.15),
    "span": (-0.15, -0.05, 0.05, 0.15),
    "scope": (-0.2, -0.1, 0.1),
    "stance": (-0.2, 0.2),
}
FREE = frozenset({"merge"})  # logits, not probabilities
NOTHING = frozenset({"choice", "scope", "stance"})  # may be 0
CODES = 0.1  # so much does a point of scope or stance count beside a point of the mean
RISE = 0.05  # of the mean: less is chance


class Measured:
    """Groups of reports under several encoders; a call gives the mean of figures of each group, over the encoders."""

    def __init__(self, groups: list[list[Path]], encoders: list[Path]) -> None:
        files = [path for group in groups for path in group]
        self.trials = [Trial(files, folder) for folder in encoders]
        sizes = [sum(len(path.read_text(encoding="utf-8").splitlines()) for path in group) for group in groups]
        ends = [sum(sizes[: i + 1]) for i in range(len(sizes))]
        self.slices = [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]

    def __call__(self, thresholds: dict) -> list[float]:
        """One figure a group."""
        each = [t.score_groups(thresholds, self.slices) for t in self.trials]
        return [sum(_worth(figures) for figures in group) / len(group) for group in zip(*each, strict=True)]


def _worth(figures: dict[str, float]) -> float:
    return mean(figures) + CODES * (figures["scope"] + figures["stance"]) / 2


def _moved(thresholds: dict, section: str, name: str) -> list[dict]:
    tried = []
    for step in STEPS[section]:
        value = round(thresholds[section][name] + step, 3)
        if section not in FREE:
            value = min(0.95, max(0.0 if section in NOTHING else 0.03, value))
        if value != thresholds[section][name]:
            tried.append({**thresholds, section: {**thresholds[section], name: value}})
    return tried


def sweep(thresholds: dict, measure: Callable[[list[dict]], list[list[float]]], *, rounds: int) -> dict:
    """One threshold at a time; the best step is kept when the mean over groups rises by more than chance."""

    def worth(figures: list[float]) -> float:
        return sum(figures) / len(figures)

    found = measure([thresholds])[0]
    best = worth(found)
    print(f"start {best:.2f} {_told(found)}", flush=True)
    for _ in range(rounds):
        before = best
        for section, name in [(s, n) for s in STEPS for n in thresholds.get(s, {}) if n != "floor"]:
            tried = _moved(thresholds, section, name)
            got = measure(tried)
            at = max(range(len(tried)), key=lambda i: worth(got[i]))
            if worth(got[at]) > best + RISE:
                best, thresholds = worth(got[at]), tried[at]
                print(f"{best:.2f} {section}.{name} = {thresholds[section][name]} {_told(got[at])}", flush=True)
        if best - before < 2 * RISE:
            break
    return thresholds


def _told(figures: list[float]) -> str:
    return " ".join(f"{x:.2f}" for x in figures)


_measured: Measured


def _measure(thresholds: dict) -> list[float]:
    return _measured(thresholds)


def main() -> None:
    """Parse arguments, sweep, print."""
    global _measured
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", action="append", required=True, help="one group of coded reports")
    parser.add_argument("--encoder", type=Path, nargs="+", required=True, help="the first one's thresholds are started from")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    _measured = Measured(args.gold, args.encoder)
    with multiprocessing.get_context("fork").Pool(args.processes) as pool:
        start = dict(_measured.trials[0].files.thresholds)
        chosen = sweep(start, lambda tried: pool.map(_measure, tried, chunksize=1), rounds=args.rounds)
    for trial in _measured.trials:
        print(json.dumps(trial.score_groups(chosen, _measured.slices)))
    for section, values in chosen.items():
        print(f"\n[{section}]")
        for name, value in values.items():
            print(f"{name} = {value}")


if __name__ == "__main__":
    main()
