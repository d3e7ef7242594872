"""A round lower bound is told again by the number itself; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.refined import settle_refined


@pytest.mark.parametrize(
    ("marked", "raws"),
    [
        ("{injured: More than 100 people} were hurt. The blast injured {injured: some 124 people}.", ["some 124 people"]),
        ("It left {injured: more than a hundred} injured. {injured: 124 people} were hurt.", ["124 people"]),
        ("{killed: Over 30 people} died. The governor counted {killed: 36 dead}.", ["36 dead"]),
        ("{killed: More than 30 farmers} died. The list has {killed: 36 farmers}.", ["36 farmers"]),
        ("{killed: More than 30 farmers} died. The list has {killed: 36 soldiers}.", ["More than 30 farmers", "36 soldiers"]),
        ("{injured: More than 100 people} were hurt and {injured: 124 people} burned.", ["More than 100 people", "124 people"]),
        ("{injured: More than 100 people} were hurt. {injured: 124 others} burned.", ["More than 100 people", "124 others"]),
        ("{injured: More than 100 people} were hurt. {killed: 124 people} died.", ["More than 100 people", "124 people"]),
        ("{injured: More than 100 people} were hurt. {injured: 224 people} burned.", ["More than 100 people", "224 people"]),
        ("{injured: More than 102 people} were hurt. {injured: 124 people} burned.", ["More than 102 people", "124 people"]),
        ("{injured: More than 10 people} were hurt. {injured: 12 people} burned.", ["More than 10 people", "12 people"]),
        ("{injured: 100 people} were hurt. {injured: 124 people} burned.", ["100 people", "124 people"]),
        ("{killed: Over 30 people} died. A second blast killed {killed: 36 people}.", ["Over 30 people", "36 people"]),
        ("{killed: Over 30 people} died. In Gao {killed: 36 people} died.", ["Over 30 people", "36 people"]),
    ],
)
def test_the_number_tells_the_bound_again(marked: str, raws: list[str]) -> None:
    document, rows = _read(marked)
    found = settle_refined(document.text, rows)
    assert [row.raw for row in found] == raws
    assert sum(len(row.evidence) for row in found) == len(rows)
    coded = [replace(row, score=None) for row in rows]
    assert list(settle_refined(document.text, coded)) == coded
