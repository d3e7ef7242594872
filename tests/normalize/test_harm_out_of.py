"""How many were taken where some of them are told; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.out_of import settle_out_of


@pytest.mark.parametrize(
    ("marked", "rows"),
    [
        ("{abducted: Three of four welders} kidnapped on Friday are back home.", [("abducted", "four welders")]),
        ("{abducted: Two of the 20 guests} who had been seized in May walked free.", [("abducted", "20 guests")]),
        ("The group released {abducted: 74 of the 130 pupils} they had taken away.", [("abducted", "130 pupils")]),
        ("Police found the body of {abducted: the fourth}.", [("killed", "the fourth")]),
        ("{abducted: 18 of the 26 crew members} were taken off the ship.", [("abducted", "18 of the 26 crew members")]),
        ("{abducted: 18 of 26 crew} kidnapped off Bonny", [("abducted", "18 of 26 crew")]),
        ("{abducted: One of the mayors} kidnapped in May is back.", [("abducted", "One of the mayors")]),
        ("{killed: Three of four welders} kidnapped on Friday are dead.", [("killed", "Three of four welders")]),
        ("Nobody knows where {abducted: the fourth} is.", [("abducted", "the fourth")]),
        ("{killed: Most of the 60 people} killed in Gao were traders.", [("killed", "60 people")]),
        ("{injured: Many of the sixty men injured} were boys.", [("injured", "sixty men")]),
        ("{injured: Most of the 60 people} who died in Gao had been shot.", [("killed", "60 people")]),
        ("{killed: Most of the 60 people} in the hall were killed.", [("killed", "Most of the 60 people")]),
        ("{injured: Most of the 60 men} survived the blast.", [("injured", "Most of the 60 men")]),
        ("{killed: Two of the 60 people} killed in Gao were traders.", [("killed", "Two of the 60 people")]),
        ("{killed: Most of the traders} killed in Gao were shot.", [("killed", "Most of the traders")]),
    ],
)
def test_all_who_were_taken_are_counted(marked: str, rows: list[tuple[str, str]]) -> None:
    """Where "kidnapped" stands with the people and the sentence tells what became of some; not where it tells their taking."""
    document, read = _read(marked)
    told = [replace(row, count=None) for row in read]
    assert [(row.effect, row.raw) for row in settle_out_of(document, told)] == rows
