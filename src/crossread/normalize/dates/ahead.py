"""Days that lie ahead: no day of what was done ("a deal under which the wounded will leave on Thursday"), but of a threat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossread import patterns as re
from crossread.normalize.dates.bearings import find_number
from crossread.normalize.dates.calendar import make_day
from crossread.normalize.dates.words import Word
from crossread.records import Claim, DateWindow, Document, Slot

_WILL = re.compile(r"(?<!good )(?<!free )\b(?:will|shall)\s+(?:not\s+|also\s+)?[a-z]+", re.IGNORECASE)
_STOP = re.compile(r"[.;!?\n]")
REACH = 200  # characters between what was done and a day told behind it
LEAD = 90  # characters before a day in which "will" is looked for
SOON = 60  # days: a day without its year so shortly behind publication is that of a threat
UPDATED = 3  # days after its day of publication in which a report was added to
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?"
# "ahead of Saturday's election", "before Friday Muslim prayers": what stands in the calendar, still to come
_BEFORE_EVENT = re.compile(
    rf"(?P<lead>ahead of|before)\s+(?:the\s+|this\s+)?{_DAY}\s+(?:(?:weekly|noon|midday|parliamentary|presidential|general"
    r"|local|municipal|legislative|(?-i:[A-Z])[\w'’-]+)\s+){0,2}(?:prayers?|elections?|votes?|voting|polls?|referendum|ballot|run-?off"
    r"|summit|inauguration|ceremony|ceremonies|funerals?|talks|visit|rall(?:y|ies)|march(?:es)?|match|festival|holiday|anniversary|deadline)\b",
    re.IGNORECASE,
)
_LEAD_OF = re.compile(r"(?:ahead of|before)\s+(?:the\s+|this\s+)?$", re.IGNORECASE)
_ANY_YEAR = frozenset("Yyzlhsp")


def is_of_what_will_be(text: str, claim: Claim) -> bool:
    """True for a day told behind "will", and that behind what was done; before an agreement also where it is told first.

    No hand-coded claim that was accomplished has such a day. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "accomplished" or claim.when is None or not claim.when.evidence:
        return False
    day, done = claim.when.evidence[0].span, claim.trigger.span
    if done.end <= day.start:
        start, end = done.end, day.start
    elif claim.type == "agreement" and day.end <= done.start:
        start, end = max(0, day.start - LEAD), done.start
        start = max(start, *(match.end() for match in _STOP.finditer(text, start, day.start)), start)
    else:
        return False
    near = end - start <= REACH and _STOP.search(text, start, end) is None
    return near and _WILL.search(text, start, day.start) is not None


def lies_just_ahead(words: Sequence[Word], published: date | None, *, threat: bool) -> bool:
    """True for a day without its year that is the next one after publication, and not a year back.

    For a threat that of the next weeks: of twelve coded threats with such a day all are of it. For what has happened only that
    of the next three days ("Update, 20 November"): none of 45 coded days without a year up to 75 days behind publication that
    belong to the year before is so near.
    """
    month, day = find_number(words, "M"), find_number(words, "NOj")
    if published is None or month is None or day is None or any(word.tag in _ANY_YEAR for word in words):
        return False
    days = (make_day(year, month, day) for year in (published.year, published.year + 1))
    return any(0 < (one - published).days <= (SOON if threat else UPDATED) for one in days if one is not None)


def window_before_event(document: Document, claim: Claim, slot: Slot[DateWindow], published: date | None) -> DateWindow | None:
    """Up to publication, for what was done "ahead of Saturday's election" or to prepare for it "before Friday prayers".

    The weekday is the next one: a report tells so of what is still to come. What was done before the last one keeps its day
    ("killed before Friday prayers").
    """
    if published is None or claim.score is None or claim.status != "accomplished" or not slot.evidence:
        return None
    start = slot.evidence[0].span.start
    lead = _LEAD_OF.search(document.text[max(0, start - 20) : start])
    event = _BEFORE_EVENT.match(document.text, start - len(lead.group()) if lead else start)
    if event is None or (event["lead"].lower() == "before" and claim.type != "operation"):
        return None
    return DateWindow(earliest=None, latest=published, precision="unknown")
