"""One number of people killed, hurt or taken counts no dead; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.either import settle_either


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{killed: Sixty people} were killed, injured or kidnapped in May.", ["casualties"]),
        ("{killed: Sixty people} were killed or went missing in May.", ["casualties"]),
        ("{killed: Sixty people} have been abducted, wounded or killed since May.", ["casualties"]),
        ("The office counted {killed: sixty people} killed, injured, or abducted.", ["casualties"]),
        ("The flood of fire left {killed: sixty dead} or missing.", ["casualties"]),
        ("{killed: Sixty people}, including nine boys, were killed, injured or abducted.", ["casualties"]),
        ("{killed: Gangs} killed, injured or kidnapped {abducted: at least sixty people}.", ["casualties"]),
        ("Raiders had killed or abducted {abducted: some sixty herders}.", ["casualties"]),
        ("{killed: Sixty rebels} were killed or captured.", ["incapacitated"]),
        ("{killed: Sixty rebels} were killed, wounded or captured.", ["incapacitated"]),
        ("Troops killed or wounded {detained: sixty rebels} and captured {detained: nine}.", ["casualties", "detained"]),
        ("{killed: Sixty people} were killed and {abducted: nine} kidnapped.", ["killed", "abducted"]),
        ("{killed: Sixty people} were killed and nine injured or kidnapped.", ["killed"]),
        ("{killed: Sixty people} were killed, injured or abducted nine others.", ["killed"]),
        ("{abducted: Sixty people} were kidnapped or disappeared.", ["abducted"]),
        ("{detained: Sixty people} were arrested or abducted.", ["detained"]),
        ("{injured: Sixty people} were injured or abducted.", ["injured"]),
        ("{killed: Sixty people} were killed by gunmen or kidnappers.", ["killed"]),
        ("{killed: Sixty people} were killed. Missing or abducted were nine more.", ["killed"]),
        ("{abducted: Sixty people} were kidnapped and later killed.", ["abducted"]),
    ],
)
def test_a_number_of_dead_or_taken_is_no_number_of_dead(marked: str, effects: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_either(document, rows)] == effects
    coded = [replace(row, score=None) for row in rows]
    assert settle_either(document, coded) == coded


@pytest.mark.parametrize("fate", ["raped", "displaced"])
def test_how_many_died_of_those_killed_or_driven_out_is_untold(fate: str) -> None:
    document, rows = _read(f"{{killed: Sixty thousand people}} were killed or {fate} in May.")
    (row,) = settle_either(document, rows)
    assert row.effect == "killed"
    assert row.count is not None
    assert row.count.qualifier == "unstated"
