"""Numbers that rules must leave as they are told, read by the encoder as it ships; sentences written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.flow.in_memory import extract_all
from crossread.records import Document, Harm


def _harm(text: str) -> list[Harm]:
    (made,) = extract_all([Document(id="doc_1", text=text, source="Wire", language="en", published=date(2024, 3, 14))])
    return [row for claim in made.claims for row in claim.harm]


def _numbers(text: str) -> set[tuple[str, int | None, int | None]]:
    return {(row.effect, row.count.low, row.count.high) for row in _harm(text) if row.count}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted six men near Tsafe on Friday and shot them dead the next day.",
        "Rebels seized six villagers in Kotido on Monday and shot them dead the following morning, residents said.",
    ],
)
def test_who_was_taken_and_shot_dead_later_is_dead(text: str) -> None:
    """Only "shot dead" with others behind it tells of others than those taken."""
    assert ("killed", 6, 6) in _numbers(text)


def test_the_count_of_another_speaker_gives_no_way() -> None:
    """An earlier figure yields to a later one of whoever told it, not to the other side's."""
    assert _numbers("The army had previously said that 12 soldiers were killed in Kidal on Monday; the rebels said 40.") >= {
        ("killed", 12, 12),
        ("killed", 40, 40),
    }


def test_the_children_among_the_dead_are_theirs_and_not_of_those_held() -> None:
    """ "Including" behind the dead is of the dead, also beside an arrest."""
    rows = _harm(
        "Police arrested four people in connection with the bombing in Lahore that killed 12 people, including three children."
    )
    assert any(row.effect == "killed" and row.count and row.count.low == 3 and row.part_of is not None for row in rows)


def test_doubt_about_the_cause_is_none_about_the_dead() -> None:
    """Five bodies were found, whatever killed them."""
    text = "The five children may have been killed by a landmine, police said after their bodies were found near Kunduz."
    assert ("killed", 5, 5) in _numbers(text)


def test_who_was_raped_or_blinded_is_a_victim() -> None:
    """More than aimed at: hurt."""
    text = "Men on a motorcycle threw acid at two girls in Kandahar on Tuesday, blinding both."
    (made,) = extract_all([Document(id="doc_1", text=text, source="Wire", language="en", published=date(2024, 3, 14))])
    assert "victim" in {actor.role for claim in made.claims for actor in claim.actors if "girls" in actor.raw}
