"""A telling with its own place and its own number is of another act, whatever the heads take it for."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.retelling import Link, Telling, tells_act_elsewhere

TEXT = "A strike on Shafa killed 25 people. Nine people died in a strike on Douma. In the east 25 died."


def _mention(words: str, category: str, *, score: float = 0.9) -> Mention:
    start = TEXT.index(words)
    place = {"first": start, "last": start, "start": start, "end": start + len(words), "sentence": 0}
    return Mention(category=category, score=score, classes={}, **place)


SHAFA, DOUMA, EAST = (_mention(words, "place") for words in ("Shafa", "Douma", "the east"))
MANY, NINE, AGAIN = (_mention(words, "harm") for words in ("25 people", "Nine people", "25 died"))


def _telling(trigger: str, *links: Link, score: float = 0.9) -> Telling:
    return Telling(trigger=_mention(trigger, "trigger", score=score), links=links, passage=0, index=0)


LEAD = _telling("killed", ("where", SHAFA, 0.9), ("harm", MANY, 0.9))
OTHER = _telling("died", ("where", DOUMA, 0.9), ("harm", NINE, 0.9))


def test_an_act_with_its_own_place_and_number() -> None:
    """Both have to be sure."""
    assert tells_act_elsewhere(TEXT, OTHER, LEAD)


@pytest.mark.parametrize(
    ("telling", "lead"),
    [
        (_telling("died", ("where", DOUMA, 0.9), ("harm", NINE, 0.9), score=0.7), LEAD),
        (_telling("died", ("where", DOUMA, 0.7), ("harm", NINE, 0.9)), LEAD),
        (_telling("died", ("where", DOUMA, 0.9), ("harm", NINE, 0.7)), LEAD),
        (_telling("died", ("where", SHAFA, 0.9), ("harm", NINE, 0.9)), LEAD),
        (_telling("died", ("where", EAST, 0.9), ("harm", NINE, 0.9)), LEAD),
        (_telling("died", ("where", DOUMA, 0.9), ("harm", AGAIN, 0.9)), LEAD),
        (OTHER, _telling("killed", ("where", SHAFA, 0.9))),
        (OTHER, _telling("killed", ("where", SHAFA, 0.9), ("harm", MANY, 0.9), ("harm", NINE, 0.4))),
    ],
)
def test_what_may_be_the_same_act(telling: Telling, lead: Telling) -> None:
    """Unsure, at the same place or one without a name, with the same number, or with one that the other may have."""
    assert not tells_act_elsewhere(TEXT, telling, lead)
