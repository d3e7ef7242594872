"""A truce "from December 23" is of that day, not of all days since.

Of the three coded acts told "from" a day two are of that day alone, the third of that day and the next.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.resolving import DateContext, resolve_when
from crossread.records import Claim, DateWindow, Slot

_FROM = re.compile(
    r"(?:(?:starting|beginning|effective)\s+)?from\s+(?P<day>(?:(?!\b(?:to|till|until|through|onwards?)\b|[-–—]).)+)",
    re.IGNORECASE,
)


def day_of_truce(claim: Claim, slot: Slot[DateWindow], context: DateContext) -> DateWindow | None:
    """The window of the day on which an agreement takes effect, for a slot "from" that day; None for any other."""
    told = _FROM.fullmatch(slot.raw) if claim.type == "agreement" and claim.score is not None else None
    return resolve_when(told["day"], context=context) if told is not None else None
