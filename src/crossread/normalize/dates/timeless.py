"""Words found for a date that tell no time: "peacefully", "under the decree", how long, the adverb of "has since turned"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.cuts import quoting
from crossread.normalize.dates.figures import COMMA, STOP, UNKNOWN
from crossread.normalize.dates.finder import iter_spans_from
from crossread.normalize.dates.words import read_words
from crossread.records import Claim, DateWindow, Document, Slot

_EMPTY = frozenset((" ", "N", "i", "<", ">", "-", "&", COMMA, STOP, UNKNOWN))  # tags that say nothing of time by themselves
# What tells a time without a word of the calendar: "during the coup attempt", "while the talks went on", "currently"
_OF_TIME = re.compile(
    r"\b(?:during|while|whilst|when|once|as|amid|until|till|throughout|upon|currently|now|nowadays|soon|meanwhile|henceforth|presently"
    r"|at\s+present|times?|periods?|dates?|stages?|phases?|wars?|holidays?|anniversary|vigil|custody|way|long|\w+ly\s+after)\b"
    r"|\w+long\b|\d",
    re.IGNORECASE,
)
# "two have since been freed", "villages since retaken": the word for what was done, or one that helps it, stands beside "since"
_HELPED = re.compile(r"\b(?:has|have|had|is|are|was|were|been)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"since(?:\s+\w+)?", re.IGNORECASE)
# "(for the first time) since its 1991 creation": how old a body is dates nothing that it speaks of
_SINCE_ITS = re.compile(r"\bsince\s+(?:its|their|his|her|the\s+[\w-]+['’]s?)\s+$", re.IGNORECASE)
_CREATION = re.compile(
    r"['’]?\s+(?:creation|founding|foundation|formation|inception|establishment|launch|opening|birth|independence)\b",
    re.IGNORECASE,
)
# "(fighting) for eight days", "after more than (eight months of fighting)": how long, and not when
_AMOUNT = (
    r"(?:(?:about|around|some|over|nearly|almost|roughly|more\s+than|less\s+than|at\s+least|up\s+to|several|many|an?|\d+(?!\d)|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?:\s+(?:to|or)\s+\w+)?)\s*)+"
)
_UNITS = r"(?:hours?|days?|nights?|weeks?|months?|years?|decades?)"
_HOW_LONG = re.compile(rf"for\s+(?:{_AMOUNT})?(?:{_UNITS})?|(?:{_AMOUNT})(?:{_UNITS})?|{_UNITS}", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|lasted|lasting|took|after)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\s*(?:{_AMOUNT})?(?:{_UNITS})?\b(?!\s*(?:ago|after|before|earlier|later|old|on|since|into|from)\b)", re.IGNORECASE
)
_BETWEEN = re.compile(r",?\s+(?:(?:in|on|from|of|during)\s+)?", re.IGNORECASE)
_UNIT = re.compile(rf"\b{_UNITS}\Z", re.IGNORECASE)
# "(killed in) previous (protests)", "since Mali's current (conflict)": cut out of what has no time of its own
_TURN_ALONE = re.compile(r"(?:in\s+|during\s+|over\s+)?(?:previous|preceding|current)", re.IGNORECASE)
_OF_CALENDAR = re.compile(
    r"\s+(?:(?:few|several|two|three|four|five|six|\d+)\s+)?(?:hours?|days?|nights?|evening|morning|afternoon|weeks?|weekends?|fortnight|months?"
    r"|years?|decades?|century|summer|autumn|winter|spring|season|\w+day|\d)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b[Bb]orn\s+(?:in|around)\s+$")  # "a woman born in 1956 was killed"
_YEAR = re.compile(r"(?:since\s+(?:its|their|his|her)\s+)?(?:1[89]|20)\d\d")


def tells_no_time(document: Document, claim: Claim, slot: Slot[DateWindow], language: str) -> bool:
    """True for words that no reader would take for a time; what people and data sets say (no score) stays.

    Of about 11,000 hand-coded dates four are such words ("The program"). On the reports left out of training the extractor
    found six, and five of the adverb "since"; the coders have none of them.
    """
    if claim.score is None or not slot.evidence:
        return False
    if _is_adverb(document.text, claim, slot) or _tells_how_long(document.text, slot):
        return True
    tags = {word.tag for word in read_words(slot.raw, language)}
    return tags <= _EMPTY and UNKNOWN in tags and _OF_TIME.search(slot.raw) is None


def _is_adverb(text: str, claim: Claim, slot: Slot[DateWindow]) -> bool:
    """True for the "since left" of "has since left": it bounds nothing."""
    span, trigger = slot.evidence[0].span, claim.trigger.span
    if not _SINCE.fullmatch(slot.raw):
        return False
    return span.start < trigger.start < span.end or _HELPED.search(text, max(0, span.start - 8), span.start) is not None


def _tells_how_long(text: str, slot: Slot[DateWindow]) -> bool:
    """True for "for eight days", whole or cut; by the codebook durations date nothing. Not for "for two days before"."""
    span = slot.evidence[0].span
    if not _HOW_LONG.fullmatch(slot.raw.strip()):
        return False
    led = slot.raw[:4].lower() == "for " or _FOR.search(text, max(0, span.start - 12), span.start) is not None
    rest = _GOES_ON.match(text, span.end)
    return led and rest is not None and _UNIT.search(text[span.start : rest.end()].rstrip()) is not None


def behind_length(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot on the date that stands right behind how long: "last week" of "for three days last week"."""
    if not slot.evidence or slot.value is not None or not _tells_how_long(document.text, slot):
        return slot
    end = slot.evidence[0].span.end
    told = next((span for span in iter_spans_from(document.text, language, end) if span.start >= end), None)
    if told is None or not _BETWEEN.fullmatch(document.text, end, told.start):
        return slot
    return quoting(document, slot, told)


def is_turn_alone(document: Document, slot: Slot[DateWindow]) -> bool:
    """True for the "previous" of "in previous protests": whose turn it is, no calendar tells."""
    if not slot.evidence or slot.value is not None or not _TURN_ALONE.fullmatch(slot.raw.strip()):
        return False
    return _OF_CALENDAR.match(document.text, slot.evidence[0].span.end) is None


def is_of_origin(document: Document, slot: Slot[DateWindow]) -> bool:
    """True for the year in which a body, a law or a country began ("since its 1991 creation") or somebody was born.

    A commission's age had put an air strike of 2015 into 1991, where no other report of it could meet it.
    """
    if not slot.evidence or not _YEAR.fullmatch(slot.raw):
        return False
    text, span = document.text, slot.evidence[0].span
    if _BORN.search(text, max(0, span.start - 20), span.start):
        return True
    if not _CREATION.match(text, span.end):
        return False
    return slot.raw[:1].isalpha() or _SINCE_ITS.search(text, max(0, span.start - 40), span.start) is not None
