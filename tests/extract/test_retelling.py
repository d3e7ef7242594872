"""Whether a trigger tells a claim again: below the floor nobody asks how far below."""

from __future__ import annotations

import numpy as np
import pytest

from crossread.extract.cuts import Cut, Cuts
from crossread.extract.heads import Mention, Reading
from crossread.extract.passages import Passage
from crossread.extract.retelling import Heard, Telling, retells

TEXT = "Gunmen attacked Labbezanga on Monday. The attack left ten soldiers dead."
MERGE = dict.fromkeys(
    ("type", "where_same", "where_differs", "when_same", "when_differs", "harm_same", "all_same", "across"), 0.0
)


def _telling(words: str, index: int) -> Telling:
    start = TEXT.index(words)
    classes = {"type": {"killing": 1.0}, "scope": {"incident": 0.9}}
    place = {"first": index, "last": index, "start": start, "end": start + len(words), "sentence": index}
    trigger = Mention(category="trigger", score=0.9, classes=classes, **place)
    return Telling(trigger=trigger, links=(), passage=0, index=index)


FIRST, SECOND = _telling("attacked", 0), _telling("attack left", 1)


def _heard(same: float, cuts: Cuts | None = None) -> Heard:
    nothing = np.zeros(2, dtype=np.int64)
    passage = Passage(
        document_id="doc_1",
        ids=nothing,
        starts=nothing,
        ends=nothing,
        sentences=nothing,
        owned=nothing > 0,
        pieces=nothing > 0,
        body_from=0,
    )
    told, pair = (FIRST.trigger, SECOND.trigger), np.full((2, 2), same, dtype=np.float32)
    reading = Reading(passage=passage, triggers=told, mentions=(), links=np.zeros((2, 0, 1), dtype=np.float32), same=pair)
    return Heard(readings=(reading,), across={}, cuts=cuts or Cuts())


def test_a_probability_over_the_floor_is_told_as_it_is() -> None:
    for floor in (0.0, 0.1, 0.19):
        assert retells(SECOND, [FIRST], _heard(0.2), TEXT, MERGE, floor=floor) == pytest.approx(0.2)


def test_below_the_floor_there_is_none() -> None:
    assert retells(SECOND, [FIRST], _heard(0.2), TEXT, MERGE, floor=0.21) == 0.0


def test_what_a_cut_parts_is_never_told_again() -> None:
    cut = Cut(start=0, at=TEXT.index("The attack"), end=len(TEXT))
    assert retells(SECOND, [FIRST], _heard(0.99, Cuts([cut])), TEXT, MERGE) == 0.0
    assert Cuts([cut]).beyond(0, {5, 50}) == {50}
    assert Cuts().beyond(0, {5, 50}) == set()
