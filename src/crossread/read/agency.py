"""Which agency's report a text is, by its dateline: "BAMAKO, March 3 (Reuters) -"."""

from __future__ import annotations

from functools import cache

from crossread import patterns as re
from crossread.read.options import load_table

LONGEST_DATELINE = 90  # characters before the agency: a place or two, a day
_SMALL = frozenset("of in the and near de la le el al du des".split())
_SIGNED = r"(?:(?:By|BY|Source|Published|Date|Updated)\b[^\n]{0,120}\n+\s*){0,3}"
_OPENS = (
    rf"\s*(?:[^\n]{{1,200}}\n+\s*)?{_SIGNED}(?P<line>[^\n()\[\]]{{0,{LONGEST_DATELINE}}})"  # behind a title and who signed it
)


def find_agency(text: str) -> str | None:
    """The agency in brackets at the end of a dateline, by the name it is called by; None where no known one stands there.

    A dash must follow, and only names and numbers stand before it: "he told the agency (AFP) -" is no dateline.
    """
    match = _pattern().match(text)
    if match is None or not _is_dateline(match["line"]):
        return None
    return _names()[match["agency"].casefold()]


def _is_dateline(line: str) -> bool:
    words = re.findall(r"\w[\w'’-]*", line)
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in words)


@cache
def _names() -> dict[str, str]:
    return {written.casefold(): name for written, name in load_table("agencies.toml")["names"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"{_OPENS}[(\[](?P<agency>{names})[)\]]\s*[-–—]", re.IGNORECASE)
