"""A drone that is put out of action was attacked: it struck nobody, and no patrol was told.

Of 26 hand-coded claims of aircraft shot down 22 are an armed attack, one an air strike and none an operation.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.intercepted import without_defenders
from crossread.records import Claim, Document

_CRAFT = (
    r"(?:an?|one|two|three|four|five|six|several|another|the|\d+)\s+(?:(?!(?:base|pilot)\b)[\w-]+\s+){0,2}?"
    r"(?:drones?|UAVs?|(?:war)?planes?|aircraft|helicopters?|jets?|gunships?)\b(?!\s+(?:bases?|pilots?|operators?|workshops?|factory))"
)
REACH = 40  # characters on each side of the trigger in which the act is told: the trigger may be "drone" or "put"
_DOWNED = re.compile(
    rf"\bput(?:s|ting)?\s+(?:out\s+of\s+action\s+{_CRAFT}|{_CRAFT}\s+out\s+of\s+action\b)"
    rf"|\b(?:shot|br(?:ought|inging))\s+(?:down\s+{_CRAFT}|{_CRAFT}\s+down\b)|\bdowned\s+{_CRAFT}",
    re.IGNORECASE,
)


def settle_downed(document: Document, claim: Claim) -> Claim:
    """The claim of an aircraft brought down as an armed attack on it; what people and data sets say (no score) stays."""
    claim = without_defenders(document, claim)
    if claim.score is None or claim.type not in ("air_strike", "operation", "destruction"):
        return claim
    if any(row.effect in ("killed", "injured") for row in claim.harm):
        return claim
    at = claim.trigger.span.start
    told = _DOWNED.finditer(document.text, max(0, at - REACH), claim.trigger.span.end + REACH)
    found = next((match for match in told if _is_in(match, at)), None)
    if found is None:
        return claim
    means = tuple(
        row for row in claim.means if row.score is None or not _is_in(found, row.evidence[0].span.start if row.evidence else -1)
    )
    return replace(claim, type="armed_attack", means=means)


def _is_in(found: re.Match[str], offset: int) -> bool:
    return found.start() <= offset < found.end()
