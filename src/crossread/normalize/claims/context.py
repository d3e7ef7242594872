"""What a news report tells of weeks before its news is background; what a chronicle tells of its months is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.records import Claim, Document

TOP = 400  # characters in which a report tells its news
NEWS = timedelta(days=4)  # from the act that a report opens with to its publication
SAME_NEWS = timedelta(days=3)  # between acts of one story
BEFORE = timedelta(days=10)  # an act so long before the one that the report opens with is no news
SHARE = 0.5  # of the dated acts that belong to the news; below, the report is no news of one story
PAST = timedelta(days=20)  # before publication, an act so old is no news
CHRONICLE = 0.6  # of the dated acts that are as old: the report looks back
BESIDE = timedelta(days=120)  # before and after the acts of a chronicle, what else belongs to its time
MONTH = timedelta(days=31)  # a longer stretch dates no act of a chronicle


def with_context(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, as background those that lie ten days or more before the news of a report and are told behind it.

    Of 41 such hand-coded claims all are background, also the nine of five to nine days; of 208 of less than five days 16. In a
    report that looks back on months, a claim of a day or a month of that time is an incident: 16 of 20 that were read as
    background. What people and data sets say (no score) stays.
    """
    news, time = _news(document, claims), _time(document, claims)
    if news is not None:
        return tuple(replace(claim, scope="background") if _is_context(claim, *news) else claim for claim in claims)
    if time is not None:
        return tuple(replace(claim, scope="incident") if _is_of(claim, *time) else claim for claim in claims)
    return tuple(claims)


def _news(document: Document, claims: Sequence[Claim]) -> tuple[int, date] | None:
    """Where the report tells its news and of which day that is; None for a chronicle, or where the news has no day."""
    days = {claim.trigger.span.start: day for claim in claims if claim.scope == "incident" and (day := _day(claim)) is not None}
    at = min(days, default=TOP)
    if at >= TOP or document.published is None or not timedelta() <= document.published - days[at] <= NEWS:
        return None
    of_news = sum(abs(day - days[at]) <= SAME_NEWS for day in days.values())
    return (at, days[at]) if of_news >= SHARE * len(days) else None


def _time(document: Document, claims: Sequence[Claim]) -> tuple[date, date] | None:
    """The first and the last day of the acts of a report that looks back; None for any other."""
    days = [day for claim in claims if claim.scope == "incident" and (day := _last_day(claim)) is not None]
    if document.published is None or len(days) < 2:  # one act is no chronicle
        return None
    old = sum(document.published - day > PAST for day in days)
    return (min(days), max(days)) if old >= CHRONICLE * len(days) else None


def _last_day(claim: Claim) -> date | None:
    when = claim.when.value if claim.when else None
    return when.latest if when is not None and when.earliest is not None else None


def _is_of(claim: Claim, first: date, last: date) -> bool:
    when = claim.when.value if claim.when else None
    if claim.score is None or claim.scope != "background" or when is None or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest <= MONTH and first - BESIDE <= when.latest <= last + BESIDE


def _day(claim: Claim) -> date | None:
    """The claim's day, if it is told to the day."""
    when = claim.when.value if claim.when else None
    return when.latest if when is not None and when.earliest == when.latest else None


def _is_context(claim: Claim, at: int, news: date) -> bool:
    when = claim.when.value if claim.when else None
    if claim.score is None or claim.scope != "incident" or when is None or when.latest is None:
        return False
    return claim.trigger.span.start > at and news - when.latest >= BEFORE
