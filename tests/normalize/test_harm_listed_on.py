"""Who is listed behind an uncounted group of those included; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.included import find_whole, with_effect_of_whole
from crossread.normalize.harm.listed_on import mark_listed_on
from crossread.records import Document, Harm


def _parted(document: Document, rows: list[Harm]) -> tuple[Harm, ...]:
    rows = with_effect_of_whole(document, rows, "en")
    parted = [replace(row, part_of=find_whole(document, rows, at, "en")) for at, row in enumerate(rows)]
    return mark_listed_on(document.text, parted)


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("Raiders killed {killed: 14 people}, including {killed: women} and {killed: two children}.", [None, 0, 0]),
        ("{killed: 14 people} fell, among them {killed: elders} and {killed: a pregnant woman}.", [None, 0, 0]),
        ("Raiders killed {killed: 14 people}, including {killed: elders}, men and {killed: two boys}.", [None, 0, 0]),
        ("A bomb killed {killed: ten people}, including {killed: clerks} as well as {killed: two guards}.", [None, 0, 0]),
        ("A bomb killed {killed: ten people}, including clerks and {killed: two guards}.", [None, 0]),
        ("{killed: Ten people} were killed, including several clerks and {killed: at least two guards}.", [None, 0]),
    ],
)
def test_the_next_of_a_list_is_a_part_too(marked: str, parts: list[int | None]) -> None:
    """Whether the uncounted group before has a row of its own or not."""
    document, rows = _read(marked)
    made = _parted(document, rows)
    assert [row.part_of for row in made] == parts
    assert mark_listed_on(document.text, made) == made


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        (
            "They killed {killed: ten men}, including {killed: elders}, and {killed: two guards} were shot in Gao.",
            [None, 0, None],
        ),
        ("They killed {killed: ten men}, including {killed: elders}. {killed: Two guards} fell later.", [None, 0, None]),
        ("They killed {killed: ten men}, including {killed: elders}, while {killed: two guards} fell.", [None, 0, None]),
        ("They killed {killed: ten men}, including {killed: elders} and {injured: two guards} hurt.", [None, 0, None]),
        ("They killed {killed: three men}, including {killed: elders} and {killed: four guards}.", [None, 0, None]),
        ("They killed {killed: ten men} and {killed: two guards}.", [None, None]),
        ("They killed {killed: ten men} in Gao, and later {killed: two guards}.", [None, None]),
    ],
)
def test_a_clause_of_its_own_counts_anew(marked: str, parts: list[int | None]) -> None:
    document, rows = _read(marked)
    assert [row.part_of for row in _parted(document, rows)] == parts


def test_a_row_of_a_person_stays() -> None:
    document, rows = _read("They killed {killed: ten men}, including {killed: elders} and {killed: two guards}.")
    rows = [replace(row, part_of=0 if at == 1 else None, score=None) for at, row in enumerate(rows)]
    assert list(mark_listed_on(document.text, rows)) == rows
