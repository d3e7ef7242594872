"""Force at a protest and the protest, told in one sentence, are two claims."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.retelling import Link, Telling, tells_force_at_protest

TEXT = "Police shot dead nine people as thousands marched on Monday."


def _mention(words: str, category: str, *, sentence: int = 0, kind: str = "") -> Mention:
    start = TEXT.index(words)
    classes = {"type": {kind: 0.9, "riot": 0.1}} if kind else {}
    place = {"first": start, "last": start, "start": start, "end": start + len(words), "sentence": sentence}
    return Mention(category=category, score=0.9, classes=classes, **place)


POLICE, CROWD, DEAD = _mention("Police", "actor"), _mention("thousands", "actor"), _mention("nine people", "harm")


def _force(*, sentence: int = 0, kind: str = "crackdown", harm: float = 0.9) -> Telling:
    links: tuple[Link, ...] = (("perpetrator", POLICE, 0.9), ("harm", DEAD, harm))
    return Telling(trigger=_mention("shot dead", "trigger", sentence=sentence, kind=kind), links=links, passage=0, index=0)


def _protest(*links: Link) -> Telling:
    return Telling(trigger=_mention("marched", "trigger", kind="protest"), links=links, passage=0, index=1)


MARCH = _protest(("perpetrator", CROWD, 0.9))


def test_force_with_its_dead_and_a_crowd_with_its_own_verb() -> None:
    """Only this way round."""
    assert tells_force_at_protest(_force(), MARCH)
    assert not tells_force_at_protest(MARCH, _force())


@pytest.mark.parametrize(
    ("force", "protest"),
    [
        (_force(sentence=1), MARCH),
        (_force(kind="killing"), MARCH),
        (_force(harm=0.2), MARCH),
        (_force(), _protest()),
        (_force(), _protest(("perpetrator", CROWD, 0.9), ("harm", DEAD, 0.9))),
        (_force(), _protest(("perpetrator", POLICE, 0.9))),
    ],
)
def test_what_may_be_one_claim(force: Telling, protest: Telling) -> None:
    """Another sentence, no force at a protest, nobody hurt, no crowd of its own, the same dead, the same doers."""
    assert not tells_force_at_protest(force, protest)
