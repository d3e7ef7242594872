"""What a run did not take in is told, by name and by number."""

from __future__ import annotations

from crossread.cli.passed_by import own_to_json, say_known, say_own
from crossread.flow import ReadReport


def test_known_files_are_named() -> None:
    """The first of them; that there are more is said."""
    assert say_known(ReadReport(known=1, known_first=("a.txt",))) == "1 known already (a.txt)"
    many = ReadReport(known=5, known_first=("a", "b", "c", "d", "e"))
    assert say_known(many) == "5 known already (a, b, c and others)"


def test_own_rows_are_counted() -> None:
    """In words and for programs."""
    assert say_own(ReadReport(own=1)) == "1 row is this store's own, left out"
    assert own_to_json(ReadReport(own=12)) == {
        "left_out": [{"reason": "own_rows", "count": 12, "sentence": "12 rows are this store's own, left out"}]
    }
