"""Accounts that count only some of the people: an army its own six soldiers, where another report counts six of 14 dead,
or one side's dead where another counts the other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.records import Harm, sum_counts
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
# Whom nobody takes for each other; in "communal militia" and "unknown" there may be both.
_SIDES = {
    **dict.fromkeys(("state_forces", "foreign_forces", "police"), "state"),
    **dict.fromkeys(("rebel_group", "political_militia", "unidentified_armed_group"), "group"),
}
_FIGHTERS = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|extremists?|jihadis?t?s?|rebels?|guerr?illas?|separatists?|gunmen|bandits?|attackers?"
    r"|assailants?|fighters?|militia(?:s|men)?)\b",
    re.IGNORECASE,
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


def count_other_side(one: ToldToll, other: ToldToll) -> bool:
    """True where one counts only forces of a state, and the other only armed groups: the dead of the two sides of a fight."""
    if one.count is None or other.count is None or (one.effect, one.side) != (other.effect, other.side):
        return False
    sides = [{_side_of(row) for row in told.rows} for told in (one, other)]
    return sorted(map(sorted, sides)) == [["group"], ["state"]]


def _side_of(row: Harm) -> str:
    """The side of a fight that the row counts; armed groups only by words that nobody uses for soldiers ("mercenaries")."""
    side = _SIDES.get(row.group_type, "")
    return "" if side == "group" and not _FIGHTERS.search(row.group or row.raw) else side


def drop_partial(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls without those that count a part of what another account counts: they are neither its low nor its best.

    So are the dead of one side where the other's are told, too, and somebody counts as many as both.
    """
    return [
        one
        for one in told
        if not any(counts_part(one, other) or _are_in_whole(one, other, told) for other in told if other is not one)
    ]


def _are_in_whole(one: ToldToll, other: ToldToll, told: Sequence[ToldToll]) -> bool:
    if not count_other_side(one, other) or one.count is None or other.count is None:
        return False
    both = sum_counts([one.count, other.count])
    rest = [row for row in told if row.effect == one.effect and row.count and row.rows]
    return any(
        fits(row.count, both) and not count_other_side(row, one) and not count_other_side(row, other)
        for row in rest
        if row.count
    )
