"""Who hid from a fight and was shot by one side was killed: "trapped during clashes between A and B were shot by soldiers".

The fight only tells when; those who shot did it, and its sides are no sides of that. Coded reports do not tell it so: people
whom the fire itself hits are dead of the fight ("caught in the crossfire"), as in the one hand-coded claim of these.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span, claim_id

_HID = re.compile(
    r"\b(?:trapped|stranded|stuck|hiding|hid|hidden|sheltering|sheltered|fleeing)\b[^.;]{0,60}?\b(?:during|from|by|amid|because\s+of)\s+"
    r"(?:the\s+|heavy\s+|fierce\s+)*$",
    re.IGNORECASE,
)
_SHOT_BY = re.compile(
    r"\s+between\s+[^.;]{3,80}?\s(?:was|were)\s+(?:\w+ly\s+|then\s+|later\s+)?(?P<act>shot\s+dead|executed|murdered|beheaded|killed|massacred"
    r"|gunned\s+down)\s+by\s+(?:the\s+|an?\s+)?(?P<who>(?:(?:government|army|rebel|junta|state)\s+)?(?:soldiers|troops|rebels?|fighters"
    r"|militia(?:men)?|police(?:men)?|army|gunmen|guerrillas|insurgents|forces))\b",
    re.IGNORECASE,
)
_REACH = 120  # characters before the fight in which is told who hid from it
_SIDES = ("side_a", "side_b", "perpetrator")


def settle_caught_between(document: Document, claim: Claim) -> Claim:
    """The claim as the killing by those who shot; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type != "armed_clash":
        return claim
    text, start = document.text, claim.trigger.span.start
    found = _SHOT_BY.match(text, claim.trigger.span.end)
    if found is None or any(not start <= quote.span.start <= found.end() for quote in claim.retellings):
        return claim
    if not _HID.search(text, max(sentence_start(text, start), start - _REACH), start):
        return claim
    who = Span(start=found.start("who"), end=found.end("who"))
    sides = [row for row in claim.actors if row.role in _SIDES and row.score is not None]
    quote = document.quote(who.start, who.end)
    told = next((row for row in sides if _tells(row, who)), None) or _same_words(sides, quote.quote)
    kind = told.type if told else "unidentified_armed_group"
    doer = Actor(role="perpetrator", raw=quote.quote, name=None, type=kind, evidence=(quote,), score=claim.score)
    trigger = document.quote(*found.span("act"))
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type="killing", trigger=trigger),
        type="killing",
        trigger=trigger,
        retellings=(),
        actors=(doer, *(row for row in claim.actors if row not in sides)),
    )


def _tells(row: Actor, who: Span) -> bool:
    return any(quote.span.start < who.end and who.start < quote.span.end for quote in row.evidence)


def _same_words(sides: list[Actor], words: str) -> Actor | None:
    return next((row for row in sides if row.raw.lower().removeprefix("the ") == words.lower()), None)
