"""Survivors are neither dead nor hurt, and "both sides" counts nobody."""

from __future__ import annotations

import pytest
from tests.normalize.test_who_did_it import read

from crossread.normalize import Normalizer

BOAT = "Three passengers died and five survived when a boat was attacked near Goma."
ALIVE = "Rescuers found two workers alive after a bomb destroyed a shed in Goma, killing three."
BUS = "A bus was attacked near Goma. Three passengers died and two others were rescued."


@pytest.mark.parametrize(
    ("text", "act", "rows", "left"),
    [
        (BOAT, "attacked", [("killed", "Three passengers"), ("injured", "five")], ["Three passengers"]),
        (ALIVE, "bomb", [("killed", "two workers"), ("killed", "three")], ["three"]),
        (BUS, "attacked", [("killed", "Three passengers"), ("injured", "two others")], ["Three passengers"]),
    ],
)
def test_survivors_have_no_row(
    normalizer: Normalizer, text: str, act: str, rows: list[tuple[str, str]], left: list[str]
) -> None:
    """The dead stay, and who was found alive is no victim."""
    victims = [("victim", raw, "civilians") for _, raw in rows]
    claim = read(normalizer, text, act, type="bombing", harm=rows, actors=victims)
    assert [row.raw for row in claim.harm] == left
    gone = {raw for _, raw in rows} - set(left)
    assert not gone & {row.raw for row in claim.actors if row.role == "victim"}


@pytest.mark.parametrize(
    ("text", "act", "row"),
    [
        ("A bus was attacked near Goma. Five survived with burns.", "attacked", ("injured", "Five")),
        ("Gunmen killed 15 men who had survived a raid on their village.", "killed", ("killed", "15 men")),
        ("Seven farmers were burned alive by rebels in Ituri.", "burned", ("killed", "Seven farmers")),
        ("Rebels burned two traders alive in Ituri.", "burned", ("killed", "two traders")),
    ],
)
def test_the_hurt_and_the_dead_stay(normalizer: Normalizer, text: str, act: str, row: tuple[str, str]) -> None:
    """Burns told of survivors, the dead who had survived something else, and people burned alive."""
    claim = read(normalizer, text, act, type="armed_attack", harm=[row])
    assert [(one.effect, one.raw) for one in claim.harm] == [row]


def test_hostages_found_alive_were_taken(normalizer: Normalizer) -> None:
    """They are no dead."""
    text = "Three hostages were found alive in Goma."
    claim = read(normalizer, text, "found alive", type="abduction", harm=[("killed", "Three hostages")])
    assert [(row.effect, row.count.low if row.count else None) for row in claim.harm] == [("abducted", 3)]


@pytest.mark.parametrize(
    "rows", [[("casualties", "casualties on"), ("killed", "sides")], [("casualties", "casualties on both sides")]]
)
def test_both_sides_are_not_two(normalizer: Normalizer, rows: list[tuple[str, str]]) -> None:
    """One row without a number."""
    claim = read(normalizer, "Fighting near Goma caused casualties on both sides.", "Fighting", type="armed_clash", harm=rows)
    told = [(row.effect, row.raw, row.count.qualifier if row.count else None) for row in claim.harm]
    assert told == [("casualties", "casualties on both sides", "unstated")]


def test_the_missing_who_was_found_alive_was_missing(normalizer: Normalizer) -> None:
    """As it is told."""
    text = "A post was attacked near Goma. A tenth soldier, first reported missing, was found alive."
    claim = read(normalizer, text, "attacked", type="armed_attack", harm=[("missing", "A tenth soldier")])
    assert [(row.effect, row.raw) for row in claim.harm] == [("missing", "A tenth soldier")]
