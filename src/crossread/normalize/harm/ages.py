"""Ages that a row is cut out of: "A 14-" of "A 14-year-old girl" is one girl, not fourteen."""

from __future__ import annotations

import re

from crossread.records import Document, Harm

_AGE = re.compile(r"(?:\d{1,3}|\w{3,9})[-‐– ](?:year|month|week|day)s?[-‐– ]olds?\b", re.IGNORECASE)
LONGEST_AGE = 18  # characters: "103-months-old"


def with_age(document: Document, row: Harm) -> str:
    """The words of a row with the rest of an age that they are cut out of: "A 14-" of "A 14-year-old girl" is one girl."""
    if not row.evidence:
        return row.raw
    span = row.evidence[0].span
    first = max(span.start, span.end - LONGEST_AGE)
    ages = _AGE.finditer(document.text, first, span.end + LONGEST_AGE)
    cut = next((age for age in ages if age.start() < span.end < age.end()), None)
    return row.raw + document.text[span.end : cut.end()] if cut else row.raw
