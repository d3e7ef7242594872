"""Accounts that count only some of the people: an army its own six soldiers, where another report counts six of 14 dead."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import sum_counts
from crossread.weigh.policies import ToldToll, fits, point

# Kinds of which somebody may count his own alone; "civilians" and "unknown" are whom a toll counts when it tells no kind.
_OWN = (
    "state_forces",
    "foreign_forces",
    "police",
    "rebel_group",
    "political_militia",
    "communal_militia",
    "journalists",
    "aid_workers",
)


def counts_part(one: ToldToll, other: ToldToll) -> bool:
    """True where `one` counts people of a single kind, and `other` as many of that kind within a larger number."""
    if one.count is None or other.count is None or not one.rows or (one.effect, one.side) != (other.effect, other.side):
        return False
    kinds = {row.group_type for row in one.rows}
    if len(kinds) != 1 or not kinds <= set(_OWN) or point(other) <= point(one):
        return False
    within = [row.count for row in (*other.rows, *other.parts) if row.group_type in kinds and row.count is not None]
    whole = {row.group_type for row in other.rows} == kinds and not other.parts
    return bool(within) and not whole and fits(one.count, sum_counts(within))


def drop_partial(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls without those that count a part of what another account counts: they are neither its low nor its best."""
    return [one for one in told if not any(counts_part(one, other) for other in told if other is not one)]
