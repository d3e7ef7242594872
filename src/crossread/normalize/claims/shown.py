"""Acts that a film, a book or an exhibition is about: the day in the sentence is that of the showing, not of the act.

"A documentary about the murder was shown on Tuesday": by the codebook the date of another event dates nothing. Of 16,768 coded
claims none is told as such with a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document

_ABOUT = re.compile(
    r"\b(?:exhibitions?|exhibits?|documentar(?:y|ies)|films?|movies?|books?|novels?|museums?|monuments?|murals?|operas?"
    r"|memoirs?)\s+(?:on|about|to|dedicated\s+to|devoted\s+to|recalling|depicting|exploring|marking)\s+"
    r"(?:(?:the|an?|his|her|their|its|victims?|those|people|killed|in|of|[\w-]+ing|(?:1[89]|20)\d\d|[\w-]+)\s+){0,6}$",
    re.IGNORECASE,
)
WEEK = timedelta(days=8)  # before the report, in which the day of a showing lies


def without_day_of_showing(document: Document, claim: Claim) -> Claim:
    """The claim without its day where all its tellings are what something shown is about, and the day is in that sentence.

    A day right before the act ("a film about Friday's attack") is the act's. What people and data sets say (no score) stays.
    """
    slot, published = claim.when, document.published
    if claim.score is None or claim.retellings or slot is None or slot.value is None or published is None or not slot.evidence:
        return claim
    day = slot.value.earliest
    if day is None or not published - WEEK <= day <= published:
        return claim
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    about, at = _ABOUT.search(before), slot.evidence[0].span
    start = claim.trigger.span.start - len(before)
    if about is None or not start <= at.start < claim.trigger.span.end + len(after):
        return claim
    inside = start + about.start() <= at.start < claim.trigger.span.start
    return claim if inside else replace(claim, when=None)
