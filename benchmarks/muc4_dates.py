"""The DATE slot: "21 JAN 89", "15 JAN 89 - 21 JAN 89" or "- 21 JAN 89" (on or before), as the documentation says (7.3)."""

from __future__ import annotations

import re
from datetime import date

from crossread.records import Claim, DateWindow, Document
from muc4_words import says

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "WEEKEND")
BY_DAY = ("day", "days", "week")


def write_date(document: Document, claim: Claim) -> str | None:
    """The date fill of a claim: its day or days where the text tells them, else "on or before" the article's date.

    A weekday without a day of the month counts as no date (note 1): it gives the article's date as a bound.
    """
    window = claim.when.value if claim.when else None
    if claim.when and says(claim.when.raw, WEEKDAYS) and not re.search(r"\d", claim.when.raw):
        window = None
    return _of_window(window) or (f"- {write_day(document.published)}" if document.published else None)


def write_day(day: date) -> str:
    """A day in the task's form."""
    return f"{day:%d} {day:%b} {day:%y}".upper()


def _of_window(window: DateWindow | None) -> str | None:
    if window is None or window.latest is None:
        return None
    if window.earliest is None:
        return f"- {write_day(window.latest)}"
    if window.earliest == window.latest:
        return write_day(window.latest)
    if window.precision in ("season", "year"):
        return None
    return f"{write_day(window.earliest)} - {write_day(window.latest)}"
