"""How much of a day the words for a time tell: "Friday" a day, "at 5 p.m." an hour, "recently" next to nothing.

A claim has one date. Of several that the heads link to it as surely, the one that tells the day is the coder's: on 355 reports
left out of training this choice is right 15 times more and wrong once more (of 1,138 dates).
"""

from __future__ import annotations

from collections.abc import Mapping

from crossread import patterns as re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\byesterday\b|\btoday\b|\btonight\b"
    r"|\b(?:same|next|following|previous)\s+(?:day|night|morning)\b|\bthat\s+(?:day|night|morning|evening)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\b.{{0,4}}\b{_MONTH}|\b{_MONTH}[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:(?:at|about|around|approx\.?|approximately|from|shortly|just|before|after|to|between|and|until|local|time|gmt|hours|hrs"
    r"|noon|midnight|dawn|dusk|a\.?m\.?|p\.?m\.?|all|the|in|during|early|late|afternoon|morning|evening|night"
    r"|\d{1,2}[:.]\d\d|\d{4}|\d{1,2}|[(),.h])\s*)+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:in\s+)?(?:1[89]|20)\d\d", re.IGNORECASE)
_VAGUE = re.compile(
    r"recent(?:ly)?|after|before|within|since\s+then|earlier|later|(?:earlier\s+)?(?:last|this)\s+(?:week|month|year)"
    r"|(?:in\s+)?(?:the\s+)?(?:recent|past|last)\s+(?:days|weeks|months|years)|(?:the\s+)?(?:course|past)"
    r"|.{0,12}\d+\s+(?:days|hours|weeks)",
    re.IGNORECASE,
)


def is_day(raw: str) -> bool:
    """True for words with a day in them: "early Monday", "the night of 3 May", "the following day"."""
    return _DAY.search(raw) is not None


def lack_of_day(raw: str, weights: Mapping[str, float], *, beside_day: bool) -> float:
    """What speaks against words that tell no day: an hour alone, and what is vague, the more where a day is told beside it."""
    if is_day(raw):
        return 0.0
    if _YEAR.fullmatch(raw) or _VAGUE.fullmatch(raw):
        return weights["vague_beside_day"] if beside_day else weights["vague"]
    return weights["clock"] if _CLOCK.fullmatch(raw) else 0.0
