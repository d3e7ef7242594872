"""A loss that a party denies is no harm, and its denial is none of the act; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_forms import _claim
from test_harm_rivals import speakers
from test_harm_tellings import _read

from crossread.normalize.harm.refuted import settled_stance, without_refuted


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Raiders hit a post. The army denied that it had lost {killed: 12 men}.", []),
        ("Raiders hit a post. The army denied having lost {killed: 12 men}.", []),
        ("Raiders hit a post. The army rejected claims that its garrison suffered {casualties: 12 casualties}.", []),
        ("{killed: Nine men} fell. The army denied losing {killed: 12 men}.", ["Nine men"]),
        ("Raiders hit a post. The army did not deny that it had lost {killed: 12 men}.", ["12 men"]),
        ("The army neither confirmed nor denied that it had lost {killed: 12 men}.", ["12 men"]),
        ("The army denied the attack. It lost {killed: 12 men} there.", ["12 men"]),
        ("The army denied that {killed: 12 men} had been killed.", ["12 men"]),
    ],
)
def test_a_denied_loss_is_nobodys_harm(marked: str, left: list[str]) -> None:
    """Also where no other number stands; a denied act keeps its people."""
    document, rows = _read(marked)
    assert [row.raw for row in without_refuted(document.text, rows)] == left
    people = [replace(row, score=None) for row in rows]
    assert len(without_refuted(document.text, people)) == len(people)


@pytest.mark.parametrize(
    ("marked", "denier", "stance"),
    [
        ("A rocket hit a post. The army denied that it had lost {killed: 12 men}.", "The army", "asserted"),
        ("The army denied that a rocket hit a post. It denied that it had lost {killed: 12 men}.", "The army", "denied"),
        ("The army denied that it had lost {killed: 12 men} by a rocket.", "The army", "denied"),
    ],
)
def test_who_denies_a_loss_denies_no_act(marked: str, denier: str, stance: str) -> None:
    """Unless he denies that, too, or tells of it only in his denial."""
    document, rows = _read(marked)
    voices = tuple(speakers(document.text, ("denies", denier)))
    claim = _claim(document, "rocket", harm=tuple(rows), speakers=voices, stance="denied")
    assert settled_stance(document, claim) == stance
