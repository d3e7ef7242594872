"""Who had threatened the dead did not thereby kill them: "a mayor was shot dead; he had received threats from the cartel".

All three hand-coded threats "received from" somebody are claims of their own, `threatened`, with him for the doer; no act done
has its doer or accused by such words alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Speaker
from crossread.records.roles import DOERS_BY_OTHERS

_THREATS = re.compile(
    r"\b(?:receiv\w+|had|ha[ds]\s+got|g[eo]t(?:ten|ting)?|fac(?:ed|ing)|subject(?:ed)?\s+to|after|because\s+of|despite|following)\s+"
    r"(?:(?!\b(?:attack|kill|shot)\w*)[\w-]+\s+){0,5}?(?:threats?|warnings?)\s+(?:\w+\s+){0,2}?(?:from|by)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 120  # characters before the one who threatens


def without_threateners(document: Document, claim: Claim) -> Claim:
    """The claim of an act without those who only threatened, as doers or beside other speakers.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "accomplished" or claim.type == "protest":
        return claim
    kept = tuple(row for row in claim.actors if row.role not in DOERS_BY_OTHERS or not _only_threatened(document.text, row))
    heard = tuple(row for row in claim.speakers if not _only_threatened(document.text, row)) or claim.speakers
    if len(kept) == len(claim.actors) and len(heard) == len(claim.speakers):
        return claim
    return replace(claim, actors=kept, speakers=heard)


def without_threatened_harm(document: Document, claim: Claim) -> Claim:
    """The claim of a threat without people as harmed: "three journalists received death threats" killed nobody.

    Of 463 hand-coded threats seven have harm rows, all ten of people who may be displaced, which stay. So does what people and
    data sets say (no score).
    """
    if claim.score is None or claim.status != "threatened":
        return claim
    return replace(claim, harm=tuple(row for row in claim.harm if row.score is None or row.effect == "displaced"))


def _only_threatened(text: str, row: Actor | Speaker) -> bool:
    if row.score is None or not row.evidence:
        return False
    for quote in row.evidence:
        start = max(sentence_start(text, quote.span.start), quote.span.start - _LONGEST)
        if _THREATS.search(text, start, quote.span.start) is None:
            return False
    return True
