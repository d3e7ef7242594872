"""A nearer word tells what became of people; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.outcomes import settle_outcomes


@pytest.mark.parametrize(
    ("marked", "effects"),
    [
        ("{missing: Two clerks} who had been missing since 2 March were found dead.", ["killed"]),
        ("{missing: Two clerks}, who were reported missing in May, were later found murdered.", ["killed"]),
        ("{missing: Two clerks} who had been missing since 2 March were found.", ["missing"]),
        ("{missing: Two clerks} have been missing since three guards were found dead.", ["missing"]),
        ("The toll from Sunday's raid has risen to {injured: 27}, with {injured: 40 wounded}.", ["killed", "injured"]),
        ("The toll of wounded has risen to {injured: 27}.", ["injured"]),
        ("The toll rose to {injured: 27} wounded.", ["injured"]),
        ("Raiders beheaded {abducted: a hostage} in May.", ["killed"]),
        ("Raiders executed {detained: two of the captives}.", ["killed"]),
        ("Raiders kidnapped and murdered {abducted: a nurse}.", ["abducted"]),
        ("Raiders had been executed. {abducted: A nurse} is held.", ["abducted"]),
        ("The executed raiders took {abducted: a nurse}.", ["abducted"]),
    ],
)
def test_a_nearer_word_tells_the_outcome(marked: str, effects: list[str]) -> None:
    document, rows = _read(marked)
    assert [row.effect for row in settle_outcomes(document, rows)] == effects
    coded = [replace(row, score=None) for row in rows]
    assert settle_outcomes(document, coded) == coded
