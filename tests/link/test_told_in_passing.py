"""What a report only looks back on joins last, so that it does not keep the report's own telling out."""

from __future__ import annotations

from crossread.link.cluster import join_claims
from crossread.link.judged import Decisions
from crossread.link.weights import load_weights

# The communiqué "a" lies a little closer to what the paper tells in passing ("c2") than to its own telling ("c1").
BONDS = {
    ("a", "b"): (2.0, False),
    ("a", "c1"): (3.4, False),
    ("a", "c2"): (3.8, False),
    ("b", "c1"): (5.0, False),
    ("b", "c2"): (1.0, False),
}
DOCUMENTS = {"a": "communique", "b": "wire", "c1": "paper", "c2": "paper"}


def _groups(passing: frozenset[str]) -> list[tuple[str, ...]]:
    return join_claims(
        DOCUMENTS,
        dict.fromkeys(BONDS),
        lambda x, y: BONDS.get((x, y), (-6.0, True)),
        Decisions(same=frozenset(), different=frozenset(), overruled=()),
        load_weights(),
        passing,
    )


def test_the_telling_comes_before_what_is_told_in_passing() -> None:
    """With c2 in passing the three tellings are one incident; with c2 as good as c1 the closer pair goes first."""
    assert _groups(frozenset({"c2"})) == [("a", "b", "c1"), ("c2",)]
    assert ("a", "c2") in _groups(frozenset())
