"""A total has its own time, not that of what it is compared with: "in 2020 it counted 90 dead, compared with 70 in 2019".

None of 29 hand-coded totals told before "compared with" or "against" a number of another time has that time; the other number
is a claim of its own in half of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.dates.anchors import ACTS, sentence_around, told_dates
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, Document

# "deployed against 30 rebels in (March)" compares nothing: behind "against" a bare number or acts
_COMPARED = re.compile(
    r"\b(?:(?:(?:as\s+)?compared\s+(?:with|to)|versus|(?:up|down)\s+from)\s+(?:(?:at\s+least|about|some|just|only|nearly|over)\s+)?"
    r"\d[\d,]*(?:\s+(?!in\b|for\b|during\b)[\w-]+){0,3}"
    rf"|(?:as\s+)?against\s+(?:(?:at\s+least|about|some|just|only|nearly|over)\s+)?\d[\d,]*(?:\s+(?:[\w-]+\s+)?{ACTS})?)\s+"
    r"(?:in|during|for|over)\s+(?:all\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def with_own_time(document: Document, claim: Claim, language: str) -> Claim:
    """The claim with the time told before "compared with", or with none if none or several are told there.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return claim
    text, span = document.text, claim.when.evidence[0].span
    before, _ = sentence_around(text, span.start, span.end)
    compared, start = _COMPARED.search(before), span.start - len(before)
    if compared is None or not start <= claim.trigger.span.start < start + compared.start():
        return claim
    told = told_within(told_dates(text, document.published, language), start, start + compared.start())
    if len(told) != 1:
        return replace(claim, when=None)
    own = document.quote(told[0].span.start, told[0].span.end)
    return replace(claim, when=replace(claim.when, raw=own.quote, evidence=(own,)))
