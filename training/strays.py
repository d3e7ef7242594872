"""Mentions that are none: what the heads mark wrongly, learnt from while they do.

The heads that link mentions to claims are taught on what coders marked. Reading, they also get what the tags find where nothing
is, or half of a span; without having seen such strays they link them all the same.
"""

from __future__ import annotations

import random

import numpy as np

from crossread.extract.passages import Passage
from training import labels
from training.examples import Example, Mention

LIKELY = 0.1  # probability of a beginning from which a marked span is taken for found
INSIDE = 0.4
CONFUSED = {"speaker": "actor", "actor": "speaker", "place": "actor"}  # whom another category may be taken for
SHARE = 0.15  # of the mentions, tried as a mention of the other category


def find_strays(p: np.ndarray, example: Example, rng: random.Random) -> list[tuple[Mention, int | None]]:
    """Spans the tags find that no coder marked, each with the mention it covers in part, None where it covers none.

    `p` are tag probabilities (L, categories, 3). Categories that the example's set does not know are left out.
    """
    out: list[tuple[Mention, int | None]] = []
    exact = {(m.first, m.last, m.category) for m in example.mentions}
    for c, category in enumerate(labels.CATEGORIES):
        if not labels.LINKS_OF.get(category):
            continue
        for first, last in find_spans(p[:, c], example.passage):
            if (first, last, category) not in exact and example.tag_weight[c, first] == 1.0:
                out.append((Mention(first, last, category), _covered(example, first, last, category)))
    for m in example.mentions:
        other = CONFUSED.get(m.category)
        known = other and example.tag_weight[labels.CATEGORIES.index(other), m.first] == 1.0
        if other and known and (m.first, m.last, other) not in exact and rng.random() < SHARE:
            out.append((Mention(m.first, m.last, other), _covered(example, m.first, m.last, other)))
    return out


def find_spans(p: np.ndarray, passage: Passage) -> list[tuple[int, int]]:
    """Spans (first, last) of one category by its tag probabilities (L, 3), as the shipped heads find them at a low limit."""
    low, high, end = passage.body_from, len(passage) - 1, 0
    out = []
    for at in (np.flatnonzero((p[low:high, 1] >= LIKELY) & (p[low:high, 1] >= p[low:high, 2])) + low).tolist():
        if at < end:
            continue
        end = at + 1
        while end < high and p[end, 2] >= INSIDE and p[end, 2] > p[end, 1]:
            end += 1
        out.append((at, end - 1))
    return out


def _covered(example: Example, first: int, last: int, category: str) -> int | None:
    """The first mention of the category (a thing or a person is one) that shares a token with the span."""
    like = {"actor", "object"} if category in {"actor", "object"} else {category}
    found = (i for i, m in enumerate(example.mentions) if m.category in like and m.first <= last and m.last >= first)
    return next(found, None)
