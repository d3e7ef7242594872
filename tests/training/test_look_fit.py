"""Fitting the second look: from candidates that coders have or have not, to weights on the values as they are."""

from __future__ import annotations

import math
import random

from training.second_look import Row, fit

from crossread.extract.second_look import KINDS


def _rows(seed: int = 0, count: int = 400) -> list[Row]:
    """What is right hangs on `chance` (in logits, of a scale of its own), never on `noise`; `still` is always the same."""
    rng = random.Random(seed)
    rows = []
    for number in range(count):
        chance, noise = rng.gauss(2.0, 3.0), rng.gauss(0.0, 50.0)
        right = rng.random() < 1 / (1 + math.exp(-(chance - 1.0)))
        for kind in ("claim", *KINDS):
            rows.append(Row(number, kind, {"one": 1.0, "chance": chance, "noise": noise, "still": 7.0}, right))
    return rows


def test_the_weights_find_what_counts_and_give_chances() -> None:
    rows = _rows()
    weights = fit(rows)
    assert set(weights) == {"second_claim", *(f"second_{kind}" for kind in KINDS)}
    own = weights["second_speaker"]
    assert 0.3 < own["chance"] < 1.0  # drawn towards none
    assert abs(own["noise"]) < 0.01
    assert own["still"] == 0.0
    new = [row for row in _rows(seed=1) if row.kind == "speaker"]
    told = [1 / (1 + math.exp(-sum(own[name] * value for name, value in row.values.items()))) for row in new]
    assert abs(sum(told) - sum(row.right for row in new)) < 0.1 * len(new)
