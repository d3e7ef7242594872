"""Words that sound like violence and tell none: spent casings, custody battles, wars of words."""

from __future__ import annotations

import re

from crossread.records import Claim, Document

NEAR = 24  # characters before a trigger
_CASINGS = re.compile(
    r"(?:(?:empty|spent|bullet|shell|cartridge|multiple|several)\s+)*(?:casings?|cartridge cases?|bullet holes?)", re.I
)
_FIGHT = re.compile(r"(?:battles?|battled|wars?|fights?|fighting|clash(?:es)?|duels?|showdowns?)", re.I)
_PEACEFUL = re.compile(
    r"\b(?:custody|legal|court|courtroom|divorce|trade|price|bidding|ratings|budget|election|electoral|spelling|cancer|snowball)[\s-]+$",
    re.I,
)
_WORDS = re.compile(r"\s+of\s+(?:words|wills|wits|nerves)\b", re.I)


def tells_no_event(document: Document, claim: Claim) -> bool:
    """True for a claim on "shell casings", "a custody battle", "a war of words", whatever the extractor took it for."""
    quote, span = claim.trigger.quote, claim.trigger.span
    if _CASINGS.fullmatch(quote):
        return True
    if _FIGHT.fullmatch(quote) is None:
        return False
    before = document.text[max(0, span.start - NEAR) : span.start]
    return _PEACEFUL.search(before) is not None or _WORDS.match(document.text, span.end) is not None
