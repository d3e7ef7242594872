"""Who the people of a number were is no further harm: "five of whom", two told by name; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.among import mark_among
from crossread.normalize.harm.included import find_whole
from crossread.normalize.harm.parts import mark_apposed, mark_two_groups, share_group
from crossread.normalize.harm.retold import settle_retold


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


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("{killed: Six people} fell on Monday. {killed: Two women} and {killed: four men} died at the ford.", [None, 0, 0]),
        (
            "{killed: Six soldiers} fell on Monday. {killed: Two women} and {killed: four men} died at the ford.",
            [None, None, None],
        ),
        ("{killed: Six people}, {killed: two women} and {killed: four men} fell.", [None, None, None]),
    ],
)
def test_two_numbers_make_one_told_before_if_it_can_hold_them(marked: str, parts: list[int | None]) -> None:
    """Six soldiers are no two women and four men; a list in one sentence is read by other rules."""
    document, rows = _read(marked)
    rows = [replace(row, group_type="state_forces" if "soldiers" in row.raw else row.group_type) for row in rows]
    assert [row.part_of for row in mark_two_groups(document.text, rows)] == parts


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("Shells hurt {injured: three people}. Another mortar round wounded {injured: one person}.", None),
        ("{killed: Five people} died at the ford. {killed: Three herders} were killed in a later ambush.", None),
        ("{killed: Five people} died at the ford. Elsewhere {killed: three people} were shot.", None),
        ("{killed: Five people} died at the ford. {killed: Three herders} were hit at once.", 0),
        ("Five killed in two raids\n\nA raid killed {killed: five people}. {killed: Three herders} were hit at once.", 0),
    ],
)
def test_the_harm_of_another_act_is_no_part(marked: str, whole: int | None) -> None:
    """ "Another mortar round", "in a later ambush": the number told before is of the first act."""
    document, rows = _read(marked)
    assert settle_retold(document.text, rows)[1].part_of == whole


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("{killed: Twenty people} died. The 20 killed included {killed: four children}.", 0),
        ("{injured: Sixty people} were hurt. Of the 60 wounded, {injured: ten} are in a coma.", 0),
        ("{injured: Sixty people} were hurt. Of the 50 wounded, {injured: ten} are in a coma.", None),
        ("{injured: Sixty people} were hurt. The 60 wounded were taken away, and {injured: ten} came later.", None),
        ("{injured: Sixty people} were hurt. The 60 wounded included {killed: four children} who died.", None),
    ],
)
def test_a_number_told_again_holds_those_it_includes(marked: str, whole: int | None) -> None:
    """The subject of "included" is the total, and of the same effect."""
    document, rows = _read(marked)
    assert find_whole(document, rows, 1, "en") == whole


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("They shot {killed: a policeman} in Quetta and hurt {injured: another in Sibi}.", "police"),
        ("They shot {killed: a policeman} in Quetta. They hurt {injured: another in Sibi}.", "civilians"),
        ("They shot {killed: a policeman} in Quetta and hurt {injured: another nurse in Sibi}.", "civilians"),
    ],
)
def test_another_without_a_noun_is_of_the_kind_told_before(marked: str, kind: str) -> None:
    """In the same sentence; with a noun of his own he is whom that names."""
    document, rows = _read(marked)
    rows = [replace(row, group_type="police" if "policeman" in row.raw else row.group_type) for row in rows]
    assert share_group(document.text, rows)[1].group_type == kind


@pytest.mark.parametrize(("kind", "whole"), [("unidentified_armed_group", None), ("unknown", 0), ("state_forces", 0)])
def test_civilians_among_the_dead_are_none_of_the_militants(kind: str, whole: int | None) -> None:
    """Whoever finds civilians among "18 militants" counts anew."""
    document, rows = _read("A raid killed {killed: 18 men}. Elders said {killed: seven civilians} were among the dead.")
    rows = [replace(row, group_type=kind) if "18" in row.raw else row for row in rows]
    assert mark_among(document.text, rows)[1].part_of == whole


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("Raiders took {abducted: three children}, {abducted: two girls} and {abducted: a boy}.", [None, 0, 0]),
        ("Raiders took {abducted: four aid workers}, {abducted: two Kenyans} and {abducted: two Sudanese}.", [None, 0, 0]),
        ("Raiders took {abducted: three teachers}, {abducted: a woman} and {abducted: two men}.", [None, 0, 0]),
        ("Raiders took {abducted: three women}, {abducted: two girls} and {abducted: a boy}.", [None, None, None]),
        ("Raiders took {abducted: two nurses}, {abducted: a driver} and {abducted: a guard}.", [None, None, None]),
        ("Raiders took {abducted: four teachers}, {abducted: a woman} and {abducted: two men}.", [None, None, None]),
        ("Raiders took {abducted: two Malians}, {abducted: a Frenchman} and {abducted: a Togolese}.", [None, None, None]),
        ("Raiders took {abducted: three children}, {abducted: two girls} and {abducted: a nurse}.", [None, None, None]),
    ],
)
def test_a_list_by_sex_or_nation_tells_whom_the_number_counted(marked: str, parts: list[int | None]) -> None:
    """Only where it fills the number, and of people who can be called so."""
    document, rows = _read(marked)
    assert [row.part_of for row in settle_retold(document.text, rows)] == parts


def test_names_with_age_and_town_in_brackets_are_as_many_as_the_number_counts() -> None:
    marked = "{killed: Two sepoys}, {killed: Ali Khan} (age 36, resident of Kossa) and {killed: Omar Shah} (age 24), died."
    document, rows = _read(marked)
    assert [row.part_of for row in mark_apposed(document.text, rows)] == [None, 0, 0]


def test_a_soldier_is_none_of_the_rebels() -> None:
    """A name behind a number of the other side counts one more."""
    document, rows = _read("{killed: Nine rebels} fell. {killed: Sepoy Omar Shah} died, too.")
    rebels, sepoy = replace(rows[0], group_type="rebel_group"), replace(rows[1], group_type="state_forces")
    assert [row.part_of for row in settle_retold(document.text, [rebels, sepoy])] == [None, None]
    fighter = replace(sepoy, group_type="rebel_group")
    assert [row.part_of for row in settle_retold(document.text, [rebels, fighter])] == [None, 0]
