"""Totals split by sex and age that only partly say so: "58 names; the dead included 20 children, 13 women and 25 men"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_SPLIT = re.compile(
    r"\b(?:(?:wo)?men|children|boys|girls|minors|adults|infants|babies|elderly|teenagers|pupils|students|males|females|adolescents)\b",
    re.IGNORECASE,
)


def mark_rest_of_split(rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on men, women or children who make, with those already in it, exactly their total.

    Only where the total holds some of them already: then nobody told beside them is a further victim.
    """
    found = list(rows)
    for whole, row in enumerate(rows):
        total = row.count.low if row.count is not None else None
        held = [one for one in found if one.part_of == whole]
        if not total or not held or not all(_is_split(one) for one in held):
            continue
        rest = [at for at, one in enumerate(found) if at != whole and one.part_of is None and _is_beside(row, one)]
        if rest and sum(number_of(one) or 0 for one in (*held, *(found[at] for at in rest))) == total:
            for at in rest:
                found[at] = replace(found[at], part_of=whole)
    return tuple(found)


def _is_beside(whole: Harm, row: Harm) -> bool:
    return row.effect == whole.effect and row.speaker == whole.speaker and _is_split(row)


def _is_split(row: Harm) -> bool:
    exact = row.count is not None and row.count.qualifier == "exact"
    return exact and _SPLIT.search(f"{row.raw} {row.group or ''}") is not None
