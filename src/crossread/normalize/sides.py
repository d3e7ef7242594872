"""Roles in a fight: it has two sides and no perpetrator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.ours import ARMED
from crossread.records import Actor, Claim, Document, with_values
from crossread.records.roles import SIDE_ROLES, SUFFERER_ROLES

_BODIES = (*ARMED, "unidentified_armed_group", "rioters", "protesters")
_VERSUS = re.compile(r"(?P<one>\S.*?)\s+(?:v|vs|versus)\b\.?\s+(?P<other>\S.*)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:[\w'’-]+\s+){0,6}$", re.IGNORECASE)
LEAD = 60  # characters before a side in which "between" stands
_STATE = frozenset({"state_forces", "police", "foreign_forces"})
_FROM_SIDES, _TO_SIDES = {"side_a": "perpetrator", "side_b": "target"}, {"perpetrator": "side_a"}
_REBELS = frozenset({"rebel_group", "unidentified_armed_group"})


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


def with_two_sides(document: Document, claim: Claim) -> Claim:
    """The claim of a clash with its sides for who is read as perpetrator, or as armed target, where that side is open.

    Of 153 hand-coded clashes none has a perpetrator, and one has a second side without a first. Actors without a score, which
    people and data sets give, stay as they are. For other claims see `_in_plain_roles`.
    """
    if claim.score is None:
        return claim
    if claim.type != "armed_clash":
        return _in_plain_roles(document, claim)
    actors = list(claim.actors)
    for role, open_side in (("perpetrator", "side_a"), ("perpetrator", "side_b"), ("target", "side_b"), ("side_b", "side_a")):
        if role == "side_b" and len({a.name or a.raw for a in actors if a.role == "side_b"}) > 1:
            continue
        if any(a.role == open_side for a in actors):
            continue
        at = next((i for i, a in enumerate(actors) if _may_be(a, role)), None)
        if at is not None:
            actors[at] = replace(actors[at], role=open_side)
    actors = _enemies_apart(actors)
    sides = {a.raw for a in actors if a.role in SIDE_ROLES}
    kept = tuple(a for a in actors if a.score is None or a.role != "target" or a.raw not in sides)
    return with_values(claim, actors=kept)


def _in_plain_roles(document: Document, claim: Claim) -> Claim:
    """The claim with its doer and target for the two sides of a fight or an agreement, or the other way round.

    Of the coded claims of riots told as clashes "between" two, four of nine have both as doers, the others keep sides or one
    doer; one of 189 actors of coded agreements is a perpetrator. The order of words does not tell who attacked: the sides of
    a clash "between" them are both doers. Who was killed or hurt there is none. Those who freed others stay: by force it was
    no agreement.
    """
    agreed = claim.type == "agreement"
    roles = _TO_SIDES if agreed else _FROM_SIDES
    sides = [a for a in claim.actors if a.role in roles and a.score is not None]
    if claim.trigger.quote.lower().startswith("free") or not sides:
        return claim
    if not agreed and any(_is_between(document, a) for a in sides):
        roles = dict.fromkeys(SIDE_ROLES, "perpetrator")
        both = {a.raw for a in sides}
        rest = [a for a in claim.actors if a.score is None or a.role != "target" or a.raw not in both]
    else:
        rest = list(claim.actors)
    hurt = [] if agreed else [a for a in claim.actors if a.role in SUFFERER_ROLES and a.role != "target"]
    rest = [a for a in rest if a not in sides or not any(_is_same(a, other) for other in hurt)]
    told = {(a.role, a.raw) for a in rest}
    plain = ((a, replace(a, role=roles[a.role]) if a in sides else a) for a in rest)
    return replace(claim, actors=tuple(now for was, now in plain if now is was or (now.role, now.raw) not in told))


def _is_between(document: Document, actor: Actor) -> bool:
    """True where the actor is told right behind "between"."""
    start = actor.evidence[0].span.start if actor.evidence else 0
    return _BETWEEN.search(document.text[max(0, start - LEAD) : start]) is not None


def _is_same(actor: Actor, other: Actor) -> bool:
    """True for two rows of the same words."""
    return actor.raw == other.raw or any(a.span.overlaps(b.span) for a in actor.evidence for b in other.evidence)


def _enemies_apart(actors: Sequence[Actor]) -> list[Actor]:
    """The actors with a state's men and nameless rebels or gunmen on different sides.

    None of 153 hand-coded clashes has both on one side, where a state fights beside militias or a named group. Who stands
    with the enemy goes to the side of his like; on one side alone, who is told first is the first.
    """
    sides = {role: [a for a in actors if a.role == role] for role in SIDE_ROLES}
    for role, other in (("side_a", "side_b"), ("side_b", "side_a")):
        forces, rebels = _state_men(sides[role], sides[other]), [a for a in sides[role] if a.type in _REBELS]
        if not forces or not rebels:
            continue
        if not sides[other]:
            first, second = sorted((forces, rebels), key=_place)
            return _moved(_moved(actors, first, "side_a"), second, "side_b")
        kinds = {a.type for a in sides[other]}
        if kinds & _REBELS and not kinds & _STATE:
            return _moved(actors, [a for a in rebels if a.registry_id is None], other)
        if not kinds & _REBELS:
            return _moved(actors, forces, other)
    return list(actors)


def _state_men(side: Sequence[Actor], other: Sequence[Actor]) -> list[Actor]:
    """A state's men on a side; foreign ones only where nobody stands on the other: they may have come with the rebels."""
    return [a for a in side if a.type in ("state_forces", "police") or (not other and a.type == "foreign_forces")]


def _place(actors: Sequence[Actor]) -> int:
    return min((a.evidence[0].span.start for a in actors if a.evidence), default=0)


def _moved(actors: Sequence[Actor], who: Sequence[Actor], role: str) -> list[Actor]:
    return [replace(a, role=role) if a in who and a.score is not None else a for a in actors]


def _may_be(actor: Actor, role: str) -> bool:
    return actor.role == role and actor.score is not None and (role != "target" or actor.type in _BODIES)
