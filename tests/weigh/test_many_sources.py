"""A sentence names few sources of a reading, and counts the rest."""

from __future__ import annotations

import pytest
from claim_maker import harm, make_claim, make_document
from test_tolls import cluster

from crossread.weigh import weigh_cluster


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("abcde", "4 (a; b; c; d; e) · 9 (z)"),
        ("abcdef", "4 (a; b; c; d and 2 more) · 9 (z)"),
        ("abcdefghi", "4 (a; b; c; d and 5 more) · 9 (z)"),
    ],
)
def test_a_disagreement_names_four_sources_of_many(names: str, said: str) -> None:
    """Never "and 1 more", which takes no less room than the name; all claims stay in the reading."""
    documents = {name: make_document(name) for name in (*names, "z")}
    claims = [make_claim(document, harm=(harm("killed", 9 if name == "z" else 4),)) for name, document in documents.items()]
    incident = weigh_cluster(cluster(claims), claims, documents, "best_low_high")
    number = next(row for row in incident.disagreements if row.severity == "number")
    assert number.sentence.endswith(f"killed: {said}.")
    assert [len(reading.claims) for reading in number.readings] == [len(names), 1]
