"""People whom an act affected are not its dead; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.affected import was_affected


@pytest.mark.parametrize(
    ("marked", "affected"),
    [
        ("The team counted 41 raids affecting {killed: 650 villagers}, of whom 90 were killed.", [True]),
        ("The team counted 41 raids affecting 650 villagers, of whom {killed: 90} were killed.", [False]),
        ("There were nine cases of violence affecting {killed: six women} and {injured: three girls}.", [True, True]),
        ("The raids have affected {killed: some 650 people} since May.", [True]),
        ("In May {killed: 650 people} were affected by raids.", [True]),
        ("The team counted 41 killings affecting {killed: 60 men}.", [False]),
        ("Raids affecting {killed: 60 people} who were killed in May are looked into.", [False]),
        ("A drought affecting 3,000 farmers came before the raid that killed {killed: 12 herders}.", [False]),
        ("The raid affected trade and {killed: 12 herders} were shot.", [False]),
        ("The raid, affecting 200 homes, left {killed: 12 dead}.", [False]),
    ],
)
def test_who_is_affected_is_not_among_the_dead(marked: str, affected: list[bool]) -> None:
    document, rows = _read(marked)
    assert [was_affected(document, row) for row in rows] == affected
