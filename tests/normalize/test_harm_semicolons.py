"""Victims listed with semicolons have one fate and a row each; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.semicolons import settle_semicolons


@pytest.mark.parametrize(
    ("marked", "effect", "people"),
    [
        (
            "Killed were {killed: 21-year-old Tun Win}; {killed: Kyi Aye}, 54; and 38-year-old Soe Ba and "
            "{killed: 47-year-old Hla Oo}.",
            "killed",
            4,
        ),
        (
            "They took four men: {abducted: the son of the sheikh, Omar Ag}; {abducted: the deputy, Issa Ba}; "
            "{abducted: Adama Sy}, {killed: a guard}; and {injured: Sidi Keita}, sources said.",
            "abducted",
            4,
        ),
        (
            "They took {abducted: the sheikh's son, Omar Ag}; {killed: deputy prefect Issa Ba}; {abducted: a guard}, "
            "{abducted: Adama Sy}; and {abducted: a trader}, Sidi Keita, near Ber.",
            "abducted",
            4,
        ),
        ("They took {abducted: Omar Ag}; {abducted: Issa Ba (31)}; and {killed: a trader} who was passing by.", "abducted", 3),
    ],
)
def test_a_list_of_persons_has_one_fate(marked: str, effect: str, people: int) -> None:
    """That of its first; who is told by name and by trade is one, and who has no row gets one."""
    document, rows = _read(marked)
    found = settle_semicolons(document, rows)
    assert [row.effect for row in found] == [effect] * people
    for row in found:
        assert all(document.text[e.span.start : e.span.end] == e.quote for e in row.evidence)


@pytest.mark.parametrize(
    "marked",
    [
        "They killed {killed: a guard}; {abducted: a trader} was abducted; {injured: a cook} was wounded.",
        "Results: {killed: 46 men} killed, including {killed: 3 sergeants}; {detained: 12} captured.",
        "They killed {killed: Omar Ag}; wounding {injured: Issa Ba}; and taking {abducted: Adama Sy}.",
        "They killed {killed: Omar Ag}, {injured: Issa Ba} and {abducted: Adama Sy}.",
        "They killed {killed: Omar Ag}; the raid also hit {injured: Issa Ba}; and they led off {abducted: Adama Sy}.",
        "They killed {killed: Omar Ag}; {injured: Issa Ba}. {abducted: Adama Sy} was gone.",
        "They killed {killed: Omar Ag}; {injured: two guards}; and {abducted: Adama Sy}.",
    ],
)
def test_other_lists_stay(marked: str) -> None:
    """Items that tell a fate of their own, numbers of people, commas, or fewer than three."""
    document, rows = _read(marked)
    assert settle_semicolons(document, rows) == tuple(rows)


def test_what_people_say_stays() -> None:
    """A row without a score is in no list."""
    document, rows = _read("They took {abducted: Omar Ag}; {killed: Issa Ba}; and {injured: Adama Sy}.")
    said = [replace(row, score=None) for row in rows]
    assert settle_semicolons(document, said) == tuple(said)
