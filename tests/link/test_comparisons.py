"""The contract of comparisons: every registered one keeps it, those of other packages too."""

from __future__ import annotations

from itertools import combinations

import pytest
from claim_maker import collections
from hypothesis import given, settings

from crossread.errors import RecordError, RegistryError
from crossread.link import Comparison, Pair, Telling
from crossread.link.weights import load_weights
from crossread.records import Claim, Document
from crossread.registry import list_plugins

NAMES = sorted(list_plugins("comparisons"))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None)
@given(drawn=collections())
def test_a_comparison_is_symmetric_and_speaks(name: str, drawn: tuple[list[Claim], dict[str, Document]]) -> None:
    """The score does not depend on which claim comes first, and there is a sentence for the reviewer either way."""
    compare = list_plugins("comparisons")[name]
    claims, documents = drawn
    tellings = [Telling(claim=claim, published=documents[claim.document_id].published) for claim in claims]
    for a, b in combinations(tellings, 2):
        there, back = compare(Pair(a=a, b=b)), compare(Pair(a=b, b=a))
        assert there.score == back.score
        assert there.name == name.partition("@")[0]
        assert there.sentence.endswith(".")


def test_every_comparison_has_a_weight() -> None:
    """What is registered is weighed; a comparison without a weight is refused with the table it needs."""
    weights = load_weights()
    for name in NAMES:
        assert weights.of(name.partition("@")[0]).reason
    with pytest.raises(RegistryError, match=r"\[comparison.weather\]"):
        weights.of("weather")


def test_a_score_out_of_range_is_refused() -> None:
    """A comparison cannot outvote the others by a score above 1."""
    with pytest.raises(RecordError, match="out of range"):
        Comparison(name="loud", score=7.0, sentence="Shouted.")
