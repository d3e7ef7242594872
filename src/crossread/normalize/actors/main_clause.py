"""Who acts in the main clause is no doer of what others did: "Israel began its offensive after militants captured a man".

Of 169 coded claims that a clause behind "after", "when" or "since" tells with its own doer, none has a second perpetrator in
the main clause; two are clashes that have the other side there.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document

REACH = 70  # characters between the doer of the clause and the word of the act
_OF_BOTH = ("armed_clash", "agreement", "territorial_change")  # "in the hands of the rebels since 11 May, when marines left"
_BEHIND = re.compile(
    r"\b(?:after|since|when|because|as|once)\s+(?:the\s+|some\s+|an?\s+|two\s+|three\s+|several\s+|suspected\s+)?$",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[,;:()\n]|\b(?:and|but|while)\b")

# "Police killed ten men after gunmen attacked a bank": one claim for both, whose harm is the main clause's
_HARMS = re.compile(
    r"\b(?:kill|wound|injur|shot|shoot|attack|bomb|shell|struck|strik|fir(?:e|ed|ing)\b|captur|seiz|abduct|kidnap|burn|beat|stabb)",
    re.IGNORECASE,
)


def without_doer_of_main_clause(document: Document, claim: Claim) -> Claim:
    """The claim without perpetrators told before a clause that has the act and a doer of its own.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type in _OF_BOTH:
        return claim
    doers = [row for row in claim.actors if row.role == "perpetrator" and row.score is not None and row.evidence]
    if len(doers) < 2:
        return claim
    cut = next((start for row in doers if (start := _start_of_clause(document.text, claim, row)) is not None), None)
    start = sentence_start(document.text, cut) if cut is not None else 0
    if cut is None or _HARMS.search(document.text, start, cut):
        return claim
    dropped = [row for row in doers if all(start <= quote.span.start and quote.span.end <= cut for quote in row.evidence)]
    return replace(claim, actors=tuple(row for row in claim.actors if row not in dropped)) if dropped else claim


def _start_of_clause(text: str, claim: Claim, row: Actor) -> int | None:
    """Where the clause of the act begins, if this doer is its subject behind "after" and the like."""
    deed = claim.trigger.span
    for quote in row.evidence:
        span = quote.span
        if not span.end <= deed.start <= span.end + REACH or _NEW_CLAUSE.search(text, span.end, deed.start):
            continue
        behind = _BEHIND.search(text, max(0, span.start - 30), span.start)
        if behind is not None:
            return behind.start()
    return None
