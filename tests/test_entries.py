"""Entries of lists: tellings of two entries are not one claim, and an entry's words are its own."""

from __future__ import annotations

import pytest

from crossread.entries import BULLETED, HEADED, apartness, dated_head, has_entries, may_link, town_entry

DAYS = "In short:\n\nJuly 4 - A bomb killed six.\n\n6 July: gunmen shot a man.\nHe died.\n\nJuly 8 - A blast hurt two."
TOWNS = "MOSUL - A bomb hurt a man.\nKIRKUK - Gunmen shot two.\n* TAL AFAR, Iraq - A bomb killed one."
FIGURES = "12/10/23, 0540 hrs, KAYA. A bomb.\n13/10/23, BARI. Gunmen shot two.\n14/10/23, DORI. A fire."
ISO = "2023-10-12 - A bomb.\n\n2023-10-13 - Gunmen shot two.\n\n2023-10-14 - A fire."
SUMS = "12.5 were killed by a bomb.\n13/20 were shot.\n14-20 were hurt in a fire."
POINTS = "At a glance:\n- Six dead in a blast\n- Police blame rebels\n- The blast was the third\n"


@pytest.mark.parametrize(
    ("text", "one", "other", "apart"),
    [
        (DAYS, "bomb", "gunmen", HEADED),
        (DAYS, "gunmen", "died", 0),
        (DAYS, "short", "bomb", 0),
        (TOWNS, "hurt", "shot", HEADED),
        (TOWNS, "shot", "killed", HEADED),
        (FIGURES, "bomb", "shot", HEADED),
        (ISO, "bomb", "shot", HEADED),
        (SUMS, "bomb", "shot", 0),
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


HEADINGS = (
    "Recap:\n\nMay 3\n\n• A bomb went off.\n\n• Gunmen shot two.\n\n"
    "February 16\n\nA raid failed.\n\n* A mine hurt one.\n\nPolice wait."
)
BULLETS = (
    "In short:\n\nJuly 4 - A bomb killed six.\n\n- A clash hurt two.\n\n"
    "6 July: a raid.\nHe died.\n\nJuly 8 - A fire.\n\nPolice wait."
)
MOSTLY_BARE = "July 4 - A bomb.\n- A clash.\n- A fire.\n- A raid.\nJuly 5 - A mine.\nJuly 6 - A march.\n- A duel."


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        (HEADINGS, "bomb", "May 3"),
        (HEADINGS, "shot", "May 3"),
        (HEADINGS, "raid", "February 16"),
        (HEADINGS, "mine", "February 16"),
        (HEADINGS, "Police", None),
        (HEADINGS, "Recap", None),
        (BULLETS, "killed", "July 4 - A bomb killed six."),
        (BULLETS, "clash", "July 4 - A bomb killed six."),
        (BULLETS, "died", "6 July: a raid."),
        (BULLETS, "Police", None),
        (MOSTLY_BARE, "clash", None),
        ("May 3\n\n• A bomb went off.", "bomb", None),
    ],
)
def test_points_stand_under_the_dated_line_above_them(text: str, word: str, head: str | None) -> None:
    """A bullet without a day has that of the entry or heading above it; prose behind the list has none."""
    found = dated_head(text, text.index(word))
    assert (text[found[0] : found[1]] if found else None) == head


def test_entries_behind_towns() -> None:
    """Where such an entry begins; a place before the list stands in none."""
    assert town_entry(TOWNS, TOWNS.index("shot")) == TOWNS.index("KIRKUK")
    assert town_entry("In Iraq:\n" + TOWNS, 0) is None
    assert town_entry(DAYS, DAYS.index("gunmen")) is None


def test_a_text_without_a_list_has_no_entries() -> None:
    """Two lines with a day make no list, three do."""
    lines = ["2 May - Gunmen shot two.", "3 May - A bomb went off.", "5 May - Police shot one."]
    assert not has_entries("Gunmen shot two men in Gao on Friday.")
    assert not has_entries("\n".join(lines[:2]))
    assert has_entries("\n".join(lines))
