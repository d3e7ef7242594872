"""Who had threatened the dead did not thereby kill them: "a mayor was shot dead; he had received threats from the cartel".

All three hand-coded threats "received from" somebody are claims of their own, `threatened`, with him for the doer; no act done
has its doer or accused by such words alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document

_THREATS = re.compile(
    r"\b(?:receiv\w+|had|ha[ds]\s+got|g[eo]t(?:ten|ting)?|fac(?:ed|ing)|subject(?:ed)?\s+to|after|because\s+of|despite|following)\s+"
    r"(?:(?!\b(?:attack|kill|shot)\w*)[\w-]+\s+){0,5}?(?:threats?|warnings?)\s+(?:\w+\s+){0,2}?(?:from|by)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 120  # characters before the one who threatens
_DOING = ("perpetrator", "accused")


def without_threateners(document: Document, claim: Claim) -> Claim:
    """The claim of an act without those who are only told to have threatened; what people and data sets say stays."""
    if claim.score is None or claim.status != "accomplished" or claim.type == "protest":
        return claim
    kept = tuple(row for row in claim.actors if not _only_threatened(document.text, row))
    return claim if len(kept) == len(claim.actors) else replace(claim, actors=kept)


def _only_threatened(text: str, row: Actor) -> bool:
    if row.role not in _DOING or row.score is None or not row.evidence:
        return False
    for quote in row.evidence:
        start = max(sentence_start(text, quote.span.start), quote.span.start - _LONGEST)
        if _THREATS.search(text, start, quote.span.start) is None:
            return False
    return True
