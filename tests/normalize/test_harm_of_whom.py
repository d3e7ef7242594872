"""Who the people of a number were is no further harm: "five of whom", two told by name; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm_included import find_whole
from crossread.normalize.harm_parts import mark_apposed


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("A grenade wounded {injured: seven traders}, {injured: five} of whom remain in hospital.", 0),
        ("Gunmen took {abducted: ten pupils}, {abducted: six} of them girls.", 0),
        ("A grenade wounded {injured: seven traders}, and {injured: five} were wounded at the gate.", None),
        ("A grenade wounded {injured: seven traders}, {killed: two} of whom died.", None),
        ("A grenade wounded {injured: two traders}. {injured: Five} of the ford's guards fell, too.", None),
    ],
)
def test_a_bare_number_of_whom_is_part_of_the_number_before(marked: str, whole: int | None) -> None:
    """Also where "of whom" stands behind the words of the row; never across effects."""
    document, rows = _read(marked)
    assert find_whole(document, rows, 1, "en") == whole


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("They shot {killed: two herders}, identified as Issa Ba and {killed: his cousin}.", 0),
        ("They shot {killed: two herders}, Issa Ba, 45, and {killed: his cousin}.", 0),
        ("They shot {killed: two herders} and {killed: his cousin}.", None),
        ("They shot {killed: three herders}, Issa Ba and {killed: his cousin}.", None),
        ("They shot {killed: two herders}, Issa Ba and {killed: three guards}.", None),
        ("They shot {killed: two herders}, Issa Ba and {injured: his cousin} was hurt.", None),
    ],
)
def test_the_second_of_two_told_by_name_is_one_of_them(marked: str, whole: int | None) -> None:
    """ "Two herders, Issa Ba and his cousin" are two, also where only the cousin has a row."""
    document, rows = _read(marked)
    assert mark_apposed(document.text, rows)[1].part_of == whole
