"""The losses of both sides as one account tells them together: its own whole, never one account's dead and another's.

"Police: eight killed, three attackers shot dead" is eleven. Beside "at least nine killed" of a second report the whole is still
the eleven that the first one tells, and no twelve that nobody does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.records import Toll, sum_counts
from crossread.weigh.policies import ToldToll, point
from crossread.weigh.saying import say_count
from crossread.weigh.tolls import DOERS


def in_whole(sides: list[list[ToldToll]]) -> list[list[ToldToll]]:
    """The attacked and the attackers as one side, each account with what it tells of both; other sides as they are.

    Who counts just as many of the attacked tells the same whole without naming it. Who counts the attackers alone adds nothing
    to what others tell of the attacked.
    """
    own = [side for side in sides if side[0].side != DOERS]
    doers = [side for side in sides if side[0].side == DOERS]
    if len(own) != 1 or len(doers) != 1 or len(own[0]) < 2:
        return sides
    return [[_with_attackers(one, own[0], doers[0]) for one in own[0]]]


def say_attackers(toll: Toll, told: Sequence[ToldToll]) -> list[str]:
    """`12 of them of the attackers`, or `3 of the attackers beside` where the figure is that of an account without them.

    Only where an account counts these beside the attacked, and no other counts otherwise.
    """
    free = [one for one in told if not one.claimed_by and one.count and one.count.high != 0]
    doers = [one for one in free if one.side == DOERS]
    own = [one for one in free if one.side != DOERS]
    counts = {say_count(one.count) for one in doers}
    if len(counts) != 1 or not {one.claim_id for one in own} & {one.claim_id for one in doers}:
        return []
    within = toll.best is None or any(point(_with_attackers(one, own, doers)) == toll.best != point(one) for one in own)
    alone = toll.best in {point(one) for one in own}
    return [f"{counts.pop()} of {'them of the attackers' if within or not alone else 'the attackers beside'}"]


def tells_both(own: ToldToll, doers: ToldToll) -> bool:
    """True where one account counts the attacked and the attackers, and no two of its voices do so apart.

    "Eleven died, a doctor said; the group said that it lost one" makes no twelve: each tells one side.
    """
    voices, others = ({row.speaker for row in one.rows} for one in (own, doers))
    return own.claim_id == doers.claim_id and (None in voices | others or bool(voices & others))


def _with_attackers(one: ToldToll, own: Sequence[ToldToll], doers: Sequence[ToldToll]) -> ToldToll:
    """An account with the attackers it counts beside the attacked, or whom one counts that tells as many of these.

    A party's word about its enemy stays as it is.
    """
    if one.claimed_by is not None or one.count is None:
        return one
    alike = [other for other in own if other.claimed_by is None and other.count and point(other) == point(one)]
    free = [two for two in doers if two.claimed_by is None and two.count is not None]
    beside = next((two.count for other in (one, *alike) for two in free if tells_both(other, two)), None)
    return one if beside is None else replace(one, count=sum_counts([one.count, beside]))
