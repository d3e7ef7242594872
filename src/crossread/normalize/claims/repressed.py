"""A march that is told by its repression was put down: "condemns the violent repression of a march of farmers".

Of five hand-coded "crackdown (suppression) on a protest" that tell the force as a claim all are a `crackdown`, and none has
those who marched for its doers.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, claim_id

_PUT_DOWN = re.compile(
    r"\b(?P<force>repression|suppression|crackdown|dispersal|crushing)\s+(?:of|on|against)\s+(?:(?:an?|the|this|their|[\w’'-]+ing|peaceful|mass)"
    r"\s+){0,3}$",
    re.IGNORECASE,
)
_MARCH = re.compile(
    r"(?:march(?:es)?|demonstrat(?:ions?|ors)|protest(?:s|ers)?|rall(?:y|ies)|sit-in|gathering)(?:\s+of\s+\w+)?", re.IGNORECASE
)
_REACH = 90  # characters before the march in which its repression is told
_PEACEFUL = ("protest", "riot")
_CROWD = ("civilians", "protesters", "rioters", "unknown")


def settle_repressed(document: Document, claim: Claim) -> Claim:
    """The claim of a march as the crackdown on it, told by the word of force; what people and data sets say stays."""
    if claim.score is None or claim.type not in _PEACEFUL or not _MARCH.fullmatch(claim.trigger.quote):
        return claim
    start = claim.trigger.span.start
    found = _PUT_DOWN.search(document.text, max(sentence_start(document.text, start), start - _REACH), start)
    if found is None:
        return claim
    trigger = document.quote(*found.span("force"))
    others = tuple(quote for quote in claim.retellings if not found.start() <= quote.span.start < start)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type="crackdown", trigger=trigger),
        type="crackdown",
        trigger=trigger,
        retellings=others,
        actors=tuple(_as_target(row, start) for row in claim.actors),
    )


def _as_target(row: Actor, march: int) -> Actor:
    """Who marched, told behind the word for the march, as the target; police told before it did it."""
    marched = row.role in ("perpetrator", "side_a", "side_b") and row.score is not None and row.type in _CROWD
    return replace(row, role="target") if marched and row.evidence and row.evidence[0].span.end > march else row
