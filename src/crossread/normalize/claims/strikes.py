"""A strike that kills, or that is one on something, is no stoppage: "a strike on a school killed 11", "a strike hit a bus".

Of 246 hand-coded claims with the bare word for trigger 72 are protests. One of these has anybody killed or injured (an "armed
strike" called by guerrillas) against 74 of the others, and none is a strike "on a" place or one that "hit a" place.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document

_STRIKE = re.compile(r"(?:(?:the|an?|two|three|several|overnight|deadly)\s+)*strikes?", re.IGNORECASE)
_HURT = ("killed", "injured", "casualties")
_ONE = r"(?:an?|one|two|three|four|five|six|several|multiple|\d+)\s"
_ON_A_PLACE = re.compile(rf"\s+(?:(?:early|late|\w+day)\s+)?(?:on|against)\s+{_ONE}", re.IGNORECASE)
_HITS = re.compile(
    rf"\s+(?:also\s+|directly\s+)?(?:(?:hit|struck|targeted|damaged)\s+{_ONE}|(?:destroyed|flattened|level+ed|demolished)\s)",
    re.IGNORECASE,
)
# Stoppages by their own words: whatever else the sentence tells, it is one.
_STOPPAGE = re.compile(
    r"\b(?:(?:trade|labou?r|teachers['’]|students['’])\s+unions?|unions|wages?|salar(?:y|ies)|strikers?|walk-?outs?|walk(?:ed|ing)\s+out"
    r"|stoppages?|on\s+strike|demonstrat\w+|protest\w*"
    r"|(?:general|hunger|armed|transport|rail|bus|labou?r|wildcat|national|nationwide|(?:hour|day|week)s?)[\s-]+strikes?"
    r"|strikes?\s+(?:action|by|over|call\w*)"
    r"|(?:call|stag|join|end|declar|observ|organi[sz]|beg[aiu]n|start)\w*\s+(?:for\s+)?(?:an?|the|their|its)\s+(?:[\w-]+\s+)?strikes?)\b",
    re.IGNORECASE,
)


def with_strikes(document: Document, claim: Claim) -> Claim:
    """The claim as an air strike where it was found as a protest and its bare "strike" hit or killed somebody.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type != "protest" or not _STRIKE.fullmatch(claim.trigger.quote.strip()):
        return claim
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    if _STOPPAGE.search(before + claim.trigger.quote + after):
        return claim
    hurt = any(row.effect in _HURT for row in claim.harm)
    if not (hurt or _ON_A_PLACE.match(after) or _HITS.match(after)):
        return claim
    return replace(claim, type="air_strike")
