"""An army or an armed group that publishes a report itself counts its enemy's losses in it: its own word, and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.records import Claim, Harm

_STATES = ("state_forces", "foreign_forces", "police")
_GROUPS = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
# Names under which states' forces publish that no registry lists; police count suspects, and are left out.
_MILITARY = re.compile(
    r"\b(?:army|armed forces|military|ministry of (?:national )?defen[cs]e|defen[cs]e ministry|general staff|air force|navy"
    r"|defen[cs]e forces?|inter-services public relations|ISPR)\b",
    re.IGNORECASE,
)
_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|mercenar(?:y|ies)|invaders?|occupiers?|infidels?|apostates?|crusaders?)\b", re.IGNORECASE
)
_OURS = re.compile(r"\b(?:our|we|(?-i:us)|friendly)\b", re.IGNORECASE)  # not "US"


def boasting_source(claim: Claim, source: str | None, rows: Sequence[Harm]) -> str | None:
    """The party that published the report, if all these rows count its enemy; None for its own men, civilians, and others."""
    if not source or not rows:
        return None
    entry = choose_entry(ActorRegistry.load().publishers(source))
    kind = entry.type if entry is not None else "state_forces" if _MILITARY.search(source) else None
    if kind not in (*_STATES, "rebel_group", "political_militia") or kind == "police":
        return None
    enemies = _GROUPS if kind in _STATES else _STATES
    if not all(_is_enemy(claim, row, enemies) for row in rows):
        return None
    return entry.name if entry is not None else source


def _is_enemy(claim: Claim, row: Harm, enemies: Sequence[str]) -> bool:
    words = f"{row.raw} {row.group or ''}"
    if row.group is None or _OURS.search(words):
        return False
    if row.group_type in enemies or _ENEMY.search(words):
        return True
    # "Up to 40 servicemen of the enemy": the words that tell whose they are stand with the victims.
    hurt = [actor.raw for actor in claim.actors if actor.role == "victim" and actor.type == row.group_type]
    return bool(hurt) and all(_ENEMY.search(raw) for raw in hurt)
