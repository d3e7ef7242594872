"""What a person joins brings its companions along."""

from __future__ import annotations

from crossread.link.cluster import join_claims
from crossread.link.judged import Decisions
from crossread.link.weights import load_weights

BONDS = {("a", "b"): (0.0, True), ("b", "c"): (6.0, False), ("a", "c"): (-6.0, True)}


def _groups(*, same: set[tuple[str, str]]) -> list[tuple[str, ...]]:
    decisions = Decisions(same=frozenset(same), different=frozenset(), overruled=())
    documents = {"a": "one", "b": "two", "c": "three"}
    return join_claims(documents, dict.fromkeys(BONDS), lambda x, y: BONDS[x, y], decisions, load_weights())


def test_who_fits_one_of_two_claims_that_a_person_joined_stays() -> None:
    """b and c are one incident and a is another; a person says that a is b: c stays, though by itself it contradicts a."""
    assert _groups(same=set()) == [("a",), ("b", "c")]
    assert _groups(same={("a", "b")}) == [("a", "b", "c")]
