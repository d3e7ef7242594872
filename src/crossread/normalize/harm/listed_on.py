"""People listed behind an uncounted group of those included: the two children of "14 people, including women and two children".

They are no more dead. All four hand-coded rows that stand so behind a group without a number, in reports that mark parts,
are parts of the same number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_BOUND = r"(?:(?:at\s+least|about|some|the|another)\s+)?"
_FURTHER = r"(?:\s*,\s+[a-z][\w’'-]*(?:s|en))*"
# "women and (two children)", "women, elders, (two men)"; what stands behind a comma and "and" may be a clause of its own.
_NEXT = re.compile(rf"{_FURTHER}(?:\s+(?:and|as\s+well\s+as)|\s*,(?P<clause>\s+and)?)\s+{_BOUND}", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:were|was|are|is|had|have|has|died|perished|fell)\b", re.IGNORECASE)
# ", including women and (two children)", where the women have no row
_UNTOLD = re.compile(
    r",?\s*\(?(?:including|incl\.?|among\s+(?:them|whom\s+were))\s+(?:(?!(?:were|was|are|is|had|have|who|when|in|of|from)\b)[a-z][\w’'-]*\s+){1,3}?"
    rf"(?:and|as\s+well\s+as)\s+{_BOUND}",
    re.IGNORECASE,
)
_FATE = re.compile(r"(?:\s+(?:people|persons|civilians))?\s+(?:(?:were|was|have\s+been|had\s+been)\s+)?[a-z]+(?=,)")


def mark_listed_on(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with those listed behind an uncounted part of a number, or behind such people without a row, as parts, too.

    Behind a counted part the retellings are settled later.
    """
    found = list(rows)
    for at in range(1, len(found)):
        row, last = found[at], found[at - 1]
        if row.part_of is not None or row.score is None or not row.evidence or not last.evidence:
            continue
        if (row.effect, row.speaker) != (last.effect, last.speaker) or any(other.part_of == at for other in found):
            continue
        whole = _goes_on(text, last, row) if last.part_of is not None else _untold_between(text, found, at)
        if whole is not None and _has_place(found, whole, row):
            found[at] = replace(row, part_of=whole)
    return tuple(found)


def _goes_on(text: str, last: Harm, row: Harm) -> int | None:
    """The whole of an uncounted part right before the row in one list."""
    if number_of(last) is not None:
        return None
    told = _NEXT.fullmatch(text, last.evidence[0].span.end, row.evidence[0].span.start)
    if told is None or (told["clause"] and _VERB.match(text, row.evidence[0].span.end)):
        return None
    return last.part_of


def _untold_between(text: str, rows: Sequence[Harm], at: int) -> int | None:
    """The number right before the row, where the words between include an uncounted group that has no row."""
    last = rows[at - 1]
    between = text[last.evidence[0].span.end : rows[at].evidence[0].span.start]
    fate = _FATE.match(between)
    listed = between[fate.end() :] if fate else between
    return at - 1 if _UNTOLD.fullmatch(listed) else None


def _has_place(rows: Sequence[Harm], whole: int, row: Harm) -> bool:
    """True where the number is not told or can hold the row beside its other parts."""
    number = number_of(rows[whole])
    taken = sum(number_of(other) or 0 for other in rows if other.part_of == whole)
    return number is None or taken + (number_of(row) or 1) <= number
