"""Where somebody sits who tells of it is not where it happened: "Sitting in a camp in Mopti, he remembers the attack"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Place, Slot, Span

NEAR = 500  # characters around the seat of a teller in which his own village is told
# He tells now: in the present, or in the perfect of where he has been since.
_TELLS = re.compile(
    r"\b(?:tells|recalls|remembers|recounts|relates|describes|whispers|(?:has|have)\s+been\s+(?:staying|living|sleeping|in|at))\b"
)
_SEAT = re.compile(
    r"\b(?:sitting|seated|sits|sleeping|sleeps|lying|lies|sheltering|shelters|lives|stays"
    r"|veranda|tent|hut|shelter|ward|bed)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_RECALLS = re.compile(r"\b(?:recalls|remembers|recounts|relates|tells|describes)\b")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}"
_OWN = re.compile(
    r"\b(?:(?:he|she|they|I|we)\s+(?:had\s+)?(?:owned|lived|farmed|fished|kept|worked|traded)\s+(?P<owned>in\s+NAME)"
    r"|(?:his|her|their|my|our)\s+(?:home\s+|native\s+)?(?:village|hamlet|town)(?:\s+of\s+|,\s+)(?P<village>NAME)"
    r"|(?:his|her|their|my|our)\s+(?:house|home|farm|fields?|shop|boat|family)\s+(?P<home>in\s+NAME))".replace("NAME", _NAME)
)


def without_seat_of_teller(document: Document, claim: Claim, slot: Slot[Place]) -> Slot[Place] | None:
    """The slot, or where it is the seat of somebody who tells of the act, his own village if it is told nearby, or None.

    In the coded reports no place is such a seat. What people and data sets say (without a score) stays.
    """
    span = slot.evidence[0].span
    if claim.score is None or not _is_seat(document.text, claim.trigger.span, span):
        return slot
    start = max(0, span.start - NEAR)
    own = next(_OWN.finditer(document.text, start, span.end + NEAR), None)
    if own is None or own.lastgroup is None:
        return None
    evidence = document.quote(own.start(own.lastgroup), own.end(own.lastgroup))
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _is_seat(text: str, trigger: Span, span: Span) -> bool:
    """True for a seat in a sentence of telling that has not the act, or has it only behind "remembers"."""
    before, after = sentence_around(text, span.start, span.end)
    if not _TELLS.search(before + text[span.start : span.end] + after) or not _SEAT.search(
        before + text[span.start : span.end]
    ):
        return False
    inside = span.start - len(before) <= trigger.start < span.end + len(after)
    return not inside or _RECALLS.search(text, span.end, max(span.end, trigger.start)) is not None
