"""Who had threatened and then did it killed people; who only threatened killed nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_harm_forms import _claim
from test_harm_tellings import _read

from crossread.normalize.claims.threats import settle_threat_done
from crossread.records import Claim, Document


def _threat(marked: str, trigger: str) -> tuple[Document, Claim]:
    document, rows = _read(marked)
    told = tuple(replace(row, score=0.9) for row in rows)
    claim = _claim(document, trigger, harm=told, speakers=(), stance="asserted")
    return document, replace(claim, status="threatened", score=0.9)


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("Raiders who had threatened to burn Kossa killed {killed: five herders} there.", "burn"),
        ("Raiders, who had threatened to burn Kossa, later killed {killed: five herders}.", "burn"),
        ("Raiders who threatened to kill clerks stormed a school, killing {killed: five}.", "kill"),
        ("Raiders who had threatened to kill {killed: a teacher} shot him dead.", "kill"),
        ("Raiders threatened to kill {killed: a teacher}, then shot him.", "kill"),
        ("Raiders threatened the guards and killed {killed: two of them}.", "threatened"),
        ("Raiders who threatened to burn Kossa have killed {killed: five herders}.", "burn"),
        ("We were able to kill {killed: five soldiers} at Kossa.", "kill"),
        ("Nobody had expected raiders to attack Kossa and kill {killed: five}.", "attack"),
    ],
)
def test_a_threat_that_was_carried_out_is_an_act(marked: str, trigger: str) -> None:
    """By those who made it, or against what anybody expected."""
    document, claim = _threat(marked, trigger)
    assert settle_threat_done(document, claim).status == "accomplished"
    assert settle_threat_done(document, replace(claim, score=None)).status == "threatened"
    assert settle_threat_done(document, replace(claim, harm=())).status == "threatened"


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("Raiders threatened to kill {killed: five hostages}.", "kill"),
        ("Raiders threatened to kill {killed: six wounded soldiers}.", "kill"),
        ("Raiders threatened to attack Kossa, killing {killed: five hostages}.", "attack"),
        ("Raiders threatened to attack Kossa after soldiers killed {killed: five herders}.", "attack"),
        ("Raiders threatened to attack the men who killed {killed: five herders}.", "attack"),
        ("Raiders who threatened to burn Kossa said they would kill {killed: five herders}.", "burn"),
        ("The teacher, who was threatened by raiders, said they killed {killed: five}.", "threatened"),
        ("We will be able to kill {killed: five soldiers}.", "kill"),
        ("Raiders threatened to burn Kossa. Soldiers killed {killed: five herders}.", "burn"),
    ],
)
def test_a_threat_stays_a_threat(marked: str, trigger: str) -> None:
    """Where nothing was done, or others did it."""
    document, claim = _threat(marked, trigger)
    assert settle_threat_done(document, claim) == claim


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Raiders threatened to kill {killed: five hostages} and shot a guard.", 0),
        ("Raiders threatened to kill {killed: five hostages} and shot {killed: a guard}.", 1),
        ("Raiders threatened to kill {killed: five hostages}, then shot them.", 1),
    ],
)
def test_whom_only_the_threat_was_meant_for_is_not_counted(marked: str, left: int) -> None:
    """Unless it was done to them."""
    document, claim = _threat(marked, "kill")
    assert len(settle_threat_done(document, claim).harm) == left
