"""Of several in the next sentence no number is told before; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_tellings import _read

from crossread.normalize.harm.some_of_them import settle_some_of_them


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("{abducted: Forty girls} were raped in May. Several girls were also abducted.", ["Several girls"]),
        ("{abducted: Forty girls} were raped in May. Girls were also kidnapped.", ["Girls"]),
        ("{killed: Forty men} were beaten in May. Some later died of it.", ["Some"]),
        ("{killed: Forty men} were beaten. {killed: Several men} died.", ["Several men"]),
        ("{killed: Forty men} were detained. A number of them were later executed.", ["A number of them"]),
        ("{detained: Forty men} were beaten. Many of the men were then arrested.", ["Many of the men"]),
        ("{killed: Forty men} were killed. Several men died in hospital.", ["Forty men"]),
        ("{killed: Forty men} were shot. Several men died.", ["Forty men"]),
        ("The toll stands at {killed: forty}. Several died in hospital.", ["forty"]),
        ("{abducted: Forty men} were taken to a camp. Several were abducted at home.", ["Forty men"]),
        ("{abducted: Forty men} were raped. Several women were also killed.", ["Forty men"]),
        ("{abducted: Forty men} were raped. Nine women were also abducted.", ["Forty men"]),
        ("{killed: Forty men} were beaten. Their several killers had died.", ["Forty men"]),
    ],
)
def test_the_effect_goes_to_the_several_it_is_told_of(marked: str, words: list[str]) -> None:
    document, rows = _read(marked)
    found = settle_some_of_them(document, rows)
    assert [row.raw for row in found] == words
    assert all(document.text[row.evidence[0].span.start : row.evidence[0].span.end] == row.raw for row in found)
    coded = [replace(row, score=None) for row in rows]
    assert list(settle_some_of_them(document, coded)) == coded
