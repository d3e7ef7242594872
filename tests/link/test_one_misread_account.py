"""One account whose date or place was read wrongly holds the others apart no longer; what most exclude stays apart."""

from __future__ import annotations

from itertools import combinations

from crossread.link.cluster import join_claims
from crossread.link.judged import Decisions
from crossread.link.weights import load_weights

EXCLUDED = (-9.0, True)
Pairs = dict[tuple[str, str], tuple[float, bool]]


def joined(
    close: dict[tuple[str, str], float], *, excluded: set[tuple[str, str]], documents: dict[str, str]
) -> list[tuple[str, ...]]:
    """Groups of claims by their log-odds; pairs that exclude each other, and 1.0 for the others."""
    bonds: Pairs = {
        pair: EXCLUDED if pair in excluded else (close.get(pair, 1.0), False) for pair in combinations(sorted(documents), 2)
    }
    near = {pair: bond for pair, bond in bonds.items() if not bond[1] and bond[0] > 0}
    return join_claims(documents, near, lambda x, y: bonds[min(x, y), max(x, y)], Decisions(), load_weights(), twice=_twice)


def _twice(one: str, other: str) -> bool:
    """Claims that share a letter may tell one thing."""
    return bool(set(one) & set(other))


def alone(names: str) -> dict[str, str]:
    """Each claim in a document of its own."""
    return {name: f"doc_{name}" for name in names}


def test_one_of_three_that_was_read_wrongly_parts_nobody() -> None:
    """A report close to two of three accounts joins, though the third was put into a town far off."""
    close = {("a", "b"): 5.0, ("a", "c"): 5.0, ("b", "c"): 5.0, ("a", "d"): 4.0, ("b", "d"): 4.0}
    assert joined(close, excluded={("c", "d")}, documents=alone("abcd")) == [("a", "b", "c", "d")]


def test_one_of_two_parts() -> None:
    """A coarse account lies close to two that exclude each other: it goes to the closer one, and these stay apart."""
    close = {("a", "b"): 5.0, ("b", "c"): 4.0}
    assert joined(close, excluded={("a", "c")}, documents=alone("abc")) == [("a", "b"), ("c",)]


def test_what_is_barely_close_does_not_join_against_an_exclusion() -> None:
    """Where one excludes it, the others must be the closer for it."""
    close = {("a", "b"): 5.0, ("a", "c"): 5.0, ("b", "c"): 5.0, ("a", "d"): 1.0, ("b", "d"): 1.0}
    assert joined(close, excluded={("c", "d")}, documents=alone("abcd")) == [("a", "b", "c"), ("d",)]


def test_one_second_telling_of_a_document_suffices() -> None:
    """A report tells a shooting (a), shooting and arrest in one sentence (ab), and the arrest (b); others bind all."""
    documents = {"a": "one", "ab": "one", "b": "one", "p": "two", "q": "three", "r": "four"}
    close = {("ab", "p"): 5.5, ("b", "q"): 5.4, ("p", "q"): 5.3, ("a", "r"): 5.2, ("p", "r"): 4.0, ("q", "r"): 4.0}
    assert joined(close, excluded=set(), documents=documents) == [("a", "ab", "b", "p", "q", "r")]
    assert len(joined(close, excluded=set(), documents={name: documents[name] for name in ("a", "b", "q", "r")})) == 2
