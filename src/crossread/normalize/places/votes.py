"""How much a report speaks for each country: votes, and their shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np

K = TypeVar("K")


def shares(votes: Mapping[K, float]) -> dict[K, float]:
    """Votes as shares of all votes; who has none has no share."""
    total = sum(votes.values())
    return {key: vote / total for key, vote in votes.items() if vote} if total else {}


def root_votes(countries: Iterable[str]) -> Mapping[str, float]:
    """How much each country told so often speaks: the root of the times."""
    return {iso: float(np.sqrt(count)) for iso, count in Counter(countries).items()}


def less(votes: Mapping[K, float], own: Mapping[K, float]) -> dict[K, float]:
    """The votes without one's own; what is left of rounding is nothing."""
    rest = {key: vote - own.get(key, 0.0) for key, vote in votes.items()}
    return {key: vote for key, vote in rest.items() if vote > 1e-9}
