"""Nations that make a number told before are those people; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.nationals import mark_nationals


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        (
            "Marines took {detained: 23 raiders}, seizing {abducted: 12 Somali} and {abducted: 11 Yemeni nationals}.",
            [None, 0, 0],
        ),
        ("They held {detained: 23 men}. They seized {detained: 12 Somalis} and {detained: 11 Yemenis}.", [None, 0, 0]),
        ("They held {detained: 24 men}. They seized {detained: 12 Somalis} and {detained: 11 Yemenis}.", [None, None, None]),
        ("They held {detained: 23 men}. They seized {detained: 12 Somalis} near Aden and {detained: 11 Yemenis}.", [None] * 3),
        ("They held {detained: 23 men}. A blast killed {killed: 12 Somalis} and {killed: 11 Yemenis}.", [None] * 3),
        ("They held {detained: 23 men}. They seized {detained: 12 nurses} and {detained: 11 Yemenis}.", [None] * 3),
        ("They held {detained: three men}. They took {detained: two Somalis} and {detained: one Yemeni}.", [None] * 3),
    ],
)
def test_nations_are_parts_of_the_number_before(marked: str, parts: list[int | None]) -> None:
    """With its effect; not other numbers, people without a nation, or few."""
    document, rows = _read(marked)
    found = mark_nationals(document.text, rows)
    assert [row.part_of for row in found] == parts
    assert len({row.effect for row in found if row.part_of is not None} - {found[0].effect}) == 0
