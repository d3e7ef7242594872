"""Spans that the tags find and no coder marked are learnt from."""

from __future__ import annotations

import random

import numpy as np
import pytest
from test_building import _example, _span
from training.strays import find_strays

from training import labels


def _found(example: object, at: int, category: str, *, length: int = 1) -> np.ndarray:
    """Tag probabilities by which a span of the category begins at a token."""
    p = np.zeros((len(example.passage), len(labels.CATEGORIES), 3), dtype=np.float32)
    p[:, :, 0] = 1.0
    c = labels.CATEGORIES.index(category)
    p[at, c] = (0.2, 0.8, 0.0)
    p[at + 1 : at + length, c] = (0.1, 0.0, 0.9)
    return p


def _category(strays: list, category: str) -> list:
    return [(m.first, m.last, covered) for m, covered in strays if m.category == category]


def test_a_span_where_nothing_is_covers_nothing() -> None:
    """It is taught as linked to no claim."""
    example = _example([])
    marked = {t for m in example.mentions for t in range(m.first, m.last + 1)}
    free = next(t for t in range(example.passage.body_from, len(example.passage) - 2) if t not in marked)
    assert _category(find_strays(_found(example, free, "place"), example, random.Random(0)), "place") == [(free, free, None)]


def test_half_of_a_mention_is_what_the_mention_is() -> None:
    """A span that covers a mention in part names it; the mention itself is no stray."""
    example = _example([])
    number, mention = next((i, m) for i, m in enumerate(example.mentions) if m.category == "time")
    p = _found(example, mention.first, "time", length=mention.last - mention.first + 2)
    assert _category(find_strays(p, example, random.Random(0)), "time") == [(mention.first, mention.last + 1, number)]
    p = _found(example, mention.first, "time", length=mention.last - mention.first + 1)
    assert _category(find_strays(p, example, random.Random(0)), "time") == []


def test_what_a_set_does_not_know_is_no_stray() -> None:
    """A set of another scheme leaves open what it did not mark."""
    example = _example([], knows=["scope"])
    free = example.mentions[0].last + 1
    assert find_strays(_found(example, free, "place"), example, random.Random(0)) == []


def test_strays_cost_what_they_are_linked_wrongly() -> None:
    """The loss of links grows by a stray, and only by it."""
    torch = pytest.importorskip("torch")
    from training.losses import span_losses
    from training.network import Reader

    reader = Reader().eval()
    example = _example([_span("Raid")])
    states = torch.randn(len(example.passage), 384, generator=torch.Generator().manual_seed(1))
    free = example.mentions[0].last + 1
    strays = find_strays(_found(example, free, "place"), example, random.Random(0))
    plain, more = (span_losses(reader.heads, states, example, s) for s in ([], strays))
    assert more["link"][0] > plain["link"][0]
    assert all(torch.equal(plain[k][0], more[k][0]) for k in plain if k != "link")
