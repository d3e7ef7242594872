"""Numbers of things that no row of people is: "nine houses burnt, 20 others looted", "13 others and five motorcycles damaged".

In hand-coded reports no number with "others" or "more" right before "burnt", "damaged" or "looted" is a row of harm.
"""

from __future__ import annotations

import re

from crossread.records import Document, Harm

_REST = re.compile(r"(?:(?:at\s+least|about|some|another)\s+)*[\w,]+(?:\s+(?:others?|more|further))?", re.IGNORECASE)
_AND_THINGS = r"(?:,?\s+and\s+[\w-]+\s+(?!people|persons|men|women|children|civilians|others)[\w-]+s)?"
_WRECKED = r"burn(?:t|ed)|damaged|destroyed|looted|torched|ransacked|vandali[sz]ed|demolished|razed|gutted"
_SPOILT = rf"(?:{_WRECKED}|set\s+(?:ablaze|alight|on\s+fire))"
_ARE_SPOILT = re.compile(
    rf"{_AND_THINGS}\s+(?:(?:was|were|are|is|(?:have|has|had)\s+been)\s+)?(?:\w+ly\s+)?(?:burn(?:t|ed)\s+and\s+)?"
    rf"{_SPOILT}\b(?!\s+(?:to\s+death|alive))",
    re.IGNORECASE,
)


def counts_things(document: Document, row: Harm) -> bool:
    """True for a bare number, or one with "others", of what is burnt, damaged or looted; nobody's who is burnt to death."""
    if row.score is None or row.part_of is not None or not row.evidence or not _REST.fullmatch(row.raw.strip()):
        return False
    return _ARE_SPOILT.match(document.text, row.evidence[0].span.end) is not None
