"""The answer of the actor resolver."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.records import Actor

SUFFERING = frozenset({"victim", "target", "bystander"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """What the words give: `name` None where they name nobody, `type` a codebook actor type, `score` the share of such mentions
    that are typed right. Flags: `anachronism`, `elsewhere`, `ambiguous_name`, `from_context`, `encoder_type`."""

    name: str | None
    type: str
    registry_id: str | None = None
    flags: tuple[str, ...] = ()
    score: float = 0.0


def once_by_place(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors, each in a role once by the words at one place of the report."""
    kept: dict[tuple[str, object], Actor] = {}
    for actor in actors:
        kept.setdefault((actor.role, actor.evidence[0].span if actor.evidence else actor.raw), actor)
    return tuple(kept.values())
