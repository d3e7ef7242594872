"""The strings that fill a text's MUC-4 slots, as a small network learned on the development keys reads them in encoder states.

A benchmark adapter: crossread's own reading marks the phrases of its codebook, the keys of 1992 want other cuts of them ("PEDRO
ROJAS" with "MAYOR" apart) and only those of relevant incidents. `muc4_learn.py` trains it, `muc4_fillers.npz` holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crossread.extract.passages import Passage
from crossread.records import Document
from muc4_people import cut

Floats = npt.NDArray[np.float32]
ROLES = (6, 9, 10, 12, 18, 19)  # the slots of strings; classes of a token: none, then first and later token of each
WEIGHTS = Path(__file__).with_suffix(".npz")
FLOOR = 0.08  # a start less likely than this is never looked at: below the lowest threshold that any slot wants


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A phrase of the text that fills `slot`, with the network's word for it (0..1)."""

    slot: int
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Network:
    """Two layers over a token's state and its neighbours'."""

    w1: Floats
    b1: Floats
    w2: Floats
    b2: Floats

    @classmethod
    @cache
    def load(cls, path: Path = WEIGHTS) -> Network:
        """The shipped weights."""
        with np.load(path) as stored:
            return cls(*(stored[name].astype(np.float32) for name in ("w1", "b1", "w2", "b2")))

    def classify(self, states: Floats) -> Floats:
        """Probabilities (tokens, classes) of one passage."""
        hidden = np.maximum(windows(states) @ self.w1 + self.b1, 0)
        scores = hidden @ self.w2 + self.b2
        odds = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(odds / odds.sum(1, keepdims=True), dtype=np.float32)


def windows(states: Floats, chosen: npt.NDArray[np.int64] | None = None) -> Floats:
    """The state of each token, or of the `chosen` ones, between its neighbours' (tokens, 3 x size)."""
    padded = np.pad(states.astype(np.float32), ((1, 1), (0, 0)))
    at = np.arange(len(states)) if chosen is None else chosen
    return np.concatenate([padded[at], padded[at + 1], padded[at + 2]], axis=1)


def find_fillers(
    document: Document, passages: Sequence[Passage], states: Iterable[Floats], network: Network | None = None
) -> list[Filler]:
    """The phrases of a document that may fill a slot, each from the passage that owns its first token."""
    network = network or Network.load()
    return [
        filler
        for passage, own in zip(passages, states, strict=True)
        for filler in _iter_fillers(document, passage, network.classify(own))
    ]


def _iter_fillers(document: Document, passage: Passage, odds: Floats) -> Iterator[Filler]:
    last = len(passage) - 1
    for number, slot in enumerate(ROLES):
        first, later = 1 + 2 * number, 2 + 2 * number
        for at in np.flatnonzero((odds[:, first] >= FLOOR) & passage.owned & ~passage.pieces):
            to = int(at) + 1
            inside = [float(odds[at, first])]
            while to < last and (passage.pieces[to] or _goes_on(odds[to], first, later)):
                inside.append(float(odds[to, later]))
                to += 1
            start, end = int(passage.starts[at]), int(passage.ends[to - 1])
            text = cut(document.text[start:end])
            if any(c.isalnum() for c in text):
                yield Filler(slot=slot, start=start, end=end, text=text, score=inside[0])


def _goes_on(odds: Floats, first: int, later: int) -> bool:
    return bool(odds[later] > odds[first] and odds[later] > 0.5 * odds[0])
