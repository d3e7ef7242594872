"""A report's only account, told as "the bombings": several blasts that everybody knows of as one event are no total.

A total is of several acts that a report tells, or of a time: "31 people died in the attacks, the police said" at the end of a
report on three raids, or "in attacks this year". A report that tells no other act and no time has nothing that it could add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.records import Claim, Document

BEFORE = 40  # characters before the act in which the article stands
_ACTS = re.compile(
    r"(?:[\w-]+\s)?(?:attacks?|bombings?|blasts?|explosions?|shootings?|killings?|(?:air ?)?strikes?|raids?|assaults?"
    r"|massacres?)",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:in|of|by|from|after|during)\s+(?:the|these|those|yesterday['’]s|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s)\s+"
    r"(?:(?!(?:past|last|recent|latest|previous|many|several|various|such)\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OVER_A_TIME = re.compile(
    r"\b(?:totals?|altogether|since|so far|overall|recent|series|wave|spate|string"
    r"|(?:this|last|past|each|every|per)\s+(?:\w+\s+)?(?:weeks?|months?|years?|days?)"
    r"|(?:weeks|months|years|decades?|war|conflict|uprising|insurgency))\b",
    re.IGNORECASE,
)


def with_known_event(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, as an incident the only one of a report that is read as a total, told as a known act with a number of people.

    Not where it tells a place or a time of its own, or the sentence one over which is counted; nor beside any other claim of
    the report. What people and data sets say (no score) stays.
    """
    if len(claims) == 1 and _is_the_event(document.text, claims[0]):
        return (replace(claims[0], scope="incident"),)
    return tuple(claims)


def _is_the_event(text: str, claim: Claim) -> bool:
    if claim.score is None or claim.scope != "aggregate" or claim.where is not None or claim.when is not None:
        return False
    if not any(row.has_number for row in claim.harm) or _ACTS.fullmatch(claim.trigger.quote) is None:
        return False
    start = claim.trigger.span.start
    if _KNOWN.search(text, max(0, start - BEFORE), start) is None:
        return False
    return _OVER_A_TIME.search(text, sentence_start(text, start), sentence_end(text, start)) is None
