"""One who is told twice in one breath; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.one_of import without_one_of


@pytest.mark.parametrize(
    ("marked", "raws"),
    [
        ("{killed: One of them}, {killed: a 12-year-old boy}, died.", ["a 12-year-old boy"]),
        ("{killed: One of the nurses}, {killed: a mother} of two, was later killed.", ["a mother"]),
        ("{killed: ONE OF THEM}, {killed: A GIRL}, HAS SINCE DIED.", ["A GIRL"]),
        ("{killed: One of them} died, {killed: a boy} was shot.", ["One of them", "a boy"]),
        ("{killed: One of them}, {injured: a boy}, died.", ["One of them", "a boy"]),
        ("{killed: One of them}, {killed: a boy} and two girls were killed.", ["One of them", "a boy"]),
        ("{killed: Two men}, {killed: a boy}, died.", ["Two men", "a boy"]),
    ],
)
def test_one_is_counted_once(marked: str, raws: list[str]) -> None:
    """Where the words between the commas tell who the one was; not where another clause or list goes on."""
    document, rows = _read(marked)
    assert [row.raw for row in without_one_of(document.text, rows)] == raws
