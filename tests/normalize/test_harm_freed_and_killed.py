"""Those killed beside those set free are counted, once; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.effects import settle_effects
from crossread.normalize.harm.freed_and_killed import ends_before_others, with_killed_beside_freed
from crossread.records import Claim


def _told(marked: str, trigger: str, *, score: float | None = 0.9) -> list[tuple[str, str]]:
    document, rows = _read(marked)
    at = document.text.index(trigger)
    claim = Claim(
        id="clm_1",
        document_id="doc_1",
        type="operation",
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(at, at + len(trigger)),
        harm=tuple(rows),
        score=score,
    )
    made = with_killed_beside_freed(document, [claim])
    assert with_killed_beside_freed(document, made) == made
    return [(row.effect, row.raw) for row in made[0].harm]


@pytest.mark.parametrize(
    ("marked", "trigger", "told"),
    [
        ("Troops rescued 12 hostages and neutralised 27 bandits.", "rescued", [("incapacitated", "27 bandits")]),
        ("Soldiers freed nine girls and killed at least two rebels.", "freed", [("killed", "at least two rebels")]),
        ("Troops rescued 12 men and killed {killed: 27 bandits}.", "rescued", [("killed", "27 bandits")]),
        ("Troops rescued 12 hostages and two bandits fled.", "rescued", []),
        ("Troops rescued 12 hostages. They had fought and killed nine rebels in May.", "rescued", []),
        ("Troops stormed a camp and killed nine rebels.", "stormed", []),
        ("Troops rescued 12 hostages and killed time.", "rescued", []),
    ],
)
def test_who_was_killed_beside_those_freed(marked: str, trigger: str, told: list[tuple[str, str]]) -> None:
    assert _told(marked, trigger) == told


def test_what_a_person_says_stays() -> None:
    assert _told("Troops rescued 12 hostages and neutralised 27 bandits.", "rescued", score=None) == []


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("Troops freed {abducted: 12 hostages} and neutralised {killed: 27 bandits}.", ["abducted", "incapacitated"]),
        ("Troops found {killed: 12 bandits}, neutralised in a raid.", ["incapacitated"]),
        ("{killed: Nine bandits} were neutralised.", ["incapacitated"]),
    ],
)
def test_the_others_are_put_out_of_action(marked: str, effects: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_effects(document, rows, language="en")] == effects


def test_where_the_words_about_a_number_end() -> None:
    text = "12 hostages and neutralised 27 bandits"
    assert ends_before_others(text, 11, 40) == 11
    assert ends_before_others("12 men and neutralised", 6, 40) == 46
