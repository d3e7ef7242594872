"""A day told in a later sentence with another act is that act's, not that of what is told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import ACTS, sentence_around
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document

# "The fighting began last Wednesday", "Friday's demonstration": the sentence takes up again what was told before
_AGAIN = re.compile(
    rf"\b(?:the|that|this|these|those)\s+(?:[\w-]+\s+){{0,2}}?{ACTS}\s+"
    r"(?:began|begun|broke|took|happened|occurred|started|erupted|lasted|ended|came|followed|was|were|had|has)\b"
    rf"|\b\w+day['’]s\s+(?:[\w-]+\s+){{0,2}}?(?:{ACTS}|demonstrations?\b|protests?\b|march\b|rally\b)"
    r"|^\W*(?:it|this|that)\s+(?:happened|occurred|took|came|was)\b",
    re.IGNORECASE,
)


def without_days_of_others(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, without a date from a sentence behind all their tellings in which another claim is told.

    Of eleven such dates on the reports left out of training four are the claim's own, three of them where the sentence takes
    the act up again, which is left alone; none of the seven that go is. What people and data sets say (no score) stays.
    """
    starts = sorted(
        (telling.span.start, at) for at, claim in enumerate(claims) for telling in (claim.trigger, *claim.retellings)
    )
    return [
        replace(claim, when=None) if _has_day_of_other(document.text, claim, at, starts) else claim
        for at, claim in enumerate(claims)
    ]


def _has_day_of_other(text: str, claim: Claim, at: int, starts: Sequence[tuple[int, int]]) -> bool:
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return False
    day = claim.when.evidence[0].span
    last = max(telling.span.end for telling in (claim.trigger, *claim.retellings))
    if day.start <= last or sentence_at(text, last) == sentence_at(text, day.start):
        return False
    before, after = sentence_around(text, day.start, day.end)
    first = bisect_left(starts, (day.start - len(before), -1))
    others = starts[first : bisect_left(starts, (day.end + len(after), -1))]
    told = any(other != at for _, other in others) and all(other != at for _, other in others)
    return told and _AGAIN.search(before + text[day.start : day.end] + after) is None
