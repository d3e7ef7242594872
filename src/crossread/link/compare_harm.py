"""Comparison of tolls, effect by effect, with bounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.tolerances import step, tolerances
from crossread.records import Count, sum_counts
from crossread.registry import register

NAME = "harm"
_WEIGHT = {"killed": 1.0, "injured": 0.6}
_OTHER_WEIGHT = 0.8
# Effects that one report may write for the other: an army's "neutralised" is a newspaper's "killed".
_BESIDE = (
    ("killed", "injured"),
    ("killed", "casualties"),
    ("injured", "casualties"),
)
# One fate under several words: those whom rebels "captured" are abducted in the next report, and "still missing" later.
_CAPTIVE = (("abducted", "missing"), ("abducted", "detained"), ("detained", "missing"))
_TAKEN = frozenset(effect for row in _CAPTIVE for effect in row)
_FEW_CAPTIVES = 3
# An army's word that leaves open what became of them: a newspaper's "killed" is one of the things that it may mean.
_OPEN = (("killed", "incapacitated"), ("injured", "incapacitated"), ("detained", "incapacitated"))
# Who fights whom: six soldiers hurt here and six of their enemies dead there are not the same people.
_STATE = frozenset(("state_forces", "foreign_forces", "police"))
_ENEMY = frozenset(("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group"))


@register("comparisons", "harm@1")
def compare_harm(pair: Pair) -> Comparison:
    """Numbers of each effect told by both, the reading that fits best; large equal numbers weigh most."""
    a, b = by_effect(pair.a), by_effect(pair.b)
    shared = sorted(set(a) & set(b))
    scores = {effect: _closest(a[effect], b[effect]) for effect in shared}
    if scores:
        weights = {effect: _WEIGHT.get(effect, _OTHER_WEIGHT) for effect in scores}
        if set(scores) <= _TAKEN and share_captives(pair):
            weights = dict.fromkeys(scores, 1.0)
        score = sum(scores[effect] * weights[effect] for effect in scores) / max(1.0, sum(weights.values()))
        if score < tolerances(NAME)["grown"] and (grown := _has_grown(pair)):
            score, shared = tolerances(NAME)["grown"], [grown]
        told = () if pair.brief else (f"{effect} {_words(a[effect])} and {_words(b[effect])}" for effect in shared)
        return Comparison(name=NAME, score=score, sentence=f"Tolls: {'; '.join(told)}.")
    least = tolerances(NAME)["other_effect_from"]
    for beside, key in ((_CAPTIVE, None), (_OPEN, "open_effect"), (_BESIDE, "other_effect")):
        for one, other in (*beside, *((y, x) for x, y in beside)):
            if (
                one in a
                and other in b
                and (close := _closest(a[one], b[other])) >= least
                and not _are_enemies(pair, one, other)
            ):
                sentence = f"About the same number, {_words(a[one])} {one} against {_words(b[other])} {other}."
                return Comparison(name=NAME, score=tolerances(NAME)[key] if key else close, sentence=sentence)
    return Comparison(name=NAME, score=None, sentence="No toll is told by both.")


def share_captives(pair: Pair) -> bool:
    """True where both tell of the same number of people taken, held or missing, of three or more.

    They are so until they are free: a report of some days later that tells it as news may be of the same ones.
    """
    return bool(_captives(pair.a) & _captives(pair.b))


@once
def _captives(telling: Telling) -> frozenset[int]:
    counts = (count for effect, rows in by_effect(telling).items() if effect in _TAKEN for count in rows)
    return frozenset(count.low for count in counts if count.low is not None and count.low >= _FEW_CAPTIVES)


def _are_enemies(pair: Pair, one: str, other: str) -> bool:
    """True where those counted with one effect in the first are all of a state, and those with the other of an armed group."""
    mine, theirs = _counted(pair.a, one), _counted(pair.b, other)
    return bool(mine and theirs) and any(x <= _STATE and y <= _ENEMY for x, y in ((mine, theirs), (theirs, mine)))


def _counted(telling: Telling, effect: str) -> set[str]:
    return {row.group_type for row in telling.claim.harm if row.effect == effect}


@once
def by_effect(telling: Telling) -> dict[str, list[Count]]:
    """For each effect the readings a claim gives: the sum over its groups, then each row alone; no parts, no vague rows.

    What several speakers count is never added up.
    """
    found: dict[str, dict[str, list[Count]]] = {}
    for row in telling.claim.harm:
        if row.part_of is None and row.count is not None and row.has_number:
            found.setdefault(row.effect, {}).setdefault(row.speaker or "", []).append(row.count)
    return {effect: _with_sums(list(counts.values())) for effect, counts in found.items()}


def _with_sums(counts: list[list[Count]]) -> list[Count]:
    sums = [sum_counts(group) for group in counts if len(group) > 1]
    return [*sums, *(count for group in counts for count in group)]


def _has_grown(pair: Pair) -> str | None:
    """The effect of which the later report says that it has grown, and tells more than the earlier, within reason."""
    early, late = sorted((pair.a, pair.b), key=lambda side: (side.published or date.max, side.claim.id))
    if not late.counted_anew or early.published is None or late.published is None:
        return None
    before, after, table = by_effect(early), by_effect(late), tolerances(NAME)
    for effect in sorted(set(before) & set(after)):
        least, most = before[effect][0].low or 0, after[effect][0].low or 0
        if 0 < least < most <= table["grows_at_most"] * least:
            return effect
    return None


def _closest(a: Iterable[Count], b: Iterable[Count]) -> float:
    return max(_score(x, y) for x in a for y in b)


def _score(a: Count, b: Count) -> float:
    return _score_bounds(a.low or 0, a.high, b.low or 0, b.high)


@lru_cache(maxsize=100_000)
def _score_bounds(low_a: int, high_a: int | None, low_b: int, high_b: int | None) -> float:
    """What two numbers are worth beside each other; remembered, as most are small."""
    table = tolerances(NAME)
    points = [high if high is not None else low for low, high in ((low_a, high_a), (low_b, high_b))]
    if min(points) == 0:
        return float(table["none_both"] if max(points) == 0 else table["none_against_some"])
    fits = (high_a is None or high_a >= low_b) and (high_b is None or high_b >= low_a)
    if max(points) <= 2:
        return float(table["small_same"] if fits else table["small_differs"])
    if low_a == low_b and None not in (high_a, high_b):
        points = [low_a, low_b]  # "between 26 and 32" in one, the 26 that were known in the other
    if points[0] == points[1]:
        return step(points[0], table["equal"], beyond=table["beyond_equal"])
    near = step(max(points) / min(points), table["ratios"], beyond=table["beyond_ratios"])
    if near > 0 and min(points) >= table["large"]:
        near = min(1.0, near + table["large_bonus"])
    if not fits:
        return float(near)
    reached = max(points) / min(points) <= table["bound_reaches"]
    return max(float(near), float(table["within_bound" if reached else "bound_far"]))


def _words(counts: list[Count]) -> str:
    count = counts[0]
    if count.low == count.high:
        return f"about {count.low}" if count.qualifier == "about" else str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"up to {count.high}" if not count.low else f"{count.low} to {count.high}"
