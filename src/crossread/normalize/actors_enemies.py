"""What a rebel group's own statement calls those it fights: "22 puppets" are a state's men, and "two Mujahideen" its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.normalize.harm_words import head_of
from crossread.records import Actor, Claim, Document, Harm

# Words by which a group's statement speaks of a state's forces, and which name nobody else there.
_CALLED = re.compile(
    r"\b(?:puppets?|hirelings?|lackeys?|stooges?|apostates?|murtad(?:d?een|s)?|mercenar(?:y|ies)|crusaders?|invaders?|occupiers?)\b",
    re.IGNORECASE,
)
_DOING = ("perpetrator", "claimant", "side_a")
_OPEN = ("rebel_group", "civilians", "unknown", "unidentified_armed_group", "political_militia")


def with_enemies_called(document: Document, claim: Claim) -> Claim:
    """The claim of a rebel group's own statement with its enemies as a state's forces, and its own dead as no part of theirs.

    Only where the statement is by the doer himself, by the registry; what people and data sets say (no score) stays.
    """
    doers = [actor for actor in claim.actors if actor.role in _DOING and actor.type == "rebel_group"]
    if claim.score is None or not any(actor.registry_id for actor in doers):
        return claim
    entry = choose_entry(ActorRegistry.load().publishers(document.source or ""), day=document.published)
    if entry is None or not any(actor.registry_id == entry.id for actor in doers):
        return claim
    actors = tuple(_as_enemy(actor) for actor in claim.actors)
    harm: list[Harm] = []
    for row in claim.harm:  # "22 puppets were killed, 6 others wounded"
        last = next((other.raw for other in reversed(harm) if other.part_of is None), "")
        follows = _CALLED.search(last) is not None and head_of(row) in ("", "others", "more")
        harm.append(_as_hurt(row, follows=follows))
    own = {word for actor in doers for word in re.findall(r"[a-z]{4,}", actor.raw.lower())}
    return replace(claim, actors=actors, harm=tuple(_apart(row, harm, own) for row in harm))


def _as_enemy(actor: Actor) -> Actor:
    called = actor.score is not None and not actor.registry_id and actor.role in ("victim", "target", "side_b")
    return replace(actor, type="state_forces") if called and actor.type in _OPEN and _CALLED.search(actor.raw) else actor


def _as_hurt(row: Harm, *, follows: bool) -> Harm:
    called = row.score is not None and row.group_type in _OPEN and (follows or _CALLED.search(row.raw))
    return replace(row, group_type="state_forces") if called else row


def _apart(row: Harm, rows: Sequence[Harm], own: set[str]) -> Harm:
    """The group's own dead as a row of their own: "Two Mujahideen embraced martyrdom" is no part of 22 enemies."""
    if row.part_of is None or row.score is None or head_of(row) not in own or head_of(rows[row.part_of]) in own:
        return row
    return replace(row, part_of=None)
