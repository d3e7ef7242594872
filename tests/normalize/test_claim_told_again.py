"""An act told again by its noun and whom it befell is no second act; sentences written for these tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from test_harm_tellings import _read

from crossread.normalize.claims.told_again import join_told_again
from crossread.records import Claim, DateWindow, Document, Slot

SHOT = "Soldiers shot {killed: a young herder} near Ber on Sunday."


def _claims(marked: str, noun: str) -> tuple[Document, list[Claim]]:
    """The claim of the noun and that of the act, each with its row."""
    document, rows = _read(marked)
    made = []
    for row, words in zip(rows, sorted((noun, "shot"), key=document.text.index), strict=True):
        start = document.text.index(words)
        trigger = document.quote(start, start + len(words))
        made.append(
            Claim(
                id=f"clm_{words}",
                document_id=document.id,
                trigger=trigger,
                type="killing",
                scope="incident",
                status="accomplished",
                stance="asserted",
                harm=(row,),
                score=0.9,
            )
        )
    return document, made


@pytest.mark.parametrize(
    ("marked", "noun"),
    [
        ("Stones flew following the earlier police killing of {killed: a young herder}. " + SHOT, "killing"),
        ("Gunmen shot {killed: two tappers}. After the murder of {killed: the two tappers} shops closed.", "murder"),
        (
            "Gunmen shot {killed: the director}. In answer to the assassination of {killed: the director} all closed.",
            "assassination",
        ),
    ],
)
def test_the_noun_is_a_telling_of_the_act(marked: str, noun: str) -> None:
    """The act keeps its own trigger and rows."""
    document, claims = _claims(marked, noun)
    (act,) = join_told_again(document, claims)
    assert act.trigger.quote == "shot"
    assert [quote.quote for quote in act.retellings] == [noun]
    assert len(act.harm) == 1


@pytest.mark.parametrize(
    ("marked", "noun"),
    [
        ("Stones flew after another killing of {killed: a young herder}. " + SHOT, "killing"),
        ("Stones flew after the second killing of {killed: a young herder}. " + SHOT, "killing"),
        ("Stones flew after the killing of {killed: a young trader}. " + SHOT, "killing"),
        ("Stones flew after the killing of {killed: two young herders}. " + SHOT, "killing"),
        ("Stones flew after the killing of {killed: a man}. Soldiers shot {killed: a man} on Sunday.", "killing"),
        ("After the killing of {killed: a young herder} soldiers shot {killed: a young herder}.", "killing"),
    ],
)
def test_others_stay_apart(marked: str, noun: str) -> None:
    """Another act, other people, words that fit anybody, or one sentence that tells of both."""
    document, claims = _claims(marked, noun)
    assert join_told_again(document, claims) == claims


def test_a_noun_with_a_day_of_its_own_and_what_people_say_stay() -> None:
    """The day may be another one; a claim without a score is somebody's word."""
    document, (noun, act) = _claims("Stones flew after the killing of {killed: a young herder}. " + SHOT, "killing")
    day = DateWindow(earliest=date(2024, 3, 4), latest=date(2024, 3, 4), precision="day")
    dated = replace(noun, when=Slot(raw="Monday", value=day, evidence=(noun.trigger,)))
    for claims in ([dated, act], [replace(noun, score=None), act], [noun, replace(act, score=None)], [noun, act, act]):
        assert join_told_again(document, claims) == claims
