"""Doers who become accused: of what somebody denies, or hears said, nobody is known to have done it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread.records import Actor
from crossread.records.roles import UNDISPUTED_DOERS


def as_accused(actor: Actor) -> Actor:
    """A doer as accused; other rows, and what people and data sets say (no score), as they are."""
    return replace(actor, role="accused") if actor.role in UNDISPUTED_DOERS and actor.score is not None else actor


def once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors, each in a role once by the same words: who is accused twice is one row."""
    kept: dict[tuple[str, str], Actor] = {}
    for actor in actors:
        kept.setdefault((actor.role, actor.raw.lower()), actor)
    return tuple(kept.values())
