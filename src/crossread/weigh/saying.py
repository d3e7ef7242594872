"""Values in words, the same everywhere a person reads them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from crossread import patterns as re
from crossread.errors import GazetteerError
from crossread.gazetteer import Gazetteer
from crossread.records import Count, DateWindow, Place, Toll

_UNIT = re.compile(r"\b(?:region|province|state|governorate|department|oblast|division)$", re.IGNORECASE)


def say_date(day: date) -> str:
    """`20 Jan 2019`, the same in every locale."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


def say_window(window: DateWindow | None) -> str:
    """A window in words, never more precise than it is; `date not known` where nothing is."""
    if window is None or (window.earliest is None and window.latest is None):
        return "date not known"
    if window.earliest is None and window.latest is not None:
        if window.reported_on:
            return f"reported on {say_date(window.reported_on)}"
        return f"by {say_date(window.latest)}"
    if window.earliest is not None and window.latest is None:
        return f"since {say_date(window.earliest)}"
    assert window.earliest is not None
    assert window.latest is not None
    if window.earliest == window.latest:
        return say_date(window.earliest)
    return _say_interval(window.earliest, window.latest)


def _say_interval(first: date, last: date) -> str:
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _say_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_date(last)}"
    if first.year == last.year:
        return f"{say_date(first).rsplit(' ', 1)[0]} – {say_date(last)}"
    return f"{say_date(first)} – {say_date(last)}"


def _say_months(first: date, last: date) -> str:
    """Whole months and years as a person writes them: `May 2013`, `May – Jul 2013`, `1991`, `1991–1993`."""
    start, end = (say_date(day).split(" ", 1)[1] for day in (first, last))
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{start} – {end}"
    return end if first.month == last.month else f"{start.split()[0]} – {end}"


def say_place(place: Place | None) -> str:
    """`near Douentza, Mopti, Mali`; `place not known` where nothing is."""
    if place is None or not (place.name or place.admin1 or place.country):
        return "place not known"
    near = "near " if place.precision == "near" and place.name else ""
    unit = _UNIT.search(place.name or "")
    region = " region" if place.precision == "admin1" and place.name and unit is None else ""
    parts = [f"{near}{place.name}{region}"] if place.name else []
    if place.admin1 and place.admin1 != place.name:
        parts.append(place.admin1)
    country = country_name(place.country) if place.country else ""
    if country and not any(re.search(rf"\b{re.escape(country)}\b", part) for part in parts):
        parts.append(country)
    return ", ".join(parts)


@cache
def country_name(iso: str) -> str:
    """The country's English name; its code where no gazetteer is installed or the code is unknown."""
    try:
        point = Gazetteer.open().country_point(iso)
    except GazetteerError:
        return iso
    return point.name if point else iso


def say_count(count: Count | None) -> str:
    """`10`, `at least 19`, `about 15`, `up to 30`, `6–11`; a number that words leave open is never filled in."""
    if count is None:
        return "told without number"
    low, high = count.low, count.high
    if low is None and high is None:
        return "number left vague" if count.qualifier == "vague" else "told without number"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"about {low:,}" if count.qualifier == "about" else f"{low:,}"


def tolls_to_say(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """The tolls that a short line names: "no casualties" only where nobody at all came to harm, not beside 15 killed."""
    harmed = tuple(toll for toll in tolls if toll.count.high != 0)
    return harmed or tolls


def join_words(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def plural(number: float, word: str) -> str:
    """`1 source`, `2 sources`, `1.5 days`."""
    told = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{told} {word}" if number == 1 else f"{told} {word}s"
