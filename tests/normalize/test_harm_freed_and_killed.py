"""Those killed beside those set free are counted, once; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.freed_and_killed import with_killed_beside_freed
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
