"""People told out of the dead are no count of their own; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read, _sum

from crossread.normalize.harm.shares import mark_shares, with_wholes
from crossread.records import Harm


def _rows(marked: str) -> list[tuple[str, int | None, int | None]]:
    document, rows = _read(marked)
    found = with_wholes(document, rows, kind_of_group=lambda group, row: "civilians", language="en")
    return [(row.raw, row.count.low if row.count else None, row.part_of) for row in found]


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        (
            "{killed: Three of the nine people} killed in Gao were nurses.",
            [("the nine people", 9, None), ("Three of the nine people", 3, 0)],
        ),
        ("{killed: Two of the five dead} were boys.", [("the five", 5, None), ("Two of the five dead", 2, 0)]),
        ("{injured: Two of the five wounded} were boys.", [("the five", 5, None), ("Two of the five wounded", 2, 0)]),
        (
            "{killed: At least two of those 12 pupils} who were killed were ten.",
            [("those 12 pupils", 12, None), ("At least two of those 12 pupils", 2, 0)],
        ),
        ("{injured: One of 23 people} who were hurt is a nurse.", [("23 people", 23, None), ("One of 23 people", 1, 0)]),
        ("{injured: One} of {injured: 23 people} who were hurt is a nurse.", [("One", 1, 1), ("23 people", 23, None)]),
        ("{injured: One of 23 people} who were there was hurt.", [("One of 23 people", 1, None)]),
        ("{killed: Five of the six passengers} were killed.", [("Five of the six passengers", 5, None)]),
        ("{killed: Two of the five wounded} died.", [("Two of the five wounded", 2, None)]),
        ("{killed: Two of the dead} were boys.", [("Two of the dead", 2, None)]),
    ],
)
def test_a_share_of_the_dead_tells_the_whole(marked: str, rows: list[tuple[str, int | None, int | None]]) -> None:
    """Where the words say that the larger number died, or was hurt, as the smaller one did."""
    assert _rows(marked) == rows


def test_rows_point_to_the_new_places() -> None:
    """A whole put in moves those behind it."""
    document, rows = _read("{killed: Two of the five dead} were boys. {injured: Six men} were hurt, {injured: one badly}.")
    rows[2] = replace(rows[2], part_of=1)
    found = with_wholes(document, rows, kind_of_group=lambda group, row: "civilians", language="en")
    assert [row.part_of for row in found] == [None, 0, None, 2]


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        ("{killed: Nine rebels} died, the army said. The village said {killed: three of the dead} were shepherds.", 9),
        ("{killed: Nine guards} died. The governor named {killed: two of the slain}.", 9),
        ("{killed: Nine people} died. Awa Ba said {killed: two of her colleagues} had been killed.", 9),
        ("{killed: Nine people} died. Awa Ba said {killed: two more of her colleagues} had died.", 11),
        ("{killed: Nine people} died. {killed: Two of her colleagues} had died at the well.", 11),
        ("{killed: Nine herders} died. Awa Ba said {killed: two of her colleagues} had been killed.", 11),
        ("{killed: Nine people} died. The school said {killed: 12 of its pupils} had been killed.", 21),
        ("{killed: Two of the dead} were boys.", 2),
    ],
)
def test_who_tells_of_some_of_the_dead_counts_nobody_anew(marked: str, killed: int) -> None:
    """Of those told before, unless they are more than these or no speaker's own."""
    document, rows = _read(marked)
    assert _sum(mark_shares(document.text, rows), "killed") == killed


def test_soldiers_of_a_speaker_may_be_others() -> None:
    """An army's own are not out of the people of a village."""
    document, rows = _read("{killed: Nine people} died. The army said {killed: two of its members} had been killed.")
    armed: list[Harm] = [rows[0], replace(rows[1], group_type="state_forces")]
    assert _sum(mark_shares(document.text, armed), "killed") == 11
