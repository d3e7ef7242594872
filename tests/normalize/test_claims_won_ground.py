"""Ground won after a fight is news; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossread.normalize.claims.won_ground import is_ground_won
from crossread.records import Claim, DateWindow, Document, Slot

PUBLISHED = date(2024, 6, 12)


def _claim(text: str, trigger: str, told: str, day: date | None) -> Claim:
    document = Document(id="doc_1", text=text)

    def quote(words: str):  # type: ignore[no-untyped-def]
        return document.quote(text.index(words), text.index(words) + len(words))

    when = None
    if day is not None:
        when = Slot(
            raw="then", value=DateWindow(earliest=day, latest=day, precision="day"), evidence=(quote(trigger),), score=0.9
        )
    return Claim(
        id="clm_1",
        document_id="doc_1",
        type="armed_clash",
        scope="background",
        status="accomplished",
        stance="asserted",
        trigger=quote(trigger),
        retellings=(quote(told),),
        when=when,
        score=0.9,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "told", "day", "won"),
    [
        ("Rebels recaptured Sake after a three-day battle.", "battle", "recaptured", None, True),
        ("Rebels took Sake following heavy fighting.", "fighting", "took", date(2024, 6, 9), True),
        ("Rebels took Sake following heavy fighting.", "fighting", "took", date(2024, 1, 9), False),
        ("Sake is quiet since rebels seized it after a battle.", "battle", "seized", None, False),
        ("The rebels, who had captured Sake after a battle, left.", "battle", "captured", None, False),
        ("After a battle near Goma rebels captured Sake.", "battle", "captured", None, False),
        ("Rebels recaptured Sake. It came after a battle.", "battle", "recaptured", None, False),
        ("Talks began in Sake after a battle.", "battle", "began", None, False),
    ],
)
def test_ground_won_after_a_fight_is_no_background(text: str, trigger: str, told: str, day: date | None, won: bool) -> None:
    claim = _claim(text, trigger, told, day)
    assert is_ground_won(claim, text, PUBLISHED) is won
    assert not is_ground_won(replace(claim, type="killing"), text, PUBLISHED)
