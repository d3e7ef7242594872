"""Whose vehicle hits a mine was its target: "a vehicle of the Rwandan forces hit a landmine" tells no doer.

Of 49 hand-coded parties and things told so before "hit", "struck" or "ran over" a mine or a bomb 40 are targets, nine victims,
and none did it.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document

_OVER_A_MINE = re.compile(
    r"(?:['’]s?)?(?:\s+(?:military|army|patrol|armoured|armored|supply))*(?:\s+(?:vehicles?|convoys?|patrols?|trucks?|cars?|lorr(?:y|ies)|tanks?|jeeps?))?"
    r"(?:\s+(?:had|has|have|also|later))*\s+(?:hit|hits|struck|strikes|ran\s+over|runs\s+over|drove\s+over|drives\s+over|rolled\s+over|stepped\s+on)"
    r"\s+(?:an?|the|another)\s+(?:(?!(?:near|at|in|of|with|by|on|and)\b)[\w-]+\s+){0,3}?"
    r"(?:mine|landmine|IED|explosive\s+device|roadside\s+bomb|bomb)\b(?!\s+(?:factor|depot|maker|shelter|site)\w*)",
    re.IGNORECASE,
)


def settle_over_mines(document: Document, claim: Claim) -> Claim:
    """The claim with such a doer as its target, and the unnamed soldiers of that sentence as his, where he came from abroad.

    What people and data sets say stays (no score).
    """
    if claim.score is None or claim.type != "bombing":
        return claim
    hit = [actor for actor in claim.actors if actor.role == "perpetrator" and _is_over_mine(document.text, actor)]
    if not hit:
        return claim
    actors = tuple(
        replace(actor, role="target") if actor in hit else _as_theirs(document, actor, hit[0]) for actor in claim.actors
    )
    return replace(claim, actors=actors)


def _is_over_mine(text: str, actor: Actor) -> bool:
    told = actor.score is not None and bool(actor.evidence)
    return told and all(_OVER_A_MINE.match(text, quote.span.end) for quote in actor.evidence)


def _as_theirs(document: Document, actor: Actor, hit: Actor) -> Actor:
    """A soldier hurt in the sentence that tells it, as one of the foreign force whose vehicle it was."""
    unnamed = actor.role == "victim" and actor.score is not None and actor.name is None and actor.type == "state_forces"
    if not unnamed or hit.type != "foreign_forces" or not actor.evidence:
        return actor
    own = (sentence_at(document.text, quote.span.start) for quote in (hit.evidence[0], actor.evidence[0]))
    return replace(actor, name=hit.name, type=hit.type, registry_id=hit.registry_id) if len(set(own)) == 1 else actor
