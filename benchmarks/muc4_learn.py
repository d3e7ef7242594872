"""Learn `muc4_fillers.npz`, `muc4_filter.toml` and `muc4_weighing.toml` from the development texts and keys of MUC-4.

    python benchmarks/muc4_learn.py --data FOLDER [--cache FOLDER] [--encoder FOLDER] [--epochs 9]

FOLDER is the unpacked set of the shared data (`muc4/`). Every place of a key's string in its text is an example of its slot;
optional fills and templates teach nothing either way. With `--cache` states and claims are kept there, and read again by the
next run; remove the folder after the encoder has changed. Test sets are not read.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from training.convert.muc4_keys import Template, parse_keys
from training.convert.muc4_spans import find_string

from crossread.extract.passages import Passage
from crossread.records import Document
from muc4_fillers import ROLES, WEIGHTS, Floats, Network, find_fillers, windows
from muc4_learn_filter import Asked, learn_filter, write_filter
from muc4_learn_weighing import learn_weighing, write_weighing
from muc4_reading import Read, iter_read
from muc4_texts import iter_documents

Ints = npt.NDArray[np.int64]
HIDDEN, RATE, BATCH, DECAY, DROPOUT, SEED = 128, 4e-3, 128, 1e-3, 0.2, 4
QUIET = 0.25  # share of tokens without a label that an epoch looks at, each counted 1 / QUIET times


def read_all(data: Path, folder: Path | None, cache: Path | None) -> Iterator[Read]:
    """The development texts with states and claims; files that `cache` holds are not read again."""
    for file in sorted((data / "CORPORA" / "dev").glob("dev-muc3-*")):
        kept = cache / f"{file.name}.read" if cache else None
        if kept is not None and kept.is_file():
            yield from pickle.loads(kept.read_bytes())
            continue
        read = [_halved(r) for r in iter_read(list(iter_documents(file)), folder)]
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(read))
        yield from read


def _halved(read: Read) -> Read:
    return replace(read, states=[s.astype(np.float16) for s in read.states])


def label(document: Document, passage: Passage, templates: list[Template]) -> Ints:
    """The class of each token: 0 none, -1 unknown, else first (odd) or later (even) token of a slot's string."""
    classes = np.zeros(len(passage), dtype=np.int64)
    for number, slot in enumerate(ROLES):
        fills = [(v, t.optional or f.optional) for t in templates for f in t.fills.get(slot, []) for v in f.values]
        for words, unsure in sorted(fills, key=lambda fill: (len(fill[0]), not fill[1])):
            for start, end in find_string(document.text, words):
                inside = np.flatnonzero((passage.starts >= start) & (passage.ends <= end) & (passage.ends > 0))
                if len(inside):
                    classes[inside] = -1 if unsure else 2 + 2 * number
                    classes[inside[0]] = -1 if unsure else 1 + 2 * number
    classes[: passage.body_from] = -1
    classes[-1] = -1
    return classes


class Learner:
    """Adam on the two layers, in numpy: the set is small and the benchmark needs no other library."""

    def __init__(self, size: int, classes: int) -> None:
        self.draw = np.random.default_rng(SEED)
        self.weights = {
            "w1": self.draw.normal(0, np.sqrt(2 / size), (size, HIDDEN)).astype(np.float32),
            "b1": np.zeros(HIDDEN, np.float32),
            "w2": self.draw.normal(0, np.sqrt(1 / HIDDEN), (HIDDEN, classes)).astype(np.float32),
            "b2": np.zeros(classes, np.float32),
        }
        self.mean = {name: np.zeros_like(w) for name, w in self.weights.items()}
        self.spread = {name: np.zeros_like(w) for name, w in self.weights.items()}
        self.steps = 0

    def network(self) -> Network:
        """What has been learned so far."""
        return Network(self.weights["w1"], self.weights["b1"], self.weights["w2"], self.weights["b2"])

    def step(self, inputs: Floats, classes: Ints, counted: Floats, rate: float) -> float:
        """One batch; its loss."""
        w = self.weights
        kept = (self.draw.random((len(inputs), HIDDEN), dtype=np.float32) > DROPOUT) / np.float32(1 - DROPOUT)
        hidden = np.maximum(inputs @ w["w1"] + w["b1"], 0) * kept
        scores = hidden @ w["w2"] + w["b2"]
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        rows = np.arange(len(classes))
        loss = float(-(counted * np.log(odds[rows, classes] + 1e-9)).sum() / counted.sum())
        odds[rows, classes] -= 1
        back = odds * (counted / counted.sum())[:, None]
        below = (back @ w["w2"].T) * kept * (hidden > 0)
        slopes = {"w1": inputs.T @ below, "b1": below.sum(0), "w2": hidden.T @ back, "b2": back.sum(0)}
        self._follow({name: slope.astype(np.float32) for name, slope in slopes.items()}, rate)
        return loss

    def _follow(self, slopes: dict[str, Floats], rate: float) -> None:
        self.steps += 1
        for name, slope in slopes.items():
            self.mean[name] += 0.1 * (slope - self.mean[name])
            self.spread[name] += 0.01 * (slope**2 - self.spread[name])
            mean, spread = self.mean[name] / (1 - 0.9**self.steps), self.spread[name] / (1 - 0.99**self.steps)
            self.weights[name] -= rate * (mean / (np.sqrt(spread) + 1e-8) + DECAY * self.weights[name])


