"""One act or a total, where the values of a claim leave no doubt: its day and place, or a long period and a number."""

from __future__ import annotations

import re

from crossread.normalize.harm_words import number_of
from crossread.records import Claim

LONG_PERIOD = 20  # days; a longer window told by "since" is no uncertain day of one act
MANY = 10
_PERIOD = re.compile(
    r"(?:so far )?(?:since|so far|this year|(?:over|in|during|within|for)? ?the (?:past|last))\b", re.IGNORECASE
)


def settled_scope(claim: Claim) -> str:
    """The claim's scope; `incident` for a day at a place, `aggregate` for a number of many over a long period.

    All 45 hand-coded claims of ten people or more "since" a day more than 20 days back, "this year", "over the past months" are
    totals. People who flee do so for weeks. What people and data sets say (no score) stays.
    """
    if _is_one_act(claim):
        return "incident"
    return "aggregate" if claim.score is not None and claim.scope == "incident" and _is_of_a_period(claim) else claim.scope


def _is_of_a_period(claim: Claim) -> bool:
    when = claim.when.value if claim.when else None
    if claim.type == "displacement" or claim.when is None or when is None or when.earliest is None or when.latest is None:
        return False
    long = (when.latest - when.earliest).days > LONG_PERIOD
    return long and _PERIOD.match(claim.when.raw) is not None and any((number_of(row) or 0) >= MANY for row in claim.harm)


def _is_one_act(claim: Claim) -> bool:
    """True for what is called a total but tells of one day at one place: an aggregate is over several places or days.

    Of 439 hand-coded claims of a day at a point, in a region or a district 5 are totals, of 21 of a day in a country 13. A part
    of a country by its compass side alone holds many places.
    """
    when = claim.when.value if claim.when else None
    where = claim.where.value if claim.where else None
    return (
        claim.scope == "aggregate"
        and when is not None
        and when.precision == "day"
        and where is not None
        and (where.precision in ("exact", "near") or (where.precision in ("area", "admin1") and where.gazetteer_id is not None))
    )
