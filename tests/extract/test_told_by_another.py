"""The dead of a claim that only a retelling tells."""

from __future__ import annotations

import pytest

from crossread.extract.heads import Mention
from crossread.extract.retelling import Link, Telling
from crossread.extract.told_by_another import SCORE, told_by_another

TEXT = "Police shot dead nine people in Bria. They fired live rounds."


def _mention(words: str, category: str, *, score: float = 0.9, kind: str = "", scope: str = "incident") -> Mention:
    start = TEXT.index(words)
    classes = {"type": {kind: 0.9, "riot": 0.1}, "scope": {scope: 0.9}} if kind else {}
    place = {"first": start, "last": start, "start": start, "end": start + len(words), "sentence": 0}
    return Mention(category=category, score=score, classes=classes, **place)


DEAD = _mention("nine people", "harm")


def _lead(*links: Link, scope: str = "incident") -> Telling:
    return Telling(trigger=_mention("fired", "trigger", kind="crackdown", scope=scope), links=links, passage=0, index=0)


def _again(*, p: float = 0.99, score: float = 0.9, kind: str = "crackdown") -> Telling:
    links: tuple[Link, ...] = (("harm", DEAD, p),)
    return Telling(trigger=_mention("shot dead", "trigger", score=score, kind=kind), links=links, passage=0, index=1)


def test_a_sure_retelling_tells_the_dead() -> None:
    """As far as the claim has none."""
    assert told_by_another([_lead(), _again()], [], 0.45) == (("harm", DEAD, SCORE),)
    assert told_by_another([_lead(), _again()], [("harm", DEAD, 0.2)], 0.45) == (("harm", DEAD, SCORE),)
    assert told_by_another([_lead(), _again()], [("harm", DEAD, 0.5)], 0.45) == ()


@pytest.mark.parametrize(
    ("lead", "again"),
    [
        (_lead(("harm", DEAD, 0.4)), _again()),
        (_lead(scope="aggregate"), _again()),
        (_lead(), _again(p=0.9)),
        (_lead(), _again(score=0.7)),
        (_lead(), _again(kind="killing")),
    ],
)
def test_what_may_be_of_another_act(lead: Telling, again: Telling) -> None:
    """A claim with harm of its own, a total, and what is less sure or of another type."""
    assert told_by_another([lead, again], [], 0.45) == ()
