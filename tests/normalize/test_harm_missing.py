"""The missing who are found dead after a toll has risen are a share of it; sentences written for these tests."""

from __future__ import annotations

import pytest
from test_harm_tellings import _read, _sum

from crossread.normalize.harm.missing import join_found_missing
from crossread.normalize.harm.toll import settle_tolls
from crossread.records import Claim, Document

RISEN = "The toll of the raid has risen to {killed: 14}, the army said. "


@pytest.mark.parametrize(
    ("marked", "killed"),
    [
        (RISEN + "{killed: Six sappers} who had been listed as missing were found dead.", 14),
        (
            "{killed: 14 sappers} died, raising an earlier toll. "
            "The remains of {killed: six}, first reported missing, were there.",
            14,
        ),
        ("{killed: 14 sappers} died, raising an earlier toll. {killed: Six sappers} were found dead elsewhere.", 20),
        ("{killed: 14 sappers} died. {killed: Six} who had been listed as missing were found dead.", 20),
    ],
)
def test_missing_found_dead_are_in_a_risen_toll(marked: str, killed: int) -> None:
    """Only with words for a toll that has changed, and for people who were missing."""
    document, rows = _read(marked)
    assert _sum(settle_tolls(document.text, rows), "killed") == killed


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        ("killing", RISEN + "{killed: Six sappers} who had been listed as missing were found dead.", 1),
        ("killing", RISEN + "{killed: Twenty sappers} who had been listed as missing were found dead.", 2),
        ("killing", RISEN + "{killed: Six sappers} were found dead in a well.", 2),
        ("bombing", RISEN + "A mine killed {killed: six men} who had been reported missing, their bodies show.", 2),
    ],
)
def test_they_are_no_killing_of_their_own(kind: str, text: str, left: int) -> None:
    """The second claim goes where its people are in the first one's toll; another act stays."""
    document, rows = _read(text)
    claims = [_claim(document, "armed_attack", rows[:1]), _claim(document, kind, rows[1:])]
    found = join_found_missing(document, claims)
    assert len(found) == left
    assert sum(len(claim.harm) for claim in found) == 2


def _claim(document: Document, kind: str, rows: list) -> Claim:  # type: ignore[type-arg]
    trigger = rows[0].evidence[0]
    return Claim(
        id=f"clm_{kind}",
        document_id=document.id,
        trigger=trigger,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        harm=tuple(rows),
        score=0.9,
    )
