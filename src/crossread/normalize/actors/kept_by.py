"""A thing with whose it is: "a base run by the movement was attacked" names one target, and no doer.

Of some 60 hand-coded targets with "used by", "owned by", "belonging to" and the like right behind them none has the keeper for
its attacker, four have him as a target besides; most hold his name in their own words.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, Evidence

_PARTICIPLE = (
    r"(?:owned|run|operated|used|kept|manned|controlled|occupied|guarded|maintained|staffed|frequented|held|defended|garrisoned"
    r"|rented|built)"
)
_BY = re.compile(
    rf"\s+(?:(?:formerly|previously|jointly)\s+)?(?:{_PARTICIPLE}\s+by|belonging\s+to)\s+(?:the\s+|an?\s+)?", re.IGNORECASE
)
_CUT = re.compile(rf"\s(?:{_PARTICIPLE}(?:\s+by)?|belonging(?:\s+to)?)$", re.IGNORECASE)
_OWNER_NEXT = re.compile(r"\s+(?:(?:by|to)\s+)?(?:the\s+|an?\s+)?", re.IGNORECASE)
_WITHIN = re.compile(rf"\s(?:{_PARTICIPLE}\s+by|belonging\s+to)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_HELD = ("abduction", "detention", "territorial_change", "agreement")  # who holds and runs is their doer
_ROLES = ("perpetrator", "accused", "side_a", "side_b", "target")


def with_whole_sites(document: Document, claim: Claim) -> Claim:
    """The claim whose things have their keepers in their words, and no keeper who is told nowhere else.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type in _HELD:
        return claim
    actors, kept = list(claim.actors), set[Evidence]()
    for at, thing in enumerate(actors):
        if thing.role != "target" or thing.type != "object" or thing.score is None or not thing.evidence:
            continue
        owner = next(
            (quote for one in actors if _may_keep(one) for quote in one.evidence if _is_of(document.text, thing, quote)), None
        )
        if owner is None:
            continue
        kept.add(owner)
        first = thing.evidence[0]
        if owner.span.end > first.span.end:
            whole = document.quote(first.span.start, owner.span.end)
            actors[at] = replace(thing, raw=whole.quote, evidence=(whole, *thing.evidence[1:]))
    return replace(claim, actors=tuple(a for a in actors if not (_may_keep(a) and set(a.evidence) <= kept))) if kept else claim


def _may_keep(actor: Actor) -> bool:
    return actor.role in _ROLES and actor.type != "object" and actor.score is not None and bool(actor.evidence)


def _is_of(text: str, thing: Actor, owner: Evidence) -> bool:
    """True for the "M23" right behind "a base run by", or within it."""
    span, start = thing.evidence[0].span, owner.span.start
    if span.start < start < span.end:
        return owner.span.end <= span.end and _WITHIN.search(text, span.start, start) is not None
    if start < span.end:
        return False
    cut = _CUT.search(text, span.start, span.end) is not None and _OWNER_NEXT.fullmatch(text, span.end, start) is not None
    return cut or _BY.fullmatch(text, span.end, start) is not None
