"""Ground that is won after a fight is the news of both: "rebels recaptured the town after a three-day battle".

The fight is told behind it and is one claim with it, and the word "after" makes it no background. Of 13 hand-coded fights told
so the six without another date, or with one of the last month, are incidents.
"""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim

RECENT = 31  # days
_WON = re.compile(
    r"(?:(?:re)?(?:captur|seiz|occup[iy])\w*|retak(?:e|es|en|ing)|retook|t(?:ake|akes|ook|aken)(?:\s+(?:back|over|(?:full\s+)?control))?|control"
    r"|overr[au]n|entered|advanced|lost|fell|withdr[ae]w\w*|left|abandoned|pull\w*)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following)\s+(?:(?!(?:the|that|when|they|he|she)\b)[\w'’-]+\s+){0,6}$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:since|when|before|after|until|had|having|who|which|whose|where|earlier|previously|once|years?)\b", re.IGNORECASE
)


def is_ground_won(claim: Claim, text: str, published: date | None) -> bool:
    """True for a fight told behind "after" whose sentence tells first, in a clause of its own, that ground changed hands."""
    if claim.type not in ("armed_clash", "territorial_change", "operation") or not _is_recent(claim, published):
        return False
    start = claim.trigger.span.start
    begin = sentence_start(text, start)
    after = _AFTER.search(text, begin, start)
    if after is None:
        return False
    won = [told.span for told in claim.retellings if begin <= told.span.start < after.start() and _WON.match(told.quote)]
    return any(_EARLIER.search(text, begin, span.start) is None for span in won)


def _is_recent(claim: Claim, published: date | None) -> bool:
    """True without a date, or with a day of the last month."""
    when = claim.when.value if claim.when else None
    if claim.when is None or when is None:
        return claim.when is None
    days = published is not None and when.latest is not None and 0 <= (published - when.latest).days <= RECENT
    return days and when.precision in ("day", "days")
