"""People told by what they are and their names; words made for these tests."""

from __future__ import annotations

import pytest

from crossread.normalize.counts import parse_count


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Lawyer Ana Sitole and Frelima official Pedro Guamba", 2),
        ("lawyer Ana Sitole and councillor Pedro Guamba", 2),
        ("General Omar Bah and bodyguard Issa Bah", 2),
        ("Ana Sitole, shopkeeper Luis Banza and farmer Pedro Guamba", 3),
        ("Teacher Ana Sitole and two pupils", 3),
        ("rapper and militant Pedro Guamba", 1),
        ("Pastor and activist Ana Sitole", 1),
        ("Former Minister and activist Ana Sitole", 1),
        ("Police Chief and farmer Ana Sitole", 1),
        ("Radio Vida reporter and activist Ana Sitole", 1),
    ],
)
def test_each_name_is_a_person(raw: str, number: int) -> None:
    """Two callings before one name are one person, a calling and a name behind a full name are another."""
    assert (parse_count(raw).low, parse_count(raw).high) == (number, number)


def test_how_many_others_is_not_told() -> None:
    """Officials behind a name may be any number."""
    assert parse_count("Lawyer Ana Sitole and Frelima officials").low is None
