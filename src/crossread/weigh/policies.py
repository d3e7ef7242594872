"""How the numbers of several accounts become one toll: named, replayable, from the told tolls alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from crossread.records import Count, Harm, Toll
from crossread.registry import register
from crossread.weigh.case import fold
from crossread.weigh.figures import figures
from crossread.weigh.saying import join_words, plural, say_count

DEFAULT_POLICY = "best_low_high"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldToll:
    """What one claim tells of one effect on one side.

    `source` is the one that its report states, None where it states none. `count` is the sum over its groups, None where only
    words tell it; `and_more` if some group has no number; `rows` the harm rows that were added. `group` is the independent
    source, `published` an ISO day. `claimed_by` names the belligerent on whose
    word alone the number rests; `beside` are the rows of speakers whose numbers the report gives beside its own,
    `parts` those included in `rows`. `anew` says that the words tell a new count (`grown`, `revised`), `overtaken` that
    another account tells one that takes this one's place. `own_part` says that the words count a part only (one hospital's
    wounded), `own_men` that a party counts its own fallen. `doers` are the types of those on whom the claim lays it. `best` is
    the figure that a row of a data set itself settles on within its range, None for a report. `interest` names the party to the
    fighting on whose word the account rests, whomever it counts.
    """

    claim_id: str
    effect: str
    side: str
    count: Count | None
    and_more: bool
    rows: tuple[Harm, ...]
    group: int
    published: str
    source: str | None
    speakers: tuple[str, ...] = ()
    claimed_by: str | None = None
    beside: tuple[Harm, ...] = ()
    parts: tuple[Harm, ...] = ()
    anew: str = ""
    overtaken: bool = False
    own_part: bool = False
    own_men: bool = False
    doers: frozenset[str] = frozenset()
    best: int | None = None
    interest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolled:
    """The toll under a policy: the range over the accounts, and the figure it settles on (None: it settles on none).

    `reason` says why this one of several figures, empty where there is one alone.
    """

    count: Count
    best: int | None
    reason: str = ""


UNSETTLED = ("range", "majority")  # policies that may settle on no figure although somebody free of interest gives one


def is_only_claimed(toll: Toll, policy: str) -> bool:
    """True where the number rests, in whole or in part, on the word of a party about its enemy's losses alone."""
    return toll.best is None and policy.partition("@")[0] not in UNSETTLED


class Policy(Protocol):
    """A plugin of kind `policies`: takes told tolls with a number, never empty, without belligerents' claims."""

    def __call__(self, told: Sequence[ToldToll]) -> Rolled:
        """Roll the told tolls of one effect and side up; must not depend on their order."""
        ...


@register("policies", "best_low_high@1")
def best_low_high(told: Sequence[ToldToll]) -> Rolled:
    """UCDP: the figure most independent sources can stand by; at a tie that of no party, then of the later report; low and
    high beside it.
    """
    current = current_of(told)
    ranked = sorted(((_rank(one, current), one) for one in current), key=lambda row: row[0], reverse=True)
    best = ranked[0][1]
    others = [(rank, one) for rank, one in ranked if point(one) != point(best)]
    reason = _say_why(ranked[0][0], others, len({one.group for one in current})) if others else ""
    return Rolled(count=range_of(told), best=point(best), reason=reason)


_Rank = tuple[int, bool, str, bool, int, int]


def _rank(one: ToldToll, current: Sequence[ToldToll]) -> _Rank:
    """By the sources that can stand by it, whether no party's interest speaks for it, day, new counts, firmness; the lower."""
    supporters = len(_supporters(one, current))
    return supporters, _is_disinterested(one, current), one.published, bool(one.anew), _firm(one), -point(one)


def _is_disinterested(one: ToldToll, current: Sequence[ToldToll]) -> bool:
    """False for a party's word on harm; not where it counts its own fallen, and nobody else counts more of them."""
    if one.interest is None:
        return True
    return one.own_men and all(point(other) <= point(one) for other in current if other.interest is None)


def _say_why(best: _Rank, others: Sequence[tuple[_Rank, ToldToll]], sources: int) -> str:
    """Why the best figure stands before the next one, by the first thing in which they differ."""
    rank, next_one = others[0]
    if best[0] != rank[0]:
        return f"{best[0]} of {plural(sources, 'independent source')} can stand by it, more than by any other figure"
    tied = "as many sources can stand by it as by "
    if best[1] != rank[1]:
        parties = sorted({str(one.interest) for row, one in others if row[0] == best[0] and one.interest})
        figures_told = sorted({say_count(one.count) for row, one in others if row[0] == best[0] and one.interest})
        return f"{tied}{join_words(figures_told)}, which rests on the word of a party ({join_words(parties)})"
    why = next(
        words
        for at, words in (
            (2, "it is told later"),
            (3, "it is told as a new count"),
            (4, "it is told more firmly"),
            (5, "it is lower"),
        )
        if best[at] != rank[at]
    )
    return f"{tied}{say_count(next_one.count)}, and {why}"


