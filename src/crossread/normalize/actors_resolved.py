"""The answer of the actor resolver."""

from __future__ import annotations

from dataclasses import dataclass

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
