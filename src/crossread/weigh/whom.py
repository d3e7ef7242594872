"""To whom it was done, in the order a reader asks: people before things, and a thing told twice once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread import patterns as re

OBJECT, TARGET = "object", "target"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Somebody or something that it was done to: words, role and kind of actor."""

    words: str
    role: str
    type: str


def order_whom(rows: Iterable[Whom]) -> list[str]:
    """The words, people before things and those who suffered before those aimed at, else as told.

    Of things, one whose words stand in those of another is that other: "market" beside "market of Kossa". People are all
    told: "men" beside "Dogon men" may be others.
    """
    told = sorted(rows, key=lambda row: (row.type == OBJECT, row.role == TARGET))
    things = [row.words for row in told if row.type == OBJECT]
    return list(dict.fromkeys(row.words for row in told if row.type != OBJECT or not _is_told_again(row.words, things)))


def _is_told_again(words: str, things: Iterable[str]) -> bool:
    own = _WORD.findall(words.casefold())
    others = (_WORD.findall(other.casefold()) for other in things if other != words)
    return any(len(told) > len(own) and _holds(told, own) for told in others)


def _holds(told: list[str], own: list[str]) -> bool:
    """True where the words stand side by side in the longer row of words."""
    return any(told[at : at + len(own)] == own for at in range(len(told) - len(own) + 1))