@register("policies", "lowest@1")
def lowest(told: Sequence[ToldToll]) -> Rolled:
    """ACLED: the most conservative figure told."""
    return Rolled(count=range_of(told), best=min(_least(one) for one in told))


@register("policies", "range@1")
def keep_range(told: Sequence[ToldToll]) -> Rolled:
    """Airwars: low and high, no figure chosen."""
    return Rolled(count=range_of(told), best=None)


@register("policies", "latest_official@1")
def latest_official(told: Sequence[ToldToll]) -> Rolled:
    """The last figure from an official source or speaker; where there is none, `best_low_high`."""
    official = [one for one in current_of(told) if is_official(one)]
    if not official:
        return best_low_high(told)
    last = max(official, key=lambda one: (one.published, _firm(one), -point(one)))
    return Rolled(count=range_of(told), best=point(last))


@register("policies", "majority@1")
def majority(told: Sequence[ToldToll]) -> Rolled:
    """The figure that more than half of the independent sources give; none where they are split."""
    current = current_of(told)
    groups = len({one.group for one in current})
    for one in sorted(current, key=lambda row: (point(row), row.claim_id)):
        same = {other.group for other in current if point(other) == point(one)}
        if 2 * len(same) > groups:
            return Rolled(count=range_of(told), best=point(one))
    return Rolled(count=range_of(told), best=None)


def current_of(told: Sequence[ToldToll]) -> list[ToldToll]:
    """Those that no later count has overtaken; there is always one."""
    return [one for one in told if not one.overtaken] or list(told)


def point(one: ToldToll) -> int:
    """The single figure a reading stands for: its best estimate, else its lower bound, or the upper one alone."""
    return one.best if one.best is not None else _least(one)


def _least(one: ToldToll) -> int:
    assert one.count is not None
    low, high = one.count.low, one.count.high
    return low if low is not None else high if high is not None else 0


def range_of(told: Sequence[ToldToll]) -> Count:
    """Lowest to highest figure; open above if the highest is only a lower bound ("17" and "at least 19" give 17 and more)."""
    counts = [one.count for one in told if one.count is not None]
    if len(set(counts)) == 1:
        return counts[0]
    low = min(_least(one) for one in told)
    closed = max((count.high for count in counts if count.high is not None), default=None)
    floor = max((count.low or 0 for count in counts if count.high is None), default=None)
    if closed is None or (floor is not None and floor > closed):
        return Count(low=low, high=None, qualifier="at_least")
    if low == closed:
        return Count(low=low, high=closed, qualifier="exact" if any(c.qualifier == "exact" for c in counts) else "about")
    return Count(low=low, high=closed, qualifier="range")


def fits(a: Count, b: Count) -> bool:
    """True if one number can make both true: bounds overlap, "about" with its margin."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return (high_a is None or high_a >= low_b) and (high_b is None or high_b >= low_a)


def is_official(one: ToldToll) -> bool:
    """True if the source or a speaker is official by the word list of weigh/weighing.toml."""
    words = "|".join(re.escape(word) for word in figures("official")["words"])
    return any(re.search(rf"\b(?:{words})\b", fold(name).replace("-", " ")) for name in (one.source or "", *one.speakers))


def _bounds(count: Count) -> tuple[float, float | None]:
    low, high = float(count.low or 0), None if count.high is None else float(count.high)
    if count.qualifier != "about":
        return low, high
    table = figures("number")
    margin = max(float(table["about_least"]), low * float(table["about"]))
    return low - margin, None if high is None else high + margin


def _supporters(one: ToldToll, told: Sequence[ToldToll]) -> set[int]:
    exact = Count(low=point(one), high=point(one), qualifier="exact")
    return {other.group for other in told if other.count is not None and fits(exact, other.count) and _speaks_near(one, other)}


def _speaks_near(one: ToldToll, other: ToldToll) -> bool:
    """ "At least 85" stands by 88 and by 120 alike, so that the later one decides; "at least 10" is no witness for 37."""
    return point(other) == point(one) or point(one) <= max(1.5 * point(other), 1.2 * point(other) + 1)


def _firm(one: ToldToll) -> int:
    order = ("exact", "range", "about", "at_least", "at_most")
    assert one.count is not None
    return -order.index(one.count.qualifier) if one.count.qualifier in order else -len(order)
