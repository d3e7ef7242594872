"""Who "our forces" are: in a party's own statement they did what it tells, also where the extractor marks no doer."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.normalize.date_anchors import sentence_around
from crossread.records import Actor, Claim, Document

ARMED = ("rebel_group", "political_militia", "communal_militia", "state_forces", "foreign_forces", "police")
_DOING = ("perpetrator", "claimant", "side_a")
_FIGHTING = ("armed_clash", "armed_attack", "killing", "bombing", "shelling", "air_strike", "abduction", "arson", "destruction")
_OURS = re.compile(
    r"\bour (?:[\w-]+ ){0,3}?(?:forces|fighters|mujahid(?:ee|i)n|men|heroes|lions|knights|troops|units?|brothers|soldiers"
    r"|comrades|guerrillas|battalions?|brigades?)\b|\bwe\b",
    re.IGNORECASE,
)


def with_own_forces(document: Document, claim: Claim) -> Claim:
    """The claim with "our valiant forces" as its doer, in a statement of an armed actor of the registry that tells no other.

    They stand in the sentence of the telling, before it. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _FIGHTING or any(actor.role in _DOING for actor in claim.actors):
        return claim
    entry = choose_entry(ActorRegistry.load().bearers(document.source or ""), day=document.published)
    if entry is None or entry.type not in ARMED:
        return claim
    before, _ = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    told = list(_OURS.finditer(before))
    if not told:
        return claim
    start = claim.trigger.span.start - len(before) + told[-1].start()
    quote = document.quote(start, start + len(told[-1].group()))
    role = "side_a" if any(actor.role == "side_b" for actor in claim.actors) else "perpetrator"
    if any(actor.evidence[:1] == (quote,) for actor in claim.actors):
        return claim
    ours = Actor(role=role, raw=quote.quote, name=None, type=entry.type, evidence=(quote,), score=claim.score)
    return replace(claim, actors=(*claim.actors, ours))
