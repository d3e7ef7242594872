"""Acts of the moment of writing, as posts tell them: "right now", "minutes ago", "are now bombing", "has just exploded".

What happens now, or did minutes ago, is of the day of publication; what "has just" happened is only known to be over by then.
Two coded reports of a known day say "currently", which dates nothing: a state that lasts has no day.
"""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, DateWindow, Document, Slot

REACH = 80  # characters between such words and the act of their sentence
SCORE = 0.5  # what a day found by its words alone is worth
_AGO = (
    r"(?:(?:just|only|barely|a\s+few|some|several|mere)\s+)*(?:minutes|moments|seconds)\s+ago"
    r"|(?:just\s+)?a\s+(?:short|little)\s+(?:while|time)\s+ago"
)
_MOMENT = re.compile(rf"(?:at\s+)?(?:(?:just|right)\s+now|{_AGO}|(?:this|the)\s+(?:very\s+)?moment)", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?<!not )(?<!but )(?:(?:just|right)\s+now|at\s+th(?:is|e)\s+(?:very\s+)?moment|(?<!\d )(?:{_AGO}))\b"
    r"(?!\s+(?:that|when)\b)",
    re.IGNORECASE,
)
# "are now (bombing)": what they are now (displaced, held) may have begun long before, and so may a patrol or a flight
_FORCE = frozenset("air_strike shelling bombing armed_clash armed_attack killing crackdown arson looting destruction".split())
_NOW = re.compile(r"\b(?:is|are)\s+now\s+(?:being\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
_JUST = re.compile(r"\b(?:has|have)\s+just\s+(?:been\s+)?$", re.IGNORECASE)


def window_of_moment(slot: Slot[DateWindow], published: date | None) -> DateWindow | None:
    """The day of publication where the slot's words are those of the moment of writing ("a few minutes ago")."""
    return _day(published) if published and _MOMENT.fullmatch(slot.raw.strip()) else None


def slot_of_moment(document: Document, claim: Claim) -> Slot[DateWindow] | None:
    """The day of what the sentence of an act tells as going on, or just over, at the time of writing."""
    published = document.published
    if claim.score is None or published is None or claim.scope == "aggregate" or claim.status != "accomplished":
        return None
    text, span = document.text, claim.trigger.span
    before, after = sentence_around(text, span.start, span.end)
    first, last = span.start - len(before), span.end + len(after)
    over = _JUST.search(text, first, span.start)
    now = _NOW.search(text, first, span.start)
    goes_on = (
        now is not None and claim.type in _FORCE and ("being" in now.group() or claim.trigger.quote.lower().endswith("ing"))
    )
    told = over or (now if goes_on else None)
    told = told or _TOLD.search(text, max(first, span.start - REACH), min(last, span.end + REACH))
    if told is None:
        return None
    quote = document.quote(told.start(), told.start() + len(told.group().rstrip()))
    value = DateWindow(earliest=None, latest=published, precision="unknown") if over else _day(published)
    return Slot(raw=quote.quote, value=value, evidence=(quote,), score=SCORE)


def _day(day: date) -> DateWindow:
    return DateWindow(earliest=day, latest=day, precision="day")
