"""Numbers that a correction takes back; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.recounted import was_taken_back


@pytest.mark.parametrize(
    ("marked", "gone"),
    [
        ("It put the toll at 31, saying that {killed: two bodies} had been counted twice.", True),
        ("The toll fell as {killed: three victims} were mistakenly registered more than once.", True),
        ("THE TOLL STANDS AT 31, FOR {killed: TWO BODIES} WERE DOUBLE-COUNTED.", True),
        ("The ministry lowered the toll to 31 from {killed: 33}.", True),
        ("The toll rose to at least 40 dead, up from {killed: 37}.", True),
        ("The ministry lowered the toll from 33 to {killed: 31}.", False),
        ("Raiders from the hills killed {killed: two men}, who were counted by a nurse.", False),
        ("The bus went to Gao from {killed: two villages} that were hit.", False),
        ("{killed: Two men} were shot twice.", False),
    ],
)
def test_what_a_correction_takes_back(marked: str, gone: bool) -> None:
    """Counted twice, and the number behind "to 31 from"; not the number that stands."""
    document, rows = _read(marked)
    assert was_taken_back(document, rows[0]) is gone
    assert not was_taken_back(document, replace(rows[0], score=None))
