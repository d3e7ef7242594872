"""Ages: "A 14-" of "A 14-year-old girl" is one girl, and the 52 of "The driver, 52, and his wife, 48" counts nobody.

In hand-coded reports no number behind "of them under", and none between the commas behind a person, is a row; of five tellings
of the youngest by a bare age ("the youngest was 16") none has a row for him, nor has any of "aged between".
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.worded import Worded
from crossread.records import Document, Harm

_AGE = Worded("old", r"(?:\d{1,3}|\w{3,9})[-‐– ](?:year|month|week|day)s?[-‐– ]olds?\b", re.IGNORECASE)
LONGEST_AGE = 18  # characters: "103-months-old"
LONGEST_AGES = 60  # characters of a list of ages ("men, ages 28, 32, 42, 45, and 59")
_AGED = re.compile(
    r"\bage[sd]\s*(?:(?:ranged|ranging)\s+)?(?:of\s+)?(?:(?:between|from)\s*)?(?:\d{1,3}(?:,|,?\s+and|\s+to|\s*[-–])\s*)*$"
)
_AGES = re.compile(r"\d{1,3}\b(?:(?:\s*,|\s+and|\s+to|\s*[-–])\s*(?:and\s+)?\d{1,3}\b)*")
_BARE = re.compile(r"(?:about |aged )?\d{1,2}")
_SEXED = re.compile(r"\b(?:male|female|man|woman|boy|girl|m|f),\s*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?:aged|ages)\s+)?(?:between|from)\s+(?:the ages of\s+)?\w+\s*(?:and|to|-|–)\s*\w+"
    r"[-\s]?(?:years?|months?)?(?:[-\s]olds?)?",
    re.IGNORECASE,
)
# An entry of a list of names: "2. Mohammad Omar Sepahi, 22" before the next line, a stroke or a stop.
_LISTED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]+,\s*$")
_ENDS_ENTRY = re.compile(r"\s*(?:\n|$|/|;|\||\(|\)|\.\s)")
# "The conductor, (52), and a schoolgirl, (12), were killed"
_PERSON = re.compile(r"\b(?:an?|the|his|her|their|its|my|our|another)\s(?:[\w’'-]+\s){0,3}[a-z]{2,},\s$", re.IGNORECASE)
_PERSON_ENDS = re.compile(r"(?:,|\s+and\b|;|\)|\.(?!\d))")
# "They were aged (between 17 and 60)", "their ages ranged (from 17 to 60)"
_OF_AGES = re.compile(
    r"\b(?:aged|ages(?:\s+(?:ranged|ranging|range|were|are|of))?|(?:ranged|ranging|range)\s+in\s+ages?)\s+$", re.IGNORECASE
)
_OF_ONE = re.compile(
    r"\b(?:youngest|oldest|eldest)\s+(?:[\w\s]{1,20}\s)?(?:was|is|being)\s+(?:only\s+|just\s+|aged?\s+)?$", re.I
)
_OF_ONE_SHORT = re.compile(r"\b(?:youngest|oldest|eldest)(?:\s+(?:of\s+(?:them|whom)))?,?\s+(?:aged\s+)?$", re.IGNORECASE)
# "two of them (over 60)"
_BOUND = re.compile(r"(?:over|under|above|below)\s+(?:the\s+age\s+of\s+)?\d{1,2}", re.IGNORECASE)
# "four children under (twelve)", "girls aged below (ten)"
_YOUNG_UNDER = re.compile(
    r"\b(?:child(?:ren)?|girls?|boys?|minors?|infants?|bab(?:y|ies)|toddlers?|kids|pupils|students|youths|teenagers|people|persons|adults"
    r"|women|men)\s+(?:(?:who\s+)?(?:is|are|was|were)\s+)?(?:all\s+)?(?:aged?\s+)?(?:under|below|over|above)\s+(?:the\s+age\s+of\s+)?$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:and|or|were|was|who|in|on|at|from|by|after|when|while|years?|months?|have|had|died)\b)[a-z]", re.IGNORECASE
)
_NUMBER_WORD = re.compile(
    rf"(?:under |below |over |above )?(?:{'|'.join(w for w in load_language('en').numbers if w.isalpha())}|\d{{1,2}})", re.I
)
_NUMBER_ALONE = rf"(?:{'|'.join(w for w in load_language('en').numbers if w.isalpha())}|\d{{1,2}})"
# "The youngest was three", "the oldest 81"; not "the oldest two"
_ONES_AGE = re.compile(
    r"(?:the\s+)?(?:youngest|oldest|eldest)\s+"
    rf"(?:(?:(?:[\w’'-]+\s+){{0,3}}?(?:was|is|being)|aged)\s+(?:only\s+|just\s+|aged?\s+)*{_NUMBER_ALONE}|\d{{1,2}})\.?",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"\b(?:of\s+(?:them|whom)|(?:them|whom)\s+all),?\s+(?:(?:is|are|was|were)\s+)?$", re.IGNORECASE)


def with_age(document: Document, row: Harm) -> str:
    """The words of a row with the rest of an age that they are cut out of: "A 14-" of "A 14-year-old girl" is one girl."""
    if not row.evidence:
        return row.raw
    span = row.evidence[0].span
    first = max(span.start, span.end - LONGEST_AGE)
    ages = _AGE.finditer(document.text, first, span.end + LONGEST_AGE)
    cut = next((age for age in ages if age.start() < span.end < age.end()), None)
    return row.raw + document.text[span.end : cut.end()] if cut else row.raw


def is_age(text: str, row: Harm) -> bool:
    """True for a row that is an age: "victims aged" 20, "driver, male," 44, the last of a list, "children under" twelve."""
    if not row.evidence:
        return False
    span = row.evidence[0].span
    before = text[max(0, span.start - LONGEST_AGES) : span.start]
    if _AGES.fullmatch(row.raw) and _AGED.search(before):
        return True
    if _BETWEEN.fullmatch(row.raw) and ("old" in row.raw.lower() or _OF_AGES.search(before)):
        return True
    if row.score is not None and _NUMBER_WORD.fullmatch(row.raw) and _YOUNG_UNDER.search(before + _lead(row.raw)):
        return _NOUN_BEHIND.match(text, span.end) is None
    if _BARE.fullmatch(row.raw):
        listed = _LISTED.search(before) is not None and _ENDS_ENTRY.match(text, span.end) is not None
        if listed or _SEXED.search(before):
            return True
    return row.score is not None and _is_somebodys(text, row, before)


def _lead(raw: str) -> str:
    """The "under " of "under twelve"; "" of "twelve"."""
    first, space, _ = raw.partition(" ")
    return f"{first} " if space else ""


def _is_somebodys(text: str, row: Harm, before: str) -> bool:
    """True for the age of the one told right before it, and for that of the youngest."""
    if _BOUND.fullmatch(row.raw):
        return _BOUNDED.search(before) is not None
    if _ONES_AGE.fullmatch(row.raw) or (_NUMBER_WORD.fullmatch(row.raw) and _OF_ONE.search(before)):
        return True
    if not _BARE.fullmatch(row.raw.rstrip(".")):
        return False
    ends = row.raw.endswith(".") or _PERSON_ENDS.match(text, row.evidence[0].span.end) is not None
    return ends and (_PERSON.search(before) is not None or _OF_ONE_SHORT.search(before) is not None)
