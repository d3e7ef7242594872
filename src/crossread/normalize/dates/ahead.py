"""A day that lies ahead is no day of what was done: "a deal under which the wounded will leave on Thursday"."""

from __future__ import annotations

import re

from crossread.records import Claim

_WILL = re.compile(r"(?<!good )(?<!free )\b(?:will|shall)\s+(?:not\s+|also\s+)?[a-z]+", re.IGNORECASE)
_STOP = re.compile(r"[.;!?\n]")
REACH = 200  # characters between what was done and a day told behind it
LEAD = 90  # characters before a day in which "will" is looked for


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
