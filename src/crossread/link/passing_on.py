"""Reports that name another outlet as where they have it from, and tell much of it in that outlet's words."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.link.tolerances import tolerances
from crossread.link.words import fold

_SAYS = r"(?:reported|reports|said|says|wrote|writes|quoted|quoting|cited|citing|learn(?:ed|t))"
_BEFORE = (
    r"(?:told|according\s+to|quoted\s+by|citing|cited\s+by|quoting|reported\s+by|reports?\s+(?:by|from|in)|as\s+per|source\s*:"
    r"|interviews?\s+with|via|with)"
)
_AGENCY = r"(?:(?:the|an?|news|french|british|american|state|site|website|channel|newspaper|agency|broadcaster)\s+){0,4}"


def names_as_teller(text: str, source: str) -> bool:
    """True where a report's words, folded, name an outlet as who reported, said or was told it ("AFP reported", "(AFP)").

    Most texts do not hold its name at all, which is looked for first.
    """
    return any(name in text for name in _names(source)) and _naming(source).search(text) is not None


@lru_cache(maxsize=1 << 10)
def _names(source: str) -> tuple[str, ...]:
    """All names of an outlet, folded, without their article."""
    rows = tolerances("outlets")["names"]
    return tuple(fold(one).removeprefix("the ") for one in next((row for row in rows if source in map(fold, row)), [source]))


@lru_cache(maxsize=1 << 10)
def _naming(source: str) -> re.Pattern[str]:
    """How a report says that it has it from this outlet, under any of its names."""
    name = "|".join(map(re.escape, _names(source)))
    later = rf"(?:,?\s+(?:news\s+agency|the\s+news\s+agency|agency|news))?,?\s+(?:has\s+)?{_SAYS}"
    return re.compile(rf"\(\s*(?:{name})\s*\)|\b{_BEFORE}\s+{_AGENCY}(?:{name})\b|\b(?:{name}){later}\b")
