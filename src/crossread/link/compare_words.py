"""Comparison of rare names that both tellings hold."""

from __future__ import annotations

import math

from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.tolerances import tolerances
from crossread.link.words import fold_words
from crossread.registry import register

NAME = "words"


@register("comparisons", "words@1")
def compare_words(pair: Pair) -> Comparison:
    """Shared names by rarity, without those of places and actors, which other comparisons weigh."""
    shared = pair.a.words & pair.b.words
    if shared:
        shared = shared - _weighed_words(pair.a) - _weighed_words(pair.b)
    if not shared:
        return Comparison(name=NAME, score=None, sentence="No rare name in both.")
    weights = {word: pair.rarity.get(word) ** 2 for word in shared}
    score = 1.0 - math.exp(-sum(weights.values()) / tolerances(NAME)["scale"])
    rarest = sorted(weights, key=lambda word: (-weights[word], word))[:5]
    return Comparison(name=NAME, score=score, sentence=f"Names in both: {', '.join(rarest)}.")


@once
def _weighed_words(telling: Telling) -> frozenset[str]:
    names = [actor.name or "" for actor in telling.claim.actors]
    names.extend(actor.raw for actor in telling.claim.actors if actor.name)
    slot = telling.claim.where
    if slot is not None:
        names.append(slot.raw)
        if slot.value is not None:
            names.extend((slot.value.name or "", slot.value.admin1 or ""))
    return fold_words(" ".join(names))
