"""Who owns or keeps what was hit: in "a depot the rebels keep was bombed" they are no doers, the blow was aimed at them."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, Evidence

_OF_WHICH = re.compile(r",?\s+(?:(?:in\s+|on\s+)?(?:that|which|where|whose)\s+)?")
_KEEPS = re.compile(
    r"(?:,?\s+(?:had|has|have|still|now|also|allegedly|reportedly)){0,2}\s+"
    r"(?:keeps?|kept|holds?|held|owns?|owned|runs?|ran|occup(?:y|ies|ied)|controls?|controlled|stores?|stored|guard(?:s|ed)?"
    r"|operate[sd]?|maintain(?:s|ed)?)\b",
    re.IGNORECASE,
)
_HELD = ("abduction", "detention", "territorial_change")  # whose doers do keep and hold
_DOING = ("perpetrator", "accused", "side_a")


def with_owners(document: Document, claim: Claim) -> Claim:
    """The claim with those as targets whom a relative clause behind a target tells to keep, hold or run it.

    Of 9 hand-coded actors told so all are targets; those who "held" captives are doers. What people and data sets say stays.
    """
    if claim.score is None or claim.type in _HELD:
        return claim
    things = [quote for actor in claim.actors if actor.role == "target" for quote in actor.evidence]

    def of(actor: Actor) -> Actor:
        doing = actor.role in _DOING and actor.score is not None and bool(actor.evidence)
        owns = doing and all(_keeps(document.text, claim, quote, things) for quote in actor.evidence)
        return replace(actor, role="target") if owns else actor

    actors = tuple(of(actor) for actor in claim.actors)
    return claim if actors == claim.actors else replace(claim, actors=actors)


def _keeps(text: str, claim: Claim, quote: Evidence, things: list[Evidence]) -> bool:
    keeps = _KEEPS.match(text, quote.span.end)
    if keeps is None or claim.trigger.span.start in range(quote.span.end, keeps.end()):
        return False
    return any(_OF_WHICH.fullmatch(text, thing.span.end, quote.span.start) for thing in things)