def learn(passages: list[tuple[Floats, Ints]], epochs: int) -> Learner:
    """The network after `epochs` looks at every labelled token, the rate falling to nothing."""
    learner = Learner(3 * passages[0][0].shape[1], 1 + 2 * len(ROLES))
    batches = sum(int((c > 0).sum() + QUIET * (c == 0).sum()) for _, c in passages) // BATCH + 1
    for epoch in range(epochs):
        losses, held = [], []
        for number in learner.draw.permutation(len(passages)):
            states, classes = passages[number]
            chosen = (classes > 0) | ((classes == 0) & (learner.draw.random(len(classes)) < QUIET))
            held.append((windows(states, np.flatnonzero(chosen)), classes[chosen]))
            if sum(len(c) for _, c in held) < BATCH:
                continue
            inputs, told = np.concatenate([i for i, _ in held]), np.concatenate([c for _, c in held])
            counted = np.where(told > 0, 1.0, 1 / QUIET).astype(np.float32)
            rate = RATE * max(0.02, 1 - learner.steps / (batches * epochs))
            losses.append(learner.step(inputs, told, counted, rate))
            held = []
        print(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.4f}", flush=True)
    return learner


def learn_all(reads: Sequence[Read], keys: Mapping[str, list[Template]], epochs: int) -> None:
    """The three files: the weights of the filter of relevance, those of the five roles' strings, and the network."""
    asked = ask_crosswise(reads, keys, epochs)
    write_filter(learn_filter(asked))
    write_weighing(learn_weighing(asked))
    network = learn([e for r in reads for e in _examples(r, keys[r.document.id])], epochs).network()
    np.savez_compressed(WEIGHTS, **{n: getattr(network, n).astype(np.float16) for n in ("w1", "b1", "w2", "b2")})
    print(f"{len(reads)} texts, {WEIGHTS.stat().st_size} bytes in {WEIGHTS.name}")


def ask_crosswise(reads: Sequence[Read], keys: Mapping[str, list[Template]], epochs: int) -> list[Asked]:
    """What the filter learns from: each half of the texts with what a network learned on the other half reads in it."""
    asked: list[Asked] = []
    for own, other in ((reads[::2], reads[1::2]), (reads[1::2], reads[::2])):
        network = learn([e for r in other for e in _examples(r, keys[r.document.id])], epochs).network()
        for r in own:
            fillers = find_fillers(r.document, r.passages, r.states, network)
            asked.append((r.document, r.extraction.claims, keys[r.document.id], fillers))
    return asked


def _examples(read: Read, templates: list[Template]) -> list[tuple[Floats, Ints]]:
    return [(s, label(read.document, p, templates)) for p, s in zip(read.passages, read.states, strict=True)]


def main() -> None:
    """Read, learn, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    args = parser.parse_args()
    keys: dict[str, list[Template]] = {}
    for file in sorted((args.data / "CORPORA" / "dev").glob("key-dev-*")):
        keys |= parse_keys(file.read_text(encoding="latin-1"))
    reads = [r for r in read_all(args.data, args.encoder, args.cache) if r.document.id in keys]
    learn_all(reads, keys, args.epochs)


if __name__ == "__main__":
    main()
