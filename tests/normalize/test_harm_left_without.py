"""People left without a home are displaced, those left without power came to no harm; sentences written for these tests."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer


def told(normalizer: Normalizer, text: str, trigger: str, *rows: tuple[str, str]) -> list[tuple[str, str]]:
    """Effect and words of the rows left."""
    claim = read(normalizer, text, trigger, type="destruction", harm=rows)
    return [(row.effect, row.raw) for row in claim.harm]


@pytest.mark.parametrize(
    ("text", "trigger", "row"),
    [
        ("Security forces demolished 21 homes, leaving 60 people homeless.", "demolished", ("killed", "60 people")),
        ("Two thousand people lost their homes when rebels burned Bangassou.", "burned", ("killed", "Two thousand people")),
        ("Raiders torched the camp and left 300 families without shelter.", "torched", ("injured", "300 families")),
        (
            "They razed Zanuta, leaving 19 people, eleven of them children, without a roof.",
            "razed",
            ("killed", "19 people"),
        ),
    ],
)
def test_who_lost_a_home_is_displaced(normalizer: Normalizer, text: str, trigger: str, row: tuple[str, str]) -> None:
    """Homeless, without shelter or a roof, and homes lost."""
    assert ("displaced", row[1]) in told(normalizer, text, trigger, row)


@pytest.mark.parametrize(
    ("text", "trigger", "row"),
    [
        ("A strike on a power station left 200,000 people without electricity.", "strike", ("killed", "200,000 people")),
        ("The bombing destroyed a school, leaving 400 pupils without classrooms.", "bombing", ("displaced", "400 pupils")),
    ],
)
def test_who_goes_without_power_came_to_no_harm(normalizer: Normalizer, text: str, trigger: str, row: tuple[str, str]) -> None:
    """No row is left."""
    assert told(normalizer, text, trigger, row) == []


@pytest.mark.parametrize(
    ("text", "trigger", "row"),
    [
        ("Raiders torched the camp and killed nine people without mercy.", "torched", ("killed", "nine people")),
        ("The blast killed six people in a homeless shelter.", "blast", ("killed", "six people")),
        ("Shells hit a column of trucks and killed four drivers without warning.", "hit", ("killed", "four drivers")),
    ],
)
def test_the_dead_stay_dead(normalizer: Normalizer, text: str, trigger: str, row: tuple[str, str]) -> None:
    """ "Without" what is no home and no service, and a shelter as a place."""
    assert told(normalizer, text, trigger, row) == [row]
