"""Households told beside the people in them: "3,214 people (742 households)" are 3,214 displaced, not 3,956.

Hand-coded reports tell both three times and have a row for the people alone; of households alone they have a row 30 times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_HOUSEHOLDS = re.compile(r"\b(?:households|families|homes|HH|HHs)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*(?:\(|\[|/|[–—-]|,)?\s*(?:(?:or|from|comprising|of|in|representing|making\s+up|corresponding\s+to|equivalent\s+to|i\.e\.?|totall?ing"
    r"|for\s+a\s+total\s+of|with)\s+)?(?:(?:about|some|around|approximately|at\s+least|just\s+over|over|more\s+than|nearly|almost|an\s+estimated|a\s+total\s+of)\s+)*",
    re.IGNORECASE,
)

_OWN_FATE = re.compile(
    r"\s+(?:(?:were|was|are|have|has|had|been|also)\s+)*(?:killed|injured|wounded|dead|died|missing|arrested|abducted|kidnapped)\b",
    re.I,
)


def without_households(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without households whose people are counted beside them; what is told of these befell the people."""
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        if not _is_plain(row) or not _HOUSEHOLDS.search(row.raw) or any(other.part_of == at for other in rows):
            continue
        people = next((i for i, other in enumerate(rows) if i != at and _are_its_people(text, row, other)), None)
        if people is not None:
            gone.add(at)
            effect = row.effect if row.effect == "displaced" else rows[people].effect
            found[people] = replace(found[people], effect=effect)
    return without_rows(found, gone)


def _is_plain(row: Harm) -> bool:
    return bool(row.evidence) and row.score is not None and bool(number_of(row))


def _are_its_people(text: str, row: Harm, other: Harm) -> bool:
    """True for a larger number of people right before or behind the households, with nothing but "or" and the like between."""
    if not _is_plain(other) or _HOUSEHOLDS.search(other.raw) or (number_of(other) or 0) <= (number_of(row) or 0):
        return False
    first, last = sorted((row.evidence[0].span, other.evidence[0].span), key=lambda span: span.start)
    if first.end > last.start or _OWN_FATE.match(text, last.end):
        return False
    return _BESIDE.fullmatch(text, first.end, last.start) is not None
