"""Groups that make the number before them, people of a nation beside attackers, and whose bodies they are."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def parts(normalizer: Normalizer, text: str, *harm: tuple[str, str]) -> list[int | None]:
    """Of which row each row is part."""
    return [row.part_of for row in read(normalizer, text, "attacked", type="armed_attack", harm=harm).harm]


def killed(*raws: str) -> tuple[tuple[str, str], ...]:
    return tuple(("killed", raw) for raw in raws)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Men attacked a camp. Three Americans, one soldier and two contractors, lost their lives.",
            ("Three Americans", "one soldier", "two contractors"),
        ),
        (
            "Men attacked a camp and killed 13 residents (9 boys, 4 girls) on Sunday.",
            ("13 residents", "9 boys", "4 girls"),
        ),
    ],
)
def test_groups_that_make_a_number_are_parts_of_it(normalizer: Normalizer, text: str, rows: tuple[str, ...]) -> None:
    """Set off by a comma or brackets."""
    assert parts(normalizer, text, *killed(*rows)) == [None, 0, 0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Men attacked a camp. Two soldiers, a guard and a driver were killed.",
            ("Two soldiers", "a guard", "a driver"),
        ),
        (
            "Men attacked a clinic and killed two patients, a nurse, a cook, and a guard.",
            ("two patients", "a nurse", "a cook", "a guard"),
        ),
    ],
)
def test_a_list_that_goes_on_adds_up_by_chance(normalizer: Normalizer, text: str, rows: tuple[str, ...]) -> None:
    assert set(parts(normalizer, text, *killed(*rows))) == {None}


def test_a_nation_is_no_part_of_attackers(normalizer: Normalizer) -> None:
    """Nor of as many bodies of theirs; a commander by his name may be."""
    text = "Men attacked a camp. Four militants were killed. Three Americans lost their lives."
    harm = killed("Four militants", "Three Americans")
    actors = (("victim", "Four militants", "rebel_group"), ("victim", "Three Americans", "civilians"))
    made = read(normalizer, text, "attacked", type="armed_attack", harm=harm, actors=actors)
    assert [row.part_of for row in made.harm] == [None, None]


def test_bodies_are_those_of_their_people(normalizer: Normalizer) -> None:
    """Their kind is theirs, and so the soldiers told next are none of them."""
    claim = read(
        normalizer, "Men attacked a camp. Four militants' bodies were found.", "attacked", harm=killed("Four militants' bodies")
    )
    assert [(row.group, row.group_type) for row in claim.harm] == [("militants", "unidentified_armed_group")]
