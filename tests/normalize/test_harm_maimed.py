"""Who was torn to pieces is dead, and some of the held who were tortured are hurt; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.maimed import settle_maimed


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{injured: Awa Ba} and {injured: six others} were torn to pieces.", ["killed", "killed"]),
        ("{injured: The driver} was blown to bits and {injured: two others} were hurt.", ["killed", "injured"]),
        ("{casualties: Two boys} were later hacked to pieces.", ["killed"]),
        ("Of the five men {detained: two} were tortured to death.", ["killed"]),
        ("{casualties: A family of five}, including {casualties: a baby}, was wiped out.", ["killed", "killed"]),
        ("{casualties: Five clerks} were hurt, including a guard, when records were wiped out.", ["casualties"]),
        ("{injured: Five men} were hurt and the flag was torn to pieces.", ["injured"]),
        ("{injured: Five men} were hurt, {injured: the cook} was torn apart.", ["injured", "killed"]),
        ("{injured: Five men} were torn between two camps.", ["injured"]),
        ("{detained: Three of them} were tortured in a cell.", ["injured"]),
        ("They hold 20 youths, of whom {abducted: at least six} were badly tortured.", ["injured"]),
        ("{detained: Three of them} were reportedly beaten in a cell.", ["injured"]),
        ("{detained: Three of them} were beaten and shot dead.", ["detained"]),
        ("{abducted: Two of the nurses} were tortured and shot.", ["abducted"]),
        ("{detained: Three lawyers} were tortured in a cell.", ["detained"]),
        ("{detained: Three of them} were taken to a cell. Others were tortured.", ["detained"]),
    ],
)
def test_what_was_done_to_bodies_tells_the_effect(marked: str, effects: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_maimed(document, rows)] == effects
    coded = [replace(row, score=None) for row in rows]
    assert settle_maimed(document, coded) == coded
