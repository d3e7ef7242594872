"""How much a report speaks for each country: votes, and their shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np

from crossread.normalize.places.candidates import Choice

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


def count_votes(chosen: Iterable[tuple[Choice, float]]) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """How much the chosen places, each with its weight, speak for countries and regions."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for choice, weight in chosen:
        place = choice.place
        if place and place.country:
            countries[place.country] += weight * choice.score
            if place.admin1:
                regions[place.country, place.admin1] += weight * choice.score
    return countries, regions
