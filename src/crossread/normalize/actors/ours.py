"""Who "our forces" and "the enemy" are: in a party's own statement "ours" did what it tells, marked as doer or not."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.normalize.actors.own_deeds import governs
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.parts import share_group
from crossread.records import Actor, Claim, Document, Evidence

ARMED = ("rebel_group", "political_militia", "communal_militia", "state_forces", "foreign_forces", "police")
_DOING = ("perpetrator", "claimant", "side_a")
_FIGHTING = ("armed_clash", "armed_attack", "killing", "bombing", "shelling", "air_strike", "abduction", "arson", "destruction")
_OURS = re.compile(
    r"\bour (?:[\w-]+ ){0,3}?(?:forces|fighters|mujahid(?:ee|i)n|men|heroes|lions|knights|troops|units?|brothers|soldiers"
    r"|comrades|guerrillas|battalions?|brigades?)\b|\bwe\b",
    re.IGNORECASE,
)
_OUR_DOER = re.compile(
    r"our\s+(?!(?:people|residents|villag|civilian|children|neighbou?r|partner|allies|correspondent|reporter))", re.IGNORECASE
)
_OUR_MEN = re.compile(
    r"\bour (?:[\w-]+ ){0,3}?(?:fighters|mujahid(?:ee|i)ns?|men|heroes|lions|knights|troops|brothers|soldiers|comrades"
    r"|guerrillas|martyrs?|sons|forces)\b",
    re.IGNORECASE,
)
_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|(?:infidel|apostate|crusader|puppet|mercenary)\s+(?:soldiers|troops|forces))\b", re.IGNORECASE
)
LONGEST_OURS = 30  # characters of "our valiant" before the words of a row


def with_sides_of_own_words(document: Document, claim: Claim) -> Claim:
    """The claim, in which "our men" attacked, with "our comrades" among its victims of their kind, "enemies" of the other.

    The other kind is that of those attacked; where the claim tells none, "enemies" keep theirs. Rows without a score stay.
    """
    doer = next((a for a in claim.actors if a.role in (*_DOING, "side_b") and _OUR_DOER.match(a.raw) and a.type in ARMED), None)
    if claim.score is None or doer is None:
        return claim
    others = [a.type for a in claim.actors if a.role in ("target", "side_a", "side_b") and a is not doer and a.type in ARMED]
    foe = next((kind for kind in others if kind != doer.type), None)

    def kind(raw: str, evidence: tuple[Evidence, ...], told: str) -> str:
        start = evidence[0].span.start if evidence else 0
        before = document.text[max(0, start - LONGEST_OURS) : start] if evidence else ""
        ours = next((m for m in _OUR_MEN.finditer(before + raw) if m.end() > len(before)), None)
        return doer.type if ours else foe if foe and _ENEMY.search(raw) else told

    actors = tuple(
        replace(a, type=kind(a.raw, a.evidence, a.type))
        if a.role == "victim" and a.score is not None and not a.registry_id
        else a
        for a in claim.actors
    )
    harm = tuple(
        replace(row, group_type=kind(row.raw, row.evidence, row.group_type)) if row.score is not None else row
        for row in claim.harm
    )
    return replace(claim, actors=actors, harm=share_group(document.text, harm) if harm != claim.harm else harm)


def with_own_forces(document: Document, claim: Claim) -> Claim:
    """The claim with "our valiant forces" as its doer, in a statement of an armed actor of the registry that tells no other.

    They stand in the sentence of the telling, before it, and are its subject (`governs`). What people and data sets
    say (no score) stays.
    """
    if claim.score is None or claim.type not in _FIGHTING or claim.stance == "denied":
        return claim
    if any(actor.role in _DOING for actor in claim.actors):
        return claim
    entry = choose_entry(ActorRegistry.load().publishers(document.source or ""), day=document.published)
    if entry is None or entry.type not in ARMED:
        return claim
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    marks = reversed(list(_OURS.finditer(before)))
    told = next((match for match in marks if governs(before[match.end() :], claim.trigger.quote, after)), None)
    if told is None:
        return claim
    start = claim.trigger.span.start - len(before) + told.start()
    quote = document.quote(start, start + len(told.group()))
    role = "side_a" if any(actor.role == "side_b" for actor in claim.actors) else "perpetrator"
    if any(actor.evidence[:1] == (quote,) for actor in claim.actors):
        return claim
    ours = Actor(role=role, raw=quote.quote, name=None, type=entry.type, evidence=(quote,), score=claim.score)
    return replace(claim, actors=(*claim.actors, ours))
