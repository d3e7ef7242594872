"""Days that are told beside what was done and are another's: of what it is held against, will come, or ended with it."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.ahead import is_of_what_will_be
from crossread.normalize.dates.anchors import ACTS
from crossread.normalize.dates.clauses import is_of_relative_clause
from crossread.normalize.dates.series import is_of_last_in_series
from crossread.normalize.dates.slot import is_held_against
from crossread.normalize.dates.wars import is_of_war_ended
from crossread.records import Claim, DateWindow, Document, Slot

# "(talks) since late 2012 to end a (conflict)": the time of the talks
_TO_END = re.compile(
    r"\bto\s+(?:try\s+to\s+|help\s+)?(?:end|resolve|halt|settle|stop)\s+(?:an?|the|their|its|this|that|nearly|more|over|decades)\b",
    re.IGNORECASE,
)
# "(arrested) over Tuesday's (attack)", "(raided) in retaliation for the (attack on Tuesday)"
_ANSWERS = re.compile(
    r"\b(?:over|for|in\s+connection\s+with|in\s+(?:retaliation|revenge|reprisal)\s+for|in\s+response\s+to|(?:linked|connected)\s+to)"
    rf"\s+(?:the\s+(?:{ACTS}\s+(?:on|of)\s+)?)?$",
    re.IGNORECASE,
)
_BEHIND_ACT = re.compile(r"\s(?:on|of)\s+$")
_OF_ACT = re.compile(rf"(?:['’]s)?\s+(?:[\w-]+\s+){{0,2}}?{ACTS}", re.IGNORECASE)
# "(the killing) was condemned by the governor on (Monday)", "(the killing) sparked protests on (Monday)"
_REACTED = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:(?!not\b)\w+ly\s+)?(?:condemned|denounced|deplored|discussed|debated|mourned|criticised|criticized|decried)"
    r"|(?:sparked|prompted|triggered|provoked|unleashed|drew|set\s+off)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:protests?|demonstrations?|outrage|outcry|anger|condemnations?|criticism|marches|strikes?|calls|mourning|unrest|riots?))\b"
    r"(?:\s+(?:by|from|in|across|at|among|the|and|of|[\w’'-]+)){0,8}?\s+(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(r"\banniversary\s+of\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_AGE = re.compile(r"[- ](?:year|decade|month|week|century|day)s?[- ](?:old|long)\b", re.IGNORECASE)  # "five-decade-old"
REACH = 120  # characters between the arrest and the day of what it is for
_CLAUSE_ENDS = re.compile(r"[.;:!?]\s|\n")


def own_slot(document: Document, claim: Claim) -> Slot[DateWindow] | None:
    """The claim's own date slot as found, None where its words date something else."""
    text = document.text
    if claim.when is None or is_held_against(text, claim.when, claim.trigger.span):
        return None
    if claim.score is not None and claim.when.evidence and _AGE.match(text, claim.when.evidence[0].span.end):
        return None
    if _is_of_anniversary(text, claim):
        return None
    if _is_of_reaction(text, claim) or is_of_relative_clause(text, claim):
        return None
    others = is_of_what_will_be(text, claim) or is_of_war_ended(text, claim) or is_of_last_in_series(claim, text)
    return None if others or _is_of_what_shall_end_it(text, claim) or _is_of_what_it_answers(text, claim) else claim.when


def _is_of_what_it_answers(text: str, claim: Claim) -> bool:
    """True for the day of the attack for which somebody was arrested, or which a raid answers.

    None of seven coded arrests, riots and attacks told before such words has that day. What people and data sets say (no score)
    stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return False
    day, trigger = claim.when.evidence[0].span, claim.trigger.span
    if not trigger.end <= day.start < trigger.end + REACH or _CLAUSE_ENDS.search(text, trigger.end, day.start):
        return False
    leads = _ANSWERS.search(text, trigger.end, day.start)
    return leads is not None and (_BEHIND_ACT.search(leads[0]) is not None or _OF_ACT.match(text, day.end) is not None)


def _is_of_reaction(text: str, claim: Claim) -> bool:
    """True for the day on which the act was condemned or debated, or brought people into the streets.

    No hand-coded claim has such a day. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return False
    day, end = claim.when.evidence[0].span, claim.trigger.span.end
    if not end <= day.start < end + REACH or _CLAUSE_ENDS.search(text, end, day.start):
        return False
    return _REACTED.search(text[end : day.start]) is not None


def _is_of_anniversary(text: str, claim: Claim) -> bool:
    """True for the day on which the anniversary of the act is marked: "rallied on Monday to mark the anniversary of the raid".

    None of 12 hand-coded claims told so has that day. A day of a month ("19 April") is that of the act, in another year. What
    people and data sets say (no score) stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or _DIGIT.search(claim.when.raw):
        return False
    start, trigger = claim.when.evidence[0].span.start, claim.trigger.span.start
    between = text[start:trigger]
    return start < trigger and _ANNIVERSARY.search(between) is not None and _CLAUSE_ENDS.search(between) is None


def _is_of_what_shall_end_it(text: str, claim: Claim) -> bool:
    """True for the time of what is done to end the act; what people and data sets say (no score) stays."""
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return False
    start, trigger = claim.when.evidence[0].span.start, claim.trigger.span.start
    between = text[start:trigger]
    return start < trigger and _TO_END.search(between) is not None and _CLAUSE_ENDS.search(between) is None
