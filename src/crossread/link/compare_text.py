"""Comparison of the texts that two claims are told in: what slots miss, shared rare words of all kinds still tell."""

from __future__ import annotations

from crossread.link.comparison import Comparison, Pair
from crossread.link.tolerances import ramp, tolerances
from crossread.registry import register

NAME = "text"


@register("comparisons", "text@1")
def compare_text(pair: Pair) -> Comparison:
    """How alike the two texts are in rare words: an age, a street, a ship, a calibre; a short text says little either way."""
    a, b, weights = pair.a.text, pair.b.text, pair.weights
    table = tolerances(NAME)
    if weights is None or min(a.count, b.count) < int(table["fewest_words"]):
        return Comparison(name=NAME, score=None, sentence="A text is too short to compare its words.")
    found = weights.likeness(a, b)
    score = ramp(found, table["likeness"])
    if a.count == b.count and (a.numbers == b.numbers).all():
        score = max(score, float(table["same_words"]))
    sentence = f"Texts are alike to {found:.0%}."
    if not pair.brief:
        sentence = f"{sentence[:-1]}; weightiest words in both: {', '.join(weights.shared(a, b)) or 'none'}."
    return Comparison(name=NAME, score=score if score > 0 else score * weights.fullness(a, b), sentence=sentence)
