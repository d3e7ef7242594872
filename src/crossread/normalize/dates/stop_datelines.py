"""A dateline that ends in a full stop: "NYALA, 7 March 2023. An air strike on 4 March killed …" was written on the 7th.

In a list of incidents the same form is an entry's place and day: only one such line, with its year or its city in capitals, is
a dateline.
"""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re

TOP = 300  # characters of a report in which it stands
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w'’-]*"
_LINE = re.compile(
    rf"^(?P<city>{_NAME}(?:\s(?:de|la|las|el|al|of|du|del|{_NAME})){{0,4}})(?:,\s[A-Z][\w'’ -]{{2,30}})?,\s"
    rf"(?P<day>(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s(?P<year>\d{{4}}))?)\.\s+(?=[A-Z“\"])",
    re.MULTILINE,
)


@lru_cache(maxsize=16)  # asked for each date of a report
def stop_dateline(text: str) -> tuple[int, int, int, int] | None:
    """Start and end of the line's head, and of the day in it; None where there is none, or more than one."""
    found = list(_LINE.finditer(text))
    if len(found) != 1 or found[0].start() > TOP:
        return None
    head = found[0]
    if not head["year"] and not head["city"].isupper():
        return None
    return head.start(), head.end(), head.start("day"), head.end("day")
