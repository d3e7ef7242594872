"""Entries of lists: tellings of two entries are not one claim, and an entry's words are its own."""

from __future__ import annotations

import pytest

from crossread.extract.entries import BULLETED, HEADED, apartness, may_link

DAYS = "In short:\n\nJuly 4 - A bomb killed six.\n\n6 July: gunmen shot a man.\nHe died.\n\nJuly 8 - A blast hurt two."
TOWNS = "MOSUL - A bomb hurt a man.\nKIRKUK - Gunmen shot two.\n* TAL AFAR, Iraq - A bomb killed one."
POINTS = "At a glance:\n- Six dead in a blast\n- Police blame rebels\n- The blast was the third\n"


@pytest.mark.parametrize(
    ("text", "one", "other", "apart"),
    [
        (DAYS, "bomb", "gunmen", HEADED),
        (DAYS, "gunmen", "died", 0),
        (DAYS, "short", "bomb", 0),
        (TOWNS, "hurt", "shot", HEADED),
        (TOWNS, "shot", "killed", HEADED),
        (POINTS, "dead", "blame", BULLETED),
        ("July 4 - A bomb.\nJuly 6 - A raid.", "bomb", "raid", 0),
        ("A bomb killed six. Gunmen shot a man.", "bomb", "shot", 0),
    ],
)
def test_three_lines_of_one_kind_are_a_list(text: str, one: str, other: str, apart: int) -> None:
    """Lines behind a day or a town part more than bullets; what stands before the list belongs to all of it."""
    assert apartness(text, text.index(one), text.index(other)) == apart


def test_a_day_is_not_borrowed_from_another_point() -> None:
    """From the next bullet come actors and numbers, from another entry nothing."""
    assert not may_link(POINTS, POINTS.index("dead"), POINTS.index("blame"), "when")
    assert may_link(POINTS, POINTS.index("dead"), POINTS.index("blame"), "perpetrator")
    assert not may_link(TOWNS, TOWNS.index("hurt"), TOWNS.index("shot"), "perpetrator")
