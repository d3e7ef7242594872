"""Comparison of dates: told windows, a day of reporting, or only the day of publication."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.codebook import load_codebook
from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.tolerances import step, tolerances
from crossread.registry import register

NAME = "when"
_REPORTED, _TOLD, _NEWS, _UNDATED = "reported", "told", "news", "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When a telling can have happened. `basis`: told, only reported by then, news of the last days, or undated."""

    earliest: date | None
    latest: date | None
    basis: str
    words: str


@once
def window_of(telling: Telling) -> Window:
    """The window a telling leaves open; the day of publication bounds it, as nothing is reported before it happens."""
    value = telling.claim.when.value if telling.claim.when else None
    if value is not None and value.earliest is not None:
        latest = value.latest or telling.published
        if latest is not None and latest < value.earliest:
            latest = None
        return Window(earliest=value.earliest, latest=latest, basis=_TOLD, words=_words(value.earliest, latest))
    until = (value.reported_on or value.latest) if value is not None else None
    if until is not None:
        return Window(earliest=None, latest=until, basis=_REPORTED, words=f"by {_day(until)} (the day it was reported)")
    if telling.published is None:
        return Window(earliest=None, latest=None, basis=_UNDATED, words="no date")
    if telling.claim.scope != "incident":
        return Window(
            earliest=None, latest=telling.published, basis=_UNDATED, words=f"some time before {_day(telling.published)}"
        )
    start = telling.published - timedelta(days=int(tolerances(NAME)["news_days"]))
    words = f"no date, published {_day(telling.published)}"
    return Window(earliest=start, latest=telling.published, basis=_NEWS, words=words)


def is_undated(telling: Telling) -> bool:
    """True where a report tells no date and no day of reporting either, so that its publication alone says when."""
    return window_of(telling).basis == _NEWS


@register("comparisons", "when@1")
def compare_when(pair: Pair) -> Comparison:
    """How the windows lie to each other; a gap of a day or two is a misdating, of weeks another incident."""
    found = _two_days_of_news(pair) or _compare(window_of(pair.a), window_of(pair.b))
    if found.score is not None and found.score < 0 and _is_one_report(pair):
        return replace(found, score=None)
    if found.score is not None and found.score < 0 and _is_followed_up(pair):
        return replace(found, score=float(tolerances(NAME)["followed_up"]))
    if found.score is None or found.score >= 1.0 or not _recurs_daily(pair):
        return found
    table = tolerances(NAME)
    other_day = step(_days_between(pair), table["daily_other_day"], beyond=table["beyond_daily_other_day"])
    return replace(found, score=min(found.score, other_day))


def _is_one_report(pair: Pair) -> bool:
    """True for two tellings of one report of which one has no day: the report's publication says nothing of it."""
    sides = (pair.a, pair.b)
    return pair.a.claim.document_id == pair.b.claim.document_id and any(window_of(side).basis != _TOLD for side in sides)


def _is_followed_up(pair: Pair) -> bool:
    """True for two reports without a date of which the later one takes its incident for told before: it need not be of its day.

    How many days the report may be later is weighed as the phase.
    """
    early, late = sorted((pair.a, pair.b), key=lambda side: (side.published or date.max, side.claim.id))
    return late.told_before and is_undated(early) and is_undated(late)


def _days_between(pair: Pair) -> int:
    a, b = (window_of(side).latest for side in (pair.a, pair.b))
    return abs((a - b).days) if a is not None and b is not None else 0


def _compare(a: Window, b: Window) -> Comparison:
    if a.basis == b.basis == _NEWS:
        return _news(a, b)
    for early, late in ((a, b), (b, a)):
        if early.latest is not None and late.earliest is not None and early.latest < late.earliest:
            return _apart(early, late, days=(late.earliest - early.latest).days)
    if _UNDATED in (a.basis, b.basis):
        return _undated(a, b)
    if _REPORTED in (a.basis, b.basis):
        return _reported(*((a, b) if a.basis == _REPORTED else (b, a)))
    if _NEWS in (a.basis, b.basis):
        return _news(a, b)
    return _overlap(a, b)


def _two_days_of_news(pair: Pair) -> Comparison | None:
    """Two days, each told firmly, where the earlier report was printed before the other's day and that is news of its own day.

    A slip of a day or two in one of them explains a gap between two looks back. It does not explain that a report of the 4th
    has what another, of the 6th, tells to have happened on the 6th.
    """
    early, late = sorted((pair.a, pair.b), key=lambda side: (side.published or date.max, side.claim.id))
    first, second = window_of(early), window_of(late)
    if not tells_own_day(late) or not _is_day(first) or early.published is None:
        return None
    assert first.latest is not None
    assert second.earliest is not None
    before, days = (second.earliest - early.published).days, (second.earliest - first.latest).days
    if before < 1 or days < 1:
        return None
    table = tolerances(NAME)
    score = step(before, table["printed_before"], beyond=table["beyond_printed_before"])
    words = f"{_count(days)} apart: {first.words}; {second.words}, {_count(before)} after the first report"
    return Comparison(name=NAME, score=score, sentence=f"Dates are {words}.")


