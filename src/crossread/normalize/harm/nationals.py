"""The nations of those counted before: "capturing 23 of the raiders … seizing 12 Somali and 11 Yemeni nationals".

Two numbers of one sentence, joined by "and" and told by nothing but a nation, that make exactly a number told before are these
people, of their effect and kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

LEAST_TOTAL = 4  # people; smaller numbers add up by chance
_TAKEN = frozenset({"detained", "abducted"})
_NATION = re.compile(r"(?:\d+|[A-Za-z]+(?:-[a-z]+)?)\s+[A-Z][\w'’-]+(?:\s+(?:nationals|citizens|m[ae]n|crew))?")


def mark_nationals(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of`, and the effect and the kind of the whole, on two nations that make a number told before."""
    found = list(rows)
    for at in range(1, len(found) - 1):
        first, second = found[at], found[at + 1]
        if not _are_two_nations(text, first, second):
            continue
        total = (number_of(first) or 0) + (number_of(second) or 0)
        whole = next((i for i in range(at) if _is_whole(found[i], total)), None)
        if whole is not None and total >= LEAST_TOTAL:
            row = found[whole]
            found[at : at + 2] = [
                replace(part, part_of=whole, effect=row.effect, group_type=row.group_type) for part in (first, second)
            ]
    return tuple(found)


def _is_whole(row: Harm, total: int) -> bool:
    return row.part_of is None and row.effect in _TAKEN and number_of(row) == total


def _are_two_nations(text: str, first: Harm, second: Harm) -> bool:
    if not all(
        row.score is not None and row.part_of is None and row.effect in _TAKEN and row.evidence for row in (first, second)
    ):
        return False
    if not (_NATION.fullmatch(first.raw.strip()) and _NATION.fullmatch(second.raw.strip())):
        return False
    return text[first.evidence[0].span.end : second.evidence[0].span.start].strip() in ("and", ", and")
