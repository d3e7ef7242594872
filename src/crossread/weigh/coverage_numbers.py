"""The numbers of a row beside those of the reports: the same, within what they tell, or outside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crossread.records import Count, Disagreement, Incident, Reading, Toll
from crossread.weigh.policies import ToldToll, fits, is_only_claimed
from crossread.weigh.saying import say_count
from crossread.weigh.summary import say_figure
from crossread.weigh.weighing import roll_tolls

AGREES, WITHIN, OUTSIDE = "agrees", "within the range", "outside the range"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNumber:
    """The number of a row for one effect, what the reports tell of it under the policy, and how the two stand."""

    effect: str
    row: str
    reports: str
    verdict: str


def compare_numbers(
    incident: Incident, claim_id: str, reports: Collection[str], told: Sequence[ToldToll]
) -> tuple[RowNumber, ...]:
    """One for each effect that both give a number of. What a party claims of its enemy alone is no number of the reports."""
    policy = incident.policy.partition("@")[0]
    own = roll_tolls([one for one in told if one.claim_id == claim_id], policy)
    free = [one for one in told if one.claim_id in reports and one.claimed_by is None]
    theirs = {toll.effect: toll for toll in roll_tolls(free, policy) if not is_only_claimed(toll, policy)}
    return tuple(
        RowNumber(
            effect=toll.effect,
            row=say_figure(toll) if toll.best is not None else say_count(toll.count),
            reports=say_figure(theirs[toll.effect]),
            verdict=_verdict(toll, theirs[toll.effect]),
        )
        for toll in own
        if toll.effect in theirs
    )


def is_settled(row: Disagreement, numbers: Sequence[RowNumber]) -> bool:
    """True for a disagreement on a number where the row's lies within what the reports tell themselves."""
    effect = row.slot.removeprefix("harm.").partition(".")[0]
    return row.severity == "number" and any(one.effect == effect and one.verdict != OUTSIDE for one in numbers)


def is_set_aside(reading: Reading, row: Disagreement, told: Sequence[ToldToll]) -> bool:
    """True for a number that only parties give of their enemy's losses."""
    effect = row.slot.removeprefix("harm.").partition(".")[0]
    own = [one for one in told if one.claim_id in reading.claims and one.effect == effect and one.count is not None]
    return row.severity == "number" and bool(own) and all(one.claimed_by for one in own)


def _verdict(own: Toll, reports: Toll) -> str:
    """By the figure that the row settles on where it gives a range: a row of 9 to 25, best 23, is not within 9 to 11."""
    row, told = own.count, reports.count
    if row == told or (own.best is not None and own.best == reports.best):
        return AGREES
    if own.best is not None and row.low != row.high:
        row = Count(low=own.best, high=own.best, qualifier="exact")
    if row.low is None or row.high is None:
        return WITHIN if fits(row, told) else OUTSIDE
    low_fits = told.low is None or told.low <= row.low
    return WITHIN if low_fits and (told.high is None or row.high <= told.high) else OUTSIDE
