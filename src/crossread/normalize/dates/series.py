""" "Sunday's killings were the latest in a series of knife attacks": the series has not the day of its last act."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.worded import Worded
from crossread.records import Claim

_SERIES = Worded(
    "fifth fourth latest recent second third",
    r"\b(?:(?:the\s+)?(?:latest|most\s+recent)|(?:second|third|fourth|fifth)(?:\s+\w+)?)\s+(?:in|of)\s+(?:an?|the|this)\s+(?:\w+\s+)?"
    r"(?:series|string|spate|wave|rash|sequence|succession)\s+of\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


def series_before(claim: Claim, text: str) -> int | None:
    """Where the words stand that make the trigger one of a series, None where there are none.

    Ten of eleven hand-coded claims behind "the latest in a series of" are totals, and none has a day told before these words.
    """
    before, _ = sentence_around(text, claim.trigger.span.start, claim.trigger.span.end)
    found = _SERIES.search(before)
    return None if found is None else claim.trigger.span.start - len(before) + found.start()


def is_of_last_in_series(claim: Claim, text: str) -> bool:
    """True for the day of the last act of a series; what people and data sets say (no score) stays."""
    if claim.score is None or claim.when is None or not claim.when.evidence:
        return False
    series = series_before(claim, text)
    return series is not None and claim.when.evidence[0].span.end <= series