def tells_own_day(telling: Telling) -> bool:
    """True where one day is told, so near to the report's own that it is news of it, and no word says that it is past."""
    window = window_of(telling)
    if telling.told_before or telling.published is None or not _is_day(window) or window.earliest is None:
        return False
    return 0 <= (telling.published - window.earliest).days <= int(tolerances(NAME)["news_of_day"])


def _is_day(window: Window) -> bool:
    return window.basis == _TOLD and window.earliest == window.latest


def _recurs_daily(pair: Pair) -> bool:
    """True for what happens anew the next day at the same place, and in which the day alone tells one from the other."""
    book = load_codebook()
    families = {book.family(side.claim.type) for side in (pair.a, pair.b)}
    return families <= set(tolerances(NAME)["daily_families"])


def _apart(early: Window, late: Window, *, days: int) -> Comparison:
    table = tolerances(NAME)
    if early.basis in (_REPORTED, _NEWS, _UNDATED):
        # Told, or printed, before the other happened: no slip of a day or two in the incident's own date explains that.
        score = step(days, table["told_before"], beyond=table["beyond_told_before"])
    else:
        score = step(days, table["gaps"], beyond=table["beyond_gaps"])
    return Comparison(name=NAME, score=score, sentence=f"Dates are {_count(days)} apart: {early.words}; {late.words}.")


def _count(days: int) -> str:
    return f"{days} day{'s' if days != 1 else ''}"


def _undated(a: Window, b: Window) -> Comparison:
    if a.basis == b.basis or a.latest is None or b.latest is None:
        score = float(tolerances(NAME)["nothing_known"])
        return Comparison(name=NAME, score=score, sentence=f"Dates cannot be compared: {a.words}; {b.words}.")
    table = tolerances(NAME)
    score = step(abs((a.latest - b.latest).days), table["looking_back"], beyond=table["beyond_looking_back"])
    return Comparison(name=NAME, score=score, sentence=f"Dates do not exclude each other: {a.words}; {b.words}.")


def _news(a: Window, b: Window) -> Comparison:
    """Against a report that tells no date: by its distance from the told date, or from the other such report."""
    table = tolerances(NAME)
    days = abs((a.latest - b.latest).days) if a.latest is not None and b.latest is not None else 0
    if a.basis == b.basis:
        score = step(days, table["published_apart"], beyond=table["beyond_published"])
    else:
        told, news = (a, b) if a.basis == _TOLD else (b, a)
        days = 0 if _holds(told, news.latest) else days
        longest = step(_days(told), table["overlaps"], beyond=table["beyond_overlaps"])
        score = min(longest, step(days, table["news_lags"], beyond=table["beyond_news_lags"]))
    return Comparison(name=NAME, score=score, sentence=f"Dates fit: {a.words}; {b.words}.")


def _holds(told: Window, day: date | None) -> bool:
    """True where a report without a date appeared within the days that the other tells: "since Sunday"."""
    if day is None or told.earliest is None or told.latest is None:
        return False
    return told.earliest <= day <= told.latest


def _reported(until: Window, other: Window) -> Comparison:
    table = tolerances(NAME)
    if other.basis == _REPORTED or until.latest is None or other.latest is None:
        return Comparison(name=NAME, score=0.0, sentence=f"Dates do not exclude each other: {until.words}; {other.words}.")
    lag = max(0, (until.latest - other.latest).days)
    score = step(lag, table["reporting_lags"], beyond=table["beyond_lags"])
    if other.basis == _NEWS:
        score = min(score, float(table["reported_and_undated"]))
        return Comparison(name=NAME, score=score, sentence=f"Dates do not exclude each other: {until.words}; {other.words}.")
    return Comparison(
        name=NAME,
        score=score,
        sentence=f"One tells only that it was reported by {_day(until.latest)}, {_lag(lag)} {other.words}.",
    )


def _lag(days: int) -> str:
    return {0: "the day of", 1: "a day after"}.get(days, f"{days} days after")


def _overlap(a: Window, b: Window) -> Comparison:
    table = tolerances(NAME)
    score = step(max(_days(a), _days(b)), table["overlaps"], beyond=table["beyond_overlaps"])
    sentence = f"Both on {a.words}." if a.words == b.words else f"Dates overlap: {a.words}; {b.words}."
    return Comparison(name=NAME, score=score, sentence=sentence)


def _days(window: Window) -> int:
    if window.earliest is None or window.latest is None:
        return 10_000
    return (window.latest - window.earliest).days + 1


def _words(earliest: date, latest: date | None) -> str:
    if latest is None:
        return f"since {_day(earliest)}"
    return _day(earliest) if earliest == latest else f"{_day(earliest)} to {_day(latest)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
