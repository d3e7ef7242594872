"""Sums of money are nobody; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.counts import parse_count
from crossread.normalize.harm.money import is_money


@pytest.mark.parametrize(
    ("marked", "money"),
    [
        ("Four rebels carrying a reward of Rs {killed: 8 lakh} were killed.", True),
        ("Four rebels carrying a bounty of {killed: 500,000 rupees each} were killed.", True),
        ("A chief with a bounty of {killed: 300,000} was killed.", True),
        ("The gang took ${abducted: 40,000} and two clerks.", True),
        ("They paid {abducted: 40} million naira for two clerks.", True),
        ("He told us {killed: 12} died.", False),
        ("A crowd of {killed: 12} was killed.", False),
        ("{killed: 300 Rand Airport workers} were hurt.", False),
        ("{killed: 12 men} carrying dollars were killed.", False),
        ("{killed: 12} pounded rice when they were killed.", False),
    ],
)
def test_a_sum_of_money_is_nobody(marked: str, money: bool) -> None:
    document, rows = _read(marked)
    assert is_money(document, rows[0]) == money
    assert not is_money(document, replace(rows[0], score=None))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("A Standard Seven pupil", 1),
        ("a Class 10 student", 1),
        ("the class eight pupil", 1),
        ("Two Grade 7 pupils", 2),
        ("a Form Two student and a teacher", 2),
        ("A 400-level student", 1),
        ("400 students", 400),
        ("seven pupils", 7),
        ("Form two", 2),
    ],
)
def test_a_year_of_school_is_no_number_of_pupils(words: str, number: int) -> None:
    assert parse_count(words).low == number
