"""The tolerances of link/tolerances.toml, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any


@cache
def tolerances(table: str) -> dict[str, Any]:
    """One table of the tolerances: `when`, `where`, `harm`, `people` or `words`."""
    found: dict[str, Any] = tomllib.loads(read_tolerances())[table]
    return found


def read_tolerances() -> str:
    """The file as it is."""
    return files("crossread.link").joinpath("tolerances.toml").read_text(encoding="utf-8")


def ramp(value: float, points: Sequence[Sequence[float]]) -> float:
    """The worth of a value on the line through the points (value, worth); before the first and past the last it is flat."""
    if value <= points[0][0]:
        return points[0][1]
    for (x, y), (next_x, next_y) in pairwise(points):
        if value <= next_x:
            return y + (next_y - y) * (value - x) / (next_x - x)
    return points[-1][1]


def step(value: float, steps: Sequence[Sequence[float]], *, beyond: float) -> float:
    """The worth of the first step whose bound `value` does not exceed, `beyond` past the last one."""
    for bound, worth in steps:
        if value <= bound:
            return worth
    return beyond
