"""Accounts that count only some of the people: an army its own six soldiers, where another report counts six of 14 dead,
one side's dead where another counts the other's, or a hospital those whom it took in.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from crossread import patterns as re
from crossread.records import Count, sum_counts
from crossread.weigh.peoples import NO_ARMY
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
_FORCES = frozenset(("state_forces", "foreign_forces", "police"))
# Whom nobody takes for each other; in "communal militia" and "unknown" there may be both.
_SIDES = {
    **dict.fromkeys(("state_forces", "foreign_forces", "police"), "state"),
    **dict.fromkeys(("rebel_group", "political_militia", "unidentified_armed_group"), "group"),
}
_NO_FORCES = re.compile(
    r"\b(?:residents?|civilians?|villagers?|farm(?:ers?|workers?)|herders?|traders?|vendors?|shoppers?|passengers?|pupils?"
    r"|students?|worshipp?ers?|children|wom[ae]n|refugees?|miners?|fisherm[ae]n|townspeople|inhabitants?|passers-?by|bystanders?)\b",
    re.IGNORECASE,
)
_FIGHTERS = re.compile(rf"\b(?:{NO_ARMY}|gunmen|bandits?|attackers?|assailants?|fighters?|militia(?:s|men)?)\b", re.IGNORECASE)


def counts_part(one: ToldToll, other: ToldToll) -> bool:
    """True where `one` counts people of a single kind, and `other` as many of that kind within a larger number.

    So does what by its own words is of a part ("two of her colleagues") beside a larger number that is none, and an army that
    counts its own fallen beside those whom, by another account, the army killed, or beside all who fell in the fight.
    """
    if one.count is None or other.count is None or not one.rows or (one.effect, one.side) != (other.effect, other.side):
        return False
    if one.own_part:
        return not other.own_part and other.claimed_by is None and point(other) > point(one)
    kinds = {row.group_type for row in one.rows}
    others = {row.group_type for row in other.rows}
    if one.own_men and other.claimed_by is None and not kinds & others and any(_are_others(kind) for kind in others):
        return point(other) > point(one)
    if len(kinds) != 1 or not kinds <= set(_OWN) or point(other) <= point(one):
        return False
    if kinds <= _FORCES & other.doers and not kinds & {row.group_type for row in (*other.rows, *other.parts)}:
        return True
    within = [row.count for row in (*other.rows, *other.parts) if row.group_type in kinds and row.count is not None]
    whole = {row.group_type for row in other.rows} == kinds and not other.parts
    return bool(within) and not whole and fits(one.count, sum_counts(within))


def _are_others(kind: str) -> bool:
    """True for people who are no party's own men: those of no kind may be, and "mercenaries" is what others call soldiers."""
    return kind != "unknown" and _SIDES.get(kind) != "group"


def count_other_side(one: ToldToll, other: ToldToll) -> bool:
    """True where one counts only forces of a state, and the other only armed groups: the dead of the two sides of a fight.

    So do two police officers whom one counts, and nine residents of another: other people, where the numbers differ.
    """
    if one.count is None or other.count is None or (one.effect, one.side) != (other.effect, other.side):
        return False
    sides = {_side(one) or _residents(one), _side(other) or _residents(other)}
    return sides == {"group", "state"} or (sides == {"residents", "state"} and not fits(one.count, other.count))


def _residents(told: ToldToll) -> str:
    """`residents` where all are counted by words that nobody has for soldiers or police; "people" may be anybody."""
    if not told.rows or any(row.group_type != "civilians" for row in told.rows):
        return ""
    return "residents" if all(_NO_FORCES.search(row.group or "") for row in told.rows if row.has_number) else ""


def _side(told: ToldToll) -> str:
    """The one side of a fight that all of its rows count, "" for any other."""
    sides = {_side_of(row.group_type, row.group or row.raw) for row in told.rows}
    return sides.pop() if len(sides) == 1 else ""


@lru_cache(maxsize=1 << 10)
def _side_of(group_type: str, words: str) -> str:
    """The side of a fight that a row counts; armed groups only by words that nobody uses for soldiers ("mercenaries")."""
    side = _SIDES.get(group_type, "")
    return "" if side == "group" and not _FIGHTERS.search(words) else side


def drop_partial(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls without those that count a part of what another account counts: they are neither its low nor its best.

    So are the dead of one side where the other's are told, too, and somebody counts as many as both.
    """
    in_whole = _list_in_whole(told)
    return [
        one for one in told if one not in in_whole and not any(counts_part(one, other) for other in told if other is not one)
    ]


def _list_in_whole(told: Sequence[ToldToll]) -> list[ToldToll]:
    """Those that count one side alone, where another counts the other's and a third as many as both; each number once."""
    found: list[ToldToll] = []
    for key in dict.fromkeys((one.effect, one.side) for one in told):
        sides: dict[str, dict[Count, list[ToldToll]]] = {}
        for one in told:
            if (one.effect, one.side) == key and one.count is not None and one.rows:
                sides.setdefault(_side(one), {}).setdefault(one.count, []).append(one)
        wholes = sides.get("", {})
        for soldiers, fighters in product(sides.get("state", {}), sides.get("group", {})):
            if any(fits(whole, sum_counts([soldiers, fighters])) for whole in wholes):
                found += [*sides["state"][soldiers], *sides["group"][fighters]]
    return found
