"""Numbered items that begin with their place ("2. Bara. On 4 May …"): the place of one is not that of the next."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.records import Span

_ITEM = re.compile(r"^[ \t*]*\d{1,2}[.)][ \t]+", re.MULTILINE)
_HEAD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]*(?:[ -][A-ZÀ-ÖØ-Þ][\w'’-]*){0,3}(?:,[^\n.:]{2,40})?(?:[.:]| [–—-])\s")
FEWEST = 2  # items with a place at their head


def in_other_item(text: str, start: int, other: int) -> bool:
    """True where a place told at `other` stands in another item of the list than the words at `start`.

    What stands before the list, such as its title, holds for all items.
    """
    items = _items(text)
    here = next((item for item in items if item.start <= start < item.end), None)
    return here is not None and other >= items[0].start and not here.start <= other < here.end


@lru_cache(maxsize=8)
def _items(text: str) -> tuple[Span, ...]:
    """The items of a list of which at least two have a name of their own at the head; none in other texts."""
    found = list(_ITEM.finditer(text))
    if sum(_HEAD.match(text, item.end()) is not None for item in found) < FEWEST:
        return ()
    starts = [item.start() for item in found]
    ends = [*starts[1:], _end_of_paragraph(text, starts[-1])]
    return tuple(Span(start=start, end=end) for start, end in zip(starts, ends, strict=True))


def _end_of_paragraph(text: str, start: int) -> int:
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)
