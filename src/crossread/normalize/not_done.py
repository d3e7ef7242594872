"""Happenings that a report says there were none of: "there was no fighting in the area", "residents did not flee".

Of 35 such words in hand-coded reports ("there were no attacks", "did not shoot") three are claims, all denials of what others
say.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Evidence

_BETWEEN = (
    r"(?:(?!(?:in|on|of|to|for|from|at|by|with|before|after|when|that|who|which|as|behind|about|during|over|and)\s)"
    r"[\w-]+\s+){0,3}"
)
_THERE_WAS_NO = re.compile(
    r"\bthere\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)(?:\s+also|\s+still)?\s+"
    rf"(?:(?:no|not\s+any|not\s+a\s+single)\s+(?!doubt\b|question\b){_BETWEEN}|neither\s+(?:[^.;]{{1,60}}\s+nor\s+)?{_BETWEEN})$",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\b(?:(?:did|do|does|has|have|had|was|were)\s+(?:not|never)|(?:did|do|does|has|have|had|was|were)n['’]t)\s+(?!only\b)"
    r"(?:\w+ly\s+|yet\s+|been\s+|even\s+|ever\s+|themselves\s+|itself\s+){0,2}$",
    re.IGNORECASE,
)
# "The army carried out no (strikes) on Monday"
_MADE_NO = re.compile(
    r"\b(?:carried\s+out|conducted|launched|mounted|staged|committed|perpetrated|fired|dropped)\s+(?:no|not\s+a\s+single)\s+"
    r"(?!(?:longer|fewer|less|more|other|further|second|new)\b)(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_YET_DONE = re.compile(r"[^.;]{0,60}\b(?:until|but|only|before|again|alone)\b", re.IGNORECASE)
_STAYS_AWAY = re.compile(r"(?:come|came|gone|go|return\w*|seen|heard|found|arriv\w*|left|leave)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:no|none|nobody|not|zero|neither)\b", re.IGNORECASE)
_OF_FORCE = frozenset(
    "air_strike shelling bombing armed_clash armed_attack killing sexual_violence ill_treatment abduction detention crackdown"
    " riot arson destruction looting displacement".split()
)


def was_not_done(document: Document, claim: Claim) -> bool:
    """True for a claim of force or flight all of whose tellings say that there was none, and no number of people is hurt.

    What somebody denies stays a denial, and so does "did not" in a speaker's mouth.
    """
    if claim.type not in _OF_FORCE or claim.stance == "denied":
        return False
    if any(_NUMBER.search(row.raw) and not _NONE.match(row.raw) for row in claim.harm):
        return False
    return all(_is_negated(document.text, told, said=bool(claim.speakers)) for told in (claim.trigger, *claim.retellings))


def _is_negated(text: str, told: Evidence, *, said: bool) -> bool:
    before, after = sentence_around(text, told.span.start, told.span.end)
    if _THERE_WAS_NO.search(before):
        return True
    if said or _STAYS_AWAY.match(told.quote):
        return False
    return (_DID_NOT.search(before) or _MADE_NO.search(before)) is not None and _YET_DONE.match(after) is None
