"""Comparison of how two reports of different days tell their incident: as news, as known already, or as one more of a kind."""

from __future__ import annotations

from datetime import date

from crossread.link.compare_harm import share_captives
from crossread.link.compare_when import is_undated
from crossread.link.comparison import Comparison, Pair, Telling
from crossread.link.tolerances import step, tolerances
from crossread.registry import register

NAME = "phase"


@register("comparisons", "phase@1")
def compare_phase(pair: Pair) -> Comparison:
    """A later report that takes its incident for told before follows up the earlier one; one that tells news tells another.

    Days of publication are compared: told dates are weighed by another comparison, and a report of months later that tells
    "on 9 July gunmen killed 23" is no news of its own day.
    """
    if (numbered := _numbered_otherwise(pair)) is not None:
        return Comparison(name=NAME, score=float(tolerances(NAME)["numbered_otherwise"]), sentence=numbered)
    if pair.a.published is None or pair.b.published is None:
        return Comparison(name=NAME, score=None, sentence="The reports cannot be put in order of time.")
    early, late = sorted((pair.a, pair.b), key=lambda side: (side.published or date.min, side.further, side.claim.id))
    days = (late.published - early.published).days if late.published and early.published else 0
    score, words = _score(late, days, goes_on=share_captives(pair))
    if score is None:
        return Comparison(name=NAME, score=None, sentence="Neither report shows whether its incident was told before.")
    when = "the same day" if not days else f"{days} day{'s' if days != 1 else ''} later"
    return Comparison(name=NAME, score=score, sentence=f"The report of {when} {words}.")


def _numbered_otherwise(pair: Pair) -> str | None:
    """A sentence where the two number one kind of thing otherwise: "the first of five hostages", "a fourth hostage"."""
    a, b = pair.a.ordinals, pair.b.ordinals
    for what in sorted(a.keys() & b.keys()) if a and b else ():
        if not a[what] & b[what]:
            return f"They number the {what} otherwise: {', '.join(sorted(a[what]))}; {', '.join(sorted(b[what]))}."
    return None


def _score(late: Telling, days: int, *, goes_on: bool) -> tuple[float | None, str]:
    table = tolerances(NAME)
    if late.told_before and days:
        return step(days, table["follows_up"], beyond=table["beyond_follows_up"]), "takes its incident for told before"
    if late.further:
        return float(table["further"]), "sets its incident beside others, as a further one"
    if not late.known and days and is_undated(late) and not goes_on:
        return step(days, table["as_news"], beyond=table["beyond_as_news"]), "tells its incident as news"
    return None, ""
