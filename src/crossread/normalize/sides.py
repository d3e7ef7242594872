"""Roles in a fight: it has two sides and no perpetrator."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.actors.ours import ARMED
from crossread.records import Actor, Claim, Document

_BODIES = (*ARMED, "unidentified_armed_group", "rioters", "protesters")
_VERSUS = re.compile(r"(?P<one>\S.*?)\s+(?:v|vs|versus)\b\.?\s+(?P<other>\S.*)", re.IGNORECASE)


def split_versus(document: Document, claim: Claim) -> Claim:
    """The claim with the two sides of "SPLA v. SPLA-IO", which a chronology writes in one breath; others stay as they are."""
    actors: list[Actor] = []
    for actor in claim.actors:
        match = _VERSUS.fullmatch(actor.raw) if actor.score is not None and actor.evidence else None
        if match is None or document.text[actor.evidence[0].span.start :][: len(actor.raw)] != actor.raw:
            actors.append(actor)
            continue
        start = actor.evidence[0].span.start
        for name, role in (("one", "side_a"), ("other", "side_b")):
            evidence = document.quote(start + match.start(name), start + match.end(name))
            actors.append(replace(actor, role=role, raw=evidence.quote, evidence=(evidence,)))
    kept = {(actor.role, actor.raw): actor for actor in reversed(actors)}
    return claim if len(actors) == len(claim.actors) else replace(claim, actors=tuple(reversed(kept.values())))


def with_two_sides(claim: Claim) -> Claim:
    """The claim of a clash with its sides for who is read as perpetrator, or as armed target, where that side is open.

    Of 153 hand-coded clashes none has a perpetrator, and one has a second side without a first. Other claims, and actors
    without a score, which people and data sets give, stay as they are.
    """
    if claim.type != "armed_clash" or claim.score is None:
        return claim
    actors = list(claim.actors)
    for role, open_side in (("perpetrator", "side_a"), ("perpetrator", "side_b"), ("target", "side_b"), ("side_b", "side_a")):
        if role == "side_b" and len({a.name or a.raw for a in actors if a.role == "side_b"}) > 1:
            continue
        if any(a.role == open_side for a in actors):
            continue
        at = next((i for i, a in enumerate(actors) if _may_be(a, role)), None)
        if at is not None:
            actors[at] = replace(actors[at], role=open_side)
    sides = {a.raw for a in actors if a.role in ("side_a", "side_b")}
    kept = tuple(a for a in actors if a.score is None or a.role != "target" or a.raw not in sides)
    return replace(claim, actors=kept)


def _may_be(actor: Actor, role: str) -> bool:
    return actor.role == role and actor.score is not None and (role != "target" or actor.type in _BODIES)
