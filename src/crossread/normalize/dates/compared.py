"""A total has its own time, not that of what it is compared with: "in 2020 it counted 90 dead, compared with 70 in 2019".

None of 29 hand-coded totals told before "compared with" or "against" a number of another time has that time; the other number
is a claim of its own in half of them.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import ACTS, sentence_around, told_dates
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, Document, Span

# "deployed against 30 rebels in (March)" compares nothing: behind "against" a bare number or acts
_COMPARED = re.compile(
    r"\b(?:(?:(?:as\s+)?compared\s+(?:with|to)|versus|(?:up|down)\s+from)\s+(?:(?:at\s+least|about|some|just|only|nearly|over)\s+)?"
    r"\d[\d,]*(?:\s+(?!in\b|for\b|during\b)[\w-]+){0,3}"
    rf"|(?:as\s+)?against\s+(?:(?:at\s+least|about|some|just|only|nearly|over)\s+)?\d[\d,]*(?:\s+(?:[\w-]+\s+)?{ACTS})?)\s+"
    r"(?:in|during|for|over)\s+(?:all\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

# "1,045 were killed in May, the highest monthly toll (since June 2008)"
_HIGHEST = re.compile(
    r",?\s+(?:the|its|their)\s+(?:highest|worst|lowest|largest|biggest|deadliest|heaviest|bloodiest)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:toll|totals?|number|figure|count|losses|month|week|year|level|rate)\s+(?:[\w-]+\s+){0,3}?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"since\b", re.IGNORECASE)

# "an increase of two on last week's figure"
_ON_FIGURE = re.compile(r"\b(?:on|than|over|above|below|against|from|with|to)\s+(?:the\s+)?$", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+)?(?:figures?|totals?|tolls?|numbers?|counts?|tall(?:y|ies)|levels?|rates?|averages?)\b"
)

LEAD = 12  # characters of "against the "


def with_own_time(document: Document, claim: Claim, language: str) -> Claim:
    """The claim with the time told before "compared with", or with none if none or several are told there.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return claim
    text, span = document.text, claim.when.evidence[0].span
    if _is_of_other_figure(text, span):
        return replace(claim, when=None)
    before, _ = sentence_around(text, span.start, span.end)
    compared = _COMPARED.search(before) or (_HIGHEST.search(before) if _SINCE.match(text, span.start) else None)
    start = span.start - len(before)
    if compared is None or not start <= claim.trigger.span.start < start + compared.start():
        return claim
    told = told_within(told_dates(text, document.published, language), start, start + compared.start())
    if len(told) != 1:
        return replace(claim, when=None)
    own = document.quote(told[0].span.start, told[0].span.end)
    return replace(claim, when=replace(claim.when, raw=own.quote, evidence=(own,)))


def _is_of_other_figure(text: str, span: Span) -> bool:
    """True for the "last week" of "an increase of two on last week's figure"."""
    lead = _ON_FIGURE.search(text, max(0, span.start - LEAD), span.start)
    behind = _FIGURE.match(text, span.end)
    owned = behind is not None and text[span.start : behind.end()].replace("’", "'").count("'s ") == 1
    return lead is not None and owned
