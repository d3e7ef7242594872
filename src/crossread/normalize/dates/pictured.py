"""The day on which a picture was taken, told at the end of what stands under it: "Police detain a man in Baku, Sept. 22, 2016."

What happened "Sunday" by such words is the Sunday before the picture, whenever the report came out.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from crossread import patterns as re

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_TAKEN = re.compile(
    rf",\s*(?:on\s+)?(?:\w+day,?\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})\.?\s*"
    r"(?:\([^)\n]{1,60}\)\s*)?[-–—]?\s*$",
    re.IGNORECASE,
)


_STOP = re.compile(r"[.!?][\"”’']*\s+[A-Z]")


def day_of_picture_behind(sentence: str, at: int) -> date | None:
    """The day of the picture under which the words at this place of a sentence stand.

    None where another sentence may begin between: "… of the IRGC. FILE - A drone is shown in Tehran, Feb. 11, 2016."
    """
    return None if _STOP.search(sentence, at) else day_of_picture(sentence)


@lru_cache(maxsize=64)
def day_of_picture(sentence: str) -> date | None:
    """The day with its year at the very end of a sentence, behind a comma; None for any other sentence."""
    taken = _TAKEN.search(sentence)
    if taken is None:
        return None
    try:
        return date(int(taken["year"]), _MONTHS[taken["month"].lower()], int(taken["day"]))
    except ValueError:  # "Feb. 31"
        return None
