"""Reports that name another outlet as where they have it from, and tell much of it in that outlet's words."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.link.tolerances import tolerances
from crossread.link.words import fold
from crossread.records import Document

_SAYS = r"(?:reported|reports|said|says|wrote|writes|quoted|quoting|cited|citing|learn(?:ed|t))"
_BEFORE = (
    r"(?:told|according\s+to|quoted\s+by|citing|cited\s+by|quoting|reported\s+by|reports?\s+(?:by|from|in)|as\s+per|source\s*:"
    r"|interviews?\s+with|via|with)"
)
_AGENCY = r"(?:(?:the|an?|news|french|british|american|state|site|website|channel|newspaper|agency|broadcaster)\s+){0,4}"


def passes_on(document: Document, other: Document) -> bool:
    """True where the words name the other's publisher as who reported, said or was told it ("AFP reported", "(AFP)")."""
    if not other.source or fold(other.source) == fold(document.source or ""):
        return False
    return bool(_naming(fold(other.source)).search(fold(document.text)))


@lru_cache(maxsize=1 << 10)
def _naming(source: str) -> re.Pattern[str]:
    """How a report says that it has it from this outlet, under any of its names."""
    names = next((row for row in tolerances("outlets")["names"] if source in map(fold, row)), [source])
    name = "|".join(re.escape(fold(one).removeprefix("the ")) for one in names)
    later = rf"(?:,?\s+(?:news\s+agency|the\s+news\s+agency|agency|news))?,?\s+(?:has\s+)?{_SAYS}"
    return re.compile(rf"\(\s*(?:{name})\s*\)|\b{_BEFORE}\s+{_AGENCY}(?:{name})\b|\b(?:{name}){later}\b")
