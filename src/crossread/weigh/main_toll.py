"""What an incident did where its dead do not tell it: 187 abducted beside one killed, 12 injured beside none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crossread.codebook import load_codebook
from crossread.records import Toll
from crossread.weigh.policies import is_only_claimed
from crossread.weigh.summary import say_figure

KILLED, ABDUCTED = "killed", "abducted"
CLAIMED = "claimed"  # behind a number that rests on the word of a party about its enemy's losses alone


def main_toll(tolls: Sequence[Toll], beside: Collection[str] = (KILLED,)) -> Toll | None:
    """The toll to name beside those that have a column of their own (`beside`); None where these tell the main thing.

    It is named where more were abducted than killed, and where nobody of `beside` came to harm.
    """
    harmed = [toll for toll in tolls if toll.count.high != 0]
    dead = max((_most(toll) for toll in harmed if toll.effect == KILLED), default=0)
    taken = next((toll for toll in harmed if toll.effect == ABDUCTED and _most(toll) > dead), None)
    if taken is not None:
        return None if ABDUCTED in beside else taken
    if any(toll.effect in beside for toll in harmed):
        return None
    return next(iter(harmed), None)


def say_toll_of(toll: Toll, policy: str, *, named: bool = True) -> str:
    """`10 killed (6–11)`, `40 killed (claimed)`: a toll as every view says it; without its effect where a column names that."""
    said = say_figure(toll, load_codebook().label("effect", toll.effect) if named else "")
    return f"{said} ({CLAIMED})" if is_only_claimed(toll, policy) else said


def _most(toll: Toll) -> int:
    known = (toll.best, toll.count.high, toll.count.low)
    return next((number for number in known if number is not None), 0)
