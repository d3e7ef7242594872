"""The scorer's weights, read once and checked against the comparisons that are installed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crossread.errors import RegistryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Log-odds for a score of 1 (`agree`) and of -1 (`differ`) of one comparison, and why."""

    agree: float
    differ: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All that the scorer and the clusters weigh with; log-odds."""

    bias: float
    link: float
    aggregate: float
    nearest: float
    clip: float
    comparisons: Mapping[str, Weight]

    def of(self, comparison: str) -> Weight:
        """The weight of one comparison; a comparison without a weight is refused, as it would be silently ignored."""
        if comparison not in self.comparisons:
            raise RegistryError(
                f"The scorer has no weight for the comparison {comparison!r}.",
                where="link/weights.toml",
                expected=", ".join(sorted(self.comparisons)),
                next_step=f"Give it a table [comparison.{comparison}] with agree, differ and reason.",
            )
        return self.comparisons[comparison]


@cache
def load_weights() -> Weights:
    """The weights that ship with crossread."""
    table = tomllib.loads(files("crossread.link").joinpath("weights.toml").read_text(encoding="utf-8"))
    return Weights(
        bias=table["bias"]["weight"],
        link=table["threshold"]["link"],
        aggregate=table["threshold"]["aggregate"],
        nearest=table["linkage"]["nearest"],
        clip=table["linkage"]["clip"],
        comparisons={name: Weight(**row) for name, row in table["comparison"].items()},
    )
