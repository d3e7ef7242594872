"""Learn `muc4_weighing.toml`: which strings of a text are fills of the five roles, from the development keys."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crossread.records import Document
from muc4_learn_filter import Asked
from muc4_output import shorten
from muc4_people import is_given, looks_like_name
from muc4_templates import write_templates
from muc4_weighing import LONGEST, SLOTS, WEIGHTS, Weighed, iter_weighed, load_weights
from muc4_weighing_features import find_words, plain, tokens

WORDED = (6, 9, 12)  # slots whose keys have words of the language; names are of their texts alone
FEWEST, FEWEST_HEADS, PENALTY = 2, 3, 3.0
Own = dict[int, set[str]]
Matrix = npt.NDArray[np.float64]


class Words:
    """In how many texts a key has a string, and how many relevant texts hold it; names are left out."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self.own = [_fills(templates) for _, _, templates, _ in asked]
        self.fills = {slot: Counter(s for own in self.own for s in own[slot] if _is_plain(s, slot)) for slot in WORDED}
        wanted = {s for slot in WORDED for s, times in self.fills[slot].items() if times >= FEWEST}
        self.held = [_held(row[0], wanted) if row[2] else set() for row in asked]
        self.texts = Counter(s for held in self.held for s in held)

    def without(self, number: int | None = None) -> dict[str, Any]:
        """The tables as the weights file has them, as if the text of a number had not been read."""
        mine, held = (self.own[number], self.held[number]) if number is not None else ({}, set())
        words: dict[str, dict[str, float]] = {str(slot): {} for slot in WORDED}
        heads = {str(slot): Counter[str]() for slot in WORDED}
        for slot in WORDED:
            for string, times in self.fills[slot].items():
                left = times - (string in mine.get(slot, ()))
                texts = max(left, self.texts[string] - (string in held))
                if _is_plain(string.split()[-1], slot):
                    heads[str(slot)][string.split()[-1]] += left
                if left >= FEWEST:
                    words[str(slot)][string] = round(math.log((left + 0.2) / (texts - left + 2)), 2)
        return {"words": words, "heads": {s: {h: n for h, n in c.items() if n >= FEWEST_HEADS} for s, c in heads.items()}}


def learn_weighing(asked: Sequence[Asked]) -> str:
    """The weights file: floors as they are, weights of each role, words."""
    words = Words(asked)
    rows = [(weighed, words.own[n]) for n, row in enumerate(asked) for weighed in _weighed(row, words.without(n))]
    weights = {}
    for slot in SLOTS:
        mine = [(w.features, w.candidate.words in own[slot]) for w, own in rows if w.candidate.slot == slot]
        names = sorted({name for told, _ in mine for name in told})
        inputs = np.array([[told.get(name, 0.0) for name in names] for told, _ in mine])
        weights[str(slot)] = dict(zip(names, _fit(inputs, np.array([y for _, y in mine], dtype=float), names), strict=True))
    return "\n".join(_lines(weights, words.without())) + "\n"


def write_weighing(text: str) -> None:
    """Replace the weights, and forget those that were read."""
    WEIGHTS.write_text(text, encoding="utf-8")
    load_weights.cache_clear()


def _weighed(row: Asked, known: dict[str, Any]) -> list[Weighed]:
    document, claims, _, fillers = row
    if not fillers:
        return []
    return iter_weighed(document, claims, fillers, write_templates(document, claims, fillers), known)


def _fit(inputs: Matrix, right: Matrix, names: Sequence[str]) -> list[float]:
    """Newton's steps on scaled features, the weights told for the features as they are."""
    always = names.index("always")
    middle, spread = inputs.mean(0), inputs.std(0) + 1e-6
    middle[always], spread[always] = 0, 1
    scaled = (inputs - middle) / spread
    penalty = np.eye(len(names)) * PENALTY
    penalty[always, always] = 1e-3
    weights = np.zeros(len(names))
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (odds - right) + penalty @ weights
        weights -= np.linalg.solve((scaled * (odds * (1 - odds))[:, None]).T @ scaled + penalty, slope)
    told = weights / spread
    told[always] -= float(middle @ told)
    return [round(float(w), 3) for w in told]


def _fills(templates: Sequence[Any]) -> Own:
    return {
        slot: {plain(shorten(slot, v)) for t in templates for values in t.values(slot) for v in values}
        | {plain(v) for t in templates for values in t.values(slot) for v in values}
        for slot in SLOTS
    }


def _is_plain(string: str, slot: int) -> bool:
    """Whether a string is no name of a person or house: names tell of their own texts only. Weapons have none."""
    words = string.split()
    if slot == 6 or not words:
        return bool(words)
    named = any(map(looks_like_name, words)) if slot == 12 else all(map(looks_like_name, words[-2:]))
    return len(words) <= LONGEST and not named and not any(map(is_given, words))


def _held(document: Document, wanted: set[str]) -> set[str]:
    known = tokens(document.text)
    there = {token[0] for token in known}
    return {s for s in wanted if set(s.split()) <= there and find_words(s, known)}


def _lines(weights: dict[str, dict[str, float]], known: dict[str, Any]) -> Iterator[str]:
    yield "# Weights of the strings of the five roles, learned by muc4_learn.py on the development keys."
    yield "# A string that is written stays from `stay`, another is added from `added`; measured in docs/muc4.md."
    yield "[floors]"
    yield from (f"{name} = {floor}" for name, floor in load_weights()["floors"].items())
    for slot, told in weights.items():
        yield f"\n[weights.{slot}]"
        yield from (f'"{name}" = {weight:.3f}' for name, weight in told.items())
    for table, digits in (("words", 2), ("heads", 0)):
        for slot, told in known[table].items():
            yield f"\n[{table}.{slot}] # {'log odds of the words in a text' if digits else 'fills that end with the word'}"
            yield from (f'"{name}" = {number:.{digits}f}' for name, number in sorted(told.items()))
