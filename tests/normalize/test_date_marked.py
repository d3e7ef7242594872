"""The day on which an anniversary is marked, or an act condemned, is not the day of the act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.normalize.dates.others import own_slot
from crossread.records import Claim, Document, Slot


def _read(text: str, day: str, trigger: str) -> tuple[Document, Claim]:
    document = Document(id="doc_1", text=text)

    def quote(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    told = document.quote(*quote(day))
    return document, Claim(
        id="clm_1",
        document_id="doc_1",
        type="air_strike",
        scope="background",
        status="accomplished",
        stance="asserted",
        trigger=document.quote(*quote(trigger)),
        when=Slot(raw=day, value=None, evidence=(told,), score=0.8),
        score=0.9,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Families gathered on Monday to mark the anniversary of the raid on Kita.",
        "On Monday, the third anniversary of a deadly raid, the mayor laid flowers.",
    ],
)
def test_the_day_of_the_commemoration_is_another(text: str) -> None:
    document, claim = _read(text, "Monday", "raid")
    assert own_slot(document, claim) is None
    assert own_slot(document, replace(claim, score=None)) == claim.when


@pytest.mark.parametrize(
    ("text", "day", "trigger"),
    [
        ("Families marked the anniversary of the raid of 5 May 2020.", "5 May 2020", "raid"),
        ("They marked the anniversary of the 2020 raid on Kita.", "2020", "raid"),
        ("On Monday jets raided Kita on the anniversary of its founding.", "Monday", "raided"),
        ("They met on Monday. On the anniversary of independence jets raided Kita.", "Monday", "raided"),
    ],
)
def test_the_day_of_the_act_stays(text: str, day: str, trigger: str) -> None:
    """Told behind "anniversary of", or of an act that is told before it or in another sentence."""
    document, claim = _read(text, day, trigger)
    assert own_slot(document, claim) == claim.when


@pytest.mark.parametrize(
    "text",
    [
        "The raid on Kita was condemned by the governor on Monday.",
        "The raid on Kita was strongly denounced in parliament on Monday.",
        "The raid on Kita sparked protests in the capital on Monday.",
        "The raid on Kita drew condemnation from the mayor on Monday.",
    ],
)
def test_the_day_of_the_reaction_is_another(text: str) -> None:
    """What people said or did about the act came later, on that day."""
    document, claim = _read(text, "Monday", "raid")
    assert own_slot(document, claim) is None
    assert own_slot(document, replace(claim, score=None)) == claim.when


@pytest.mark.parametrize(
    "text",
    [
        "The raid on Kita on Monday was condemned by the governor.",
        "The raid sparked a fire that killed two people on Monday.",
        "The raid was condemned. On Monday jets struck again.",
        "The raid was not condemned; it took place on Monday.",
    ],
)
def test_other_days_behind_the_act_stay(text: str) -> None:
    """Before the reaction, of no reaction of people, or of another clause."""
    document, claim = _read(text, "Monday", "raid")
    assert own_slot(document, claim) == claim.when
