"""People who are killed by those who had taken them: "the group killed two men it had kidnapped in 2021" is one claim.

The codebook has people taken and later killed as one claim. Their number is told once, as that of the dead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document

REACH = 110  # characters between the killing and the taking
_TAKINGS = frozenset(("abduction", "detention"))
_KILLED = re.compile(r"(?:kill|execut|murder|behead|shot|shoot|hang|slaughter|slain|slay)", re.IGNORECASE)
# "two persons (whom) it had", "a priest who had been"; not "militants who had (taken hostages)"
_HAD = re.compile(
    r"(?:\s+[\w’',-]+){1,12}?\s+(?:(?:(?:whom|that|which)\s+)?(?:it|they|he|she|the\s+[\w-]+)\s+had\s+(?:(?:earlier|previously|also)\s+)?"
    r"|(?:who|that)\s+had\s+(?:(?:earlier|previously|also)\s+)?been\s+)",
    re.IGNORECASE,
)


def join_taken_first(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without such a taking, whose own numbers go to the killing; what people and data sets say (no score) stays."""
    found = list(claims)
    for taking in claims:
        at = next((at for at, one in enumerate(found) if one is not taking and _kills(document.text, one, taking)), None)
        if at is None or taking not in found:
            continue
        told = [quote.span for row in found[at].harm for quote in row.evidence]
        rows = (row for row in taking.harm if row.part_of is None and not any(quote.span in told for quote in row.evidence))
        found[at] = replace(found[at], harm=(*found[at].harm, *rows))
        found.remove(taking)
    return found


def _kills(text: str, claim: Claim, taking: Claim) -> bool:
    """True for the killing of those whom the other claim tells to have been taken before."""
    if claim.score is None or taking.score is None or taking.type not in _TAKINGS or taking.retellings:
        return False
    end, start = claim.trigger.span.end, taking.trigger.span.start
    if _KILLED.match(claim.trigger.quote) is None or not end < start <= end + REACH:
        return False
    between = text[end:start]
    return not any(mark in between for mark in ".;:\n") and _HAD.fullmatch(between) is not None
