"""The years of a war are not the day of the deal that ended it: "a deal on Friday to end the 1996-2006 war".

No hand-coded agreement has a date right before "war" or "conflict".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, DateWindow, Document, Slot

_WAR = re.compile(
    r"(?:['’]s)?\s+(?:(?:civil|border|bush|long|guerrilla)\s+)?(?:war|conflict|insurgency|rebellion|uprising)\b", re.I
)
_TO_END = re.compile(r"\s+to\s+(?:end|stop|halt|settle|resolve)\s+(?:the|an?|its|their)\s", re.IGNORECASE)


def is_of_war_ended(text: str, claim: Claim) -> bool:
    """True for the years that name a war in an agreement about it; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type != "agreement" or claim.when is None or not claim.when.evidence:
        return False
    slot = claim.when
    return _TO_END.search(slot.raw) is None and _WAR.match(text, slot.evidence[0].span.end) is not None


def without_war(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot up to "to end the": "Friday" of "Friday to end the 1996"."""
    span = slot.evidence[0].span
    purpose = _TO_END.search(document.text, span.start, span.end)
    if purpose is None or purpose.start() == span.start:
        return slot
    evidence = document.quote(span.start, purpose.start())
    return replace(slot, raw=evidence.quote, evidence=(evidence,))
