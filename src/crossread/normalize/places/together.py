"""How near the candidates of a document's names lie to one another, before it is known which of them are meant.

Two small towns that are both ambiguous help each other: of all Springfields and all Chathams only two pairs are neighbours.
So nearness is taken to every candidate of the other names, each by how likely it is at the moment.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from crossread.normalize.places.candidates import Ask, Chooser, Vector
from crossread.normalize.places.dwarfs import Nearness

MOST_NAMES = 60  # of a long document; the rest find their neighbours among these
MOST_CANDIDATES = 20  # per name, the likeliest by themselves
MOST_KEPT = 1_000_000  # numbers of a document's nearness that are kept between rounds, 8 MB
POINTLESS = ("country", "area")  # too large for nearness to mean anything


class Together:
    """The candidates of up to sixty names with their present probabilities."""

    def __init__(self, chooser: Chooser, asks: Mapping[str, Ask]) -> None:
        self.names = [name for name, ask in asks.items() if ask.namesakes.places][:MOST_NAMES]
        self.asks = asks
        sizes = [min(MOST_CANDIDATES, len(asks[name].namesakes.places)) for name in self.names]
        self.starts = np.concatenate(([0], np.cumsum(sizes))).astype(int)
        self.chances = np.zeros(int(self.starts[-1]))
        self.chooser = chooser
        points = [asks[name].namesakes.points[:size] for name, size in zip(self.names, sizes, strict=True)]
        self.points: Vector = np.concatenate(points) if points else np.zeros((0, 3))
        self.telling = np.array(
            [
                p.kind not in POINTLESS
                for n, size in zip(self.names, sizes, strict=True)
                for p in asks[n].namesakes.places[:size]
            ]
        )
        self._nearness: dict[str, Vector] = {}
        for name in self.names:
            self.note(name, asks[name].namesakes.own_scores)

    def note(self, name: str, scores: Sequence[float]) -> None:
        """Set how likely each candidate of a name is, from its scores."""
        if name not in self.names:
            return
        at = self.names.index(name)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        kept = powers[: self.starts[at + 1] - self.starts[at]]
        self.chances[self.starts[at] : self.starts[at + 1]] = [power / total for power in kept]

    def near(self) -> dict[str, Nearness]:
        """For each name and candidate: nearness to the nearest other name, the second, and the mean over the other names."""
        if len(self.names) < 2:
            return {}
        weight = np.sqrt(self.chances) * self.telling
        out = {}
        for at, name in enumerate(self.names):
            by_name = np.maximum.reduceat(self._nearness_of(name) * weight, self.starts[:-1], axis=1)
            by_name[:, at] = 0.0
            second = np.partition(by_name, -2, axis=1)[:, -2].tolist()
            out[name] = (by_name.max(axis=1).tolist(), second, (by_name.sum(axis=1) / (len(self.names) - 1)).tolist())
        return out

    def _nearness_of(self, name: str) -> Vector:
        """Nearness of a name's candidates to all: the same in every round, and kept in all but very long documents."""
        kept = self._nearness.get(name)
        if kept is None:
            kept = self.chooser.nearness(self.asks[name].namesakes.points, self.points)
            if kept.size * len(self.names) <= MOST_KEPT:
                self._nearness[name] = kept
        return kept
