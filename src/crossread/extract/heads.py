"""Token states -> what the heads say: candidate triggers and mentions, their classes, their links. Plain numpy.

The weights come as named arrays (`heads.npz`), the label lists from the encoder's `labels.json`. Shapes: L tokens, W wide,
H head width, T triggers, M mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from crossread.extract.between import strongest_between
from crossread.extract.passages import Passage, are_near

LONGEST_PRELUDE = 4  # tokens without meaning that may open a span: "in the same", "at least a"
CHARACTERS = 5  # of English text to a token, about
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Side = tuple[
    Floats, Sequence[tuple[str, int, int, float]]
]  # states of spans (n, H) and the spans: category, first, last, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span the heads marked. `first`, `last` are tokens of its passage (both included), `start`, `end` characters.

    `score` is the probability that a span of this category begins here; `classes` holds a probability per label for each
    list that applies (`type`, `scope`, … for triggers; `actor_type`, `effect`, … for mentions).
    """

    category: str
    first: int
    last: int
    start: int
    end: int
    sentence: int
    score: float
    classes: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the heads say of one passage.

    `links[t, m, k]` is the probability that mention m is link k of trigger t (0 where the category cannot be that link),
    `same[t, u]` that two triggers tell the same claim. `told` are the states of the triggers (T, H), by which they are compared
    with those of other passages.
    """

    passage: Passage
    triggers: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    links: Floats
    same: Floats
    told: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))


class Heads:
    """The heads, loaded once; a call reads one passage. `empty` are ids of tokens without a meaning of their own ("the")."""

    def __init__(
        self, weights: Path, labels: dict[str, Any], thresholds: dict[str, float], *, empty: frozenset[int] = frozenset()
    ) -> None:
        with np.load(weights) as arrays:
            self._w = {name: arrays[name].astype(np.float32) for name in arrays.files}
        # Few rows times many columns: as they lie in memory, the weights are read in half the time.
        self._turned = {name: np.ascontiguousarray(w.T) for name, w in self._w.items() if w.ndim == 2}
        self.labels = labels
        self._thresholds = thresholds
        self._empty = empty
        self._category = {name: i for i, name in enumerate(labels["categories"])}
        self._mask = np.array([[k in labels["links_of"].get(c, ()) for k in labels["links"]] for c in labels["categories"]])
        self._token_edges = np.array(labels["token_buckets"])
        self._sentence_edges = np.array(labels["sentence_buckets"])
        self._distances = {
            name: self._w[f"{name}.tokens.weight"][:, None] + self._w[f"{name}.sentences.weight"][None]
            for name in ("link", "same")
        }

    def read(self, passage: Passage, states: Floats) -> Reading:
        """Mark, classify and link the spans of one passage."""
        tags = self._tags(states)
        spans = {name: self._spans(passage, tags[:, i], name) for name, i in self._category.items()}
        found = [(name, *span) for name in self._category if name != "trigger" for span in spans[name]]
        t_states = self._trigger_states(states, spans["trigger"])
        m_states = self._mention_states(states, found)
        triggers = [("trigger", *span) for span in spans["trigger"]]
        return Reading(
            passage=passage,
            triggers=self._mentions(passage, triggers, self._classes(t_states, "trigger_classes")),
            mentions=self._mentions(passage, found, self._classes(m_states, "mention_classes")),
            links=self._links(passage, states, (t_states, triggers), (m_states, found)),
            same=self._same(passage, t_states, triggers),
            told=t_states,
        )

    def compare(self, readings: Sequence[Reading]) -> dict[tuple[int, int], Floats]:
        """For each two passages near each other, the probability that a trigger of one tells the same claim as the other's.

        Keys are passage numbers, the smaller first; rows the triggers of the first, columns those of the second.
        """
        return {
            (i, j): self._same_across(readings[i], readings[j])
            for i in range(len(readings))
            for j in range(i + 1, len(readings))
            if are_near(i, j) and readings[i].triggers and readings[j].triggers
        }

    def _same_across(self, a: Reading, b: Reading) -> Floats:
        """As `_same`; how far apart two tokens of different passages are is taken from their places in the text."""
        starts, sentences = (
            [np.array([getattr(t, name) for t in side.triggers]) for side in (a, b)] for name in ("start", "sentence")
        )
        tokens = (starts[1][None] - starts[0][:, None]) // CHARACTERS
        apart = sentences[1][None] - sentences[0][:, None]
        there = _sigmoid(self._compared("same", (a.told, b.told), tokens, apart)[..., 0])
        back = _sigmoid(self._compared("same", (b.told, a.told), -tokens.T, -apart.T)[..., 0])
        out: Floats = np.maximum(there, back.T)
        return out

    def _linear(self, name: str, x: Floats) -> Floats:
        out: Floats = x @ self._turned[f"{name}.weight"] + self._w[f"{name}.bias"]
        return out

    def _tags(self, states: Floats) -> Floats:
        """Probabilities (L, categories, 3) of outside, begin, inside."""
        logits = self._linear("tags", states).reshape(len(states), len(self._category), 3)
        return _softmax(logits)

    def _spans(self, passage: Passage, p: Floats, category: str) -> list[tuple[int, int, float]]:
        """Spans (first, last, score): each begins where `begin` passes the category's threshold.

        It goes on while `inside` is likely enough, and at least to its first word with a meaning of its own: "in" or "the"
        alone is no place and no actor. A span that finds no such word is none.
        """
        low, high = passage.body_from, len(passage) - 1
        threshold = self._thresholds.get(category, 0.5)
        out: list[tuple[int, int, float]] = []
        begins = np.flatnonzero((p[low:high, 1] >= threshold) & (p[low:high, 2] <= p[low:high, 1])) + low
        end = low
        for at in begins.tolist():
            if at < end:
                continue
            end = self._end(passage, p, at, high)
            if any(int(t) not in self._empty for t in passage.ids[at:end]):
                out.append((at, end - 1, float(p[at, 1])))
        return out

    def _end(self, passage: Passage, p: Floats, first: int, high: int) -> int:
        """The token after the span that begins at `first`."""
        end, inside = first + 1, self._thresholds["inside"]
        meaning = int(passage.ids[first]) not in self._empty
        while end < high:
            goes_on = p[end, 2] >= inside and p[end, 2] > p[end, 1]
            looks_for_meaning = not meaning and end - first <= LONGEST_PRELUDE
            if not (goes_on or looks_for_meaning or _continues(passage, end)):
                break
            meaning = meaning or int(passage.ids[end]) not in self._empty
            end += 1
        return end

    def _trigger_states(self, states: Floats, spans: Sequence[tuple[int, int, float]]) -> Floats:
        if not spans:
            return np.zeros((0, len(self._w["trigger.bias"])), dtype=np.float32)
        ends = np.concatenate([states[[s[0] for s in spans]], states[[s[1] for s in spans]]], axis=1)
        out: Floats = np.maximum(self._linear("trigger", ends), 0)
        return out

    def _mention_states(self, states: Floats, found: Sequence[tuple[str, int, int, float]]) -> Floats:
        if not found:
            return np.zeros((0, len(self._w["mention.bias"])), dtype=np.float32)
        ends = np.concatenate([states[[s[1] for s in found]], states[[s[2] for s in found]]], axis=1)
        category = self._w["category.weight"][[self._category[s[0]] for s in found]]
        out: Floats = np.maximum(self._linear("mention", ends) + category, 0)
        return out

    def _classes(self, states: Floats, group: str) -> dict[str, tuple[list[str], Floats]]:
        return {
            name: (names, _softmax(self._linear(f"{group}.is_{name}", states))) for name, names in self.labels[group].items()
        }

    def _mentions(
        self,
        passage: Passage,
        found: Sequence[tuple[str, int, int, float]],
        classes: dict[str, tuple[list[str], Floats]],
    ) -> tuple[Mention, ...]:
        told = {name: (names, p.tolist()) for name, (names, p) in classes.items()}
        return tuple(
            Mention(
                category=category,
                first=first,
                last=last,
                start=int(passage.starts[first]),
                end=int(passage.ends[last]),
                sentence=int(passage.sentences[first]),
                score=score,
                classes={name: dict(zip(told[name][0], told[name][1][i], strict=True)) for name in _APPLIES[category]},
            )
            for i, (category, first, last, score) in enumerate(found)
        )

    def _links(self, passage: Passage, states: Floats, told: Side, found: Side) -> Floats:
        shape = (len(told[1]), len(found[1]), len(self.labels["links"]))
        if 0 in shape:
            return np.zeros(shape, dtype=np.float32)
        logits = self._pair("link", passage, told, found, self._between(states, told, found))
        mask = self._mask[[self._category[s[0]] for s in found[1]]]
        out: Floats = (_sigmoid(logits) * mask[None]).astype(np.float32)
        return out

    def _between(self, states: Floats, left: Side, right: Side) -> Floats:
        """What the words between each left and each right span add to the pair (T, M, H)."""
        words = np.maximum(self._linear("context", states), 0)
        spans = [np.array([(s[1], s[2]) for s in side[1]]) for side in (left, right)]
        strongest = strongest_between(words, *spans)
        t, m, c = strongest.shape
        weights = self._turned["link.between.weight"]
        out: Floats = strongest.reshape(t * m, c) @ weights  # as one table: numpy is three times slower with a stack of them
        return out.reshape(t, m, weights.shape[1])

    def _same(self, passage: Passage, states: Floats, triggers: Sequence[tuple[str, int, int, float]]) -> Floats:
        """Symmetric: the heads were trained with the fuller telling first, which is not known here, so both ways count half."""
        if not triggers:
            return np.zeros((0, 0), dtype=np.float32)
        p = _sigmoid(self._pair("same", passage, (states, triggers), (states, triggers))[..., 0])
        out: Floats = np.maximum(p, p.T)
        return out

    def _pair(self, name: str, passage: Passage, left: Side, right: Side, between: Floats | None = None) -> Floats:
        lf, rf = (np.array([s[1] for s in side[1]]) for side in (left, right))
        at = passage.sentences
        tokens, sentences = rf[None] - lf[:, None], at[rf][None] - at[lf][:, None]
        return self._compared(name, (left[0], right[0]), tokens, sentences, between)

    def _compared(
        self, name: str, states: tuple[Floats, Floats], tokens: Ints, sentences: Ints, between: Floats | None = None
    ) -> Floats:
        """Logits for every pair of left and right states, with their distances in tokens and in sentences."""
        left, right = states
        near = np.searchsorted(self._token_edges, tokens, side="right")
        apart = np.searchsorted(self._sentence_edges, sentences, side="right")
        # In place: of each pair of spans there are some hundred numbers, and moving them is what takes the time.
        hidden: Floats = self._linear(f"{name}.left_gate", left)[:, None] * self._linear(f"{name}.right_gate", right)[None]
        hidden += self._linear(f"{name}.left", left)[:, None]
        hidden += self._linear(f"{name}.right", right)[None]
        hidden += self._distances[name][near, apart]
        if between is not None:
            hidden += between
        return self._linear(f"{name}.out", np.maximum(hidden, 0, out=hidden))


_APPLIES: dict[str, tuple[str, ...]] = {
    "trigger": ("type", "scope", "status", "stance"),
    "actor": ("actor_type",),
    "object": ("actor_type",),
    "harm": ("effect", "group_type"),
    "means": ("means",),
    "wording": ("wording",),
    "place": (),
    "time": (),
    "speaker": (),
}


def _continues(passage: Passage, token: int) -> bool:
    """True if the token goes on with the word of the token before it (no space between)."""
    return bool(passage.starts[token] == passage.ends[token - 1]) and bool(passage.pieces[token])


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    out: Floats = e / e.sum(axis=-1, keepdims=True)
    return out


def _sigmoid(x: Floats) -> Floats:
    out: Floats = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return out
