"""A number told again by its groups right behind it: "three Americans, a soldier and two contractors, lost their lives".

Of six such lists in coded reports whose numbers add up, three are set off from what befell them, by a comma or in brackets, and
all parts of the number; the other three go on to the verb or to the next item ("two militants, a soldier and a guard were
wounded") and none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

MOST_GROUPS = 5
_FIRST = re.compile(r"\s*(?:,|:|\(|–|—|\s-\s)\s*")
_NEXT = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)")
_SET_OFF = re.compile(r"\s*(?:,\s+(?!and\b|or\b|as\s+well\b|plus\b)|\)|–\s|—\s|-\s)")


def mark_apposed_sum(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on the groups that stand right behind a number, make it exactly and are set off."""
    found = list(rows)
    for at, row in enumerate(found):
        for last in range(at + 2, min(len(found), at + MOST_GROUPS + 1)):
            if _is_free(row) and _make(text, row, found[at + 1 : last + 1]):
                found[at + 1 : last + 1] = [replace(part, part_of=at) for part in found[at + 1 : last + 1]]
                break
    return tuple(found)


def _is_free(row: Harm) -> bool:
    exact = row.count is not None and row.count.qualifier == "exact"
    return exact and row.part_of is None and bool(row.evidence)


def _make(text: str, whole: Harm, parts: Sequence[Harm]) -> bool:
    if not all(_is_free(part) and part.effect == whole.effect and part.speaker == whole.speaker for part in parts):
        return False
    number = number_of(whole) or 0
    if number < 2 or sum(number_of(part) or 0 for part in parts) != number:
        return False
    ends = [whole, *parts]
    gaps = [text[a.evidence[0].span.end : b.evidence[0].span.start] for a, b in zip(ends, parts, strict=False)]
    fits = _FIRST.fullmatch(gaps[0]) is not None and all(_NEXT.fullmatch(gap) for gap in gaps[1:])
    return fits and _SET_OFF.match(text, parts[-1].evidence[0].span.end) is not None
