"""Numbers that add up to another number of the same claim: parts of it, not more of it.

"27 civilians were killed … 18 civilians in one camp and nine in the other": the last two are the first told by place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.codebook.name_folding import fold_name
from crossread.records import Harm


def mark_summands(rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on those that, two or more together, make exactly another row of their effect and group.

    Only plain exact numbers add up; a row that is part of something already, or has parts, is left as it is.
    """
    found = list(rows)
    for whole, row in enumerate(rows):
        number = _exact(row)
        if number is None or row.part_of is not None or any(other.part_of == whole for other in found):
            continue
        parts = [i for i, other in enumerate(found) if i != whole and _beside(row, other)]
        if len(parts) >= 2 and sum(_exact(found[i]) or 0 for i in parts) == number:
            for i in parts:
                found[i] = replace(found[i], part_of=whole)
    return tuple(found)


def _beside(row: Harm, other: Harm) -> bool:
    """The same effect on the same group in plain numbers, told by the same speaker."""
    return (
        other.part_of is None
        and _exact(other) not in (None, 0)
        and (row.effect, row.speaker) == (other.effect, other.speaker)
        and bool(row.group)
        and fold_name(row.group or "") == fold_name(other.group or "")
    )


def _exact(row: Harm) -> int | None:
    count = row.count
    return count.low if count is not None and count.qualifier == "exact" and count.low == count.high else None
