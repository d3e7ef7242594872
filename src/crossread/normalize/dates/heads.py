"""What the head of a report tells of its time: the year of an annual report, the period of a bulletin."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.dates.anchors import told_dates
from crossread.normalize.dates.calendar import Stretch

DAYS_A_WEEK = 7  # most days of the stretch in a title whose weekdays the report tells
LEAST_BULLETIN = 5  # days of the shortest period that a bulletin covers
HEAD, MOST_HEADINGS, LONGEST_HEADING = 1_500, 8, 90  # characters and lines of a report's head, characters of a heading
LONGEST_PERIOD = 35  # days that a bulletin covers
# "Week of 9 to 15 March 2026", "Reporting period: 1-31 March 2026", or the stretch alone
_PERIOD = re.compile(
    r"(?i)\b(?:week(?:ly)?|period|covers?|covering|bulletin|report|update|monitor\w*|digest|summary)\b.*\d|^\W*\d[\w\s–—-]*\d{4}\W*$"
)
_WEEK_ENDING = re.compile(r"\bweek\s+(?:ended|ending|to)\s+(?:on\s+)?(?:\w+day,?\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANNUAL = re.compile(r"\b(?:report|reports|review|survey|human rights|annual|yearbook|practices)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[A-Z][\w ,.'’-]{2,60}\([^()\n]{1,40}\)\s+[-–—]\s+")
# "August 2020", "CrisisWatch August 2020"
_ISSUE = re.compile(r"^[\W_]*(?:[\w.’'-]+,?\s+){0,3}?(?<!\d\s)(?<!\d)(?P<month>[^\W\d_]{3,})\s+(?P<year>(?:19|20)\d\d)[\W_]*$")


def is_on_year_before(title: str | None, published: date) -> bool:
    """True for a title that names the year before publication and no other ("2023 Country Reports on Human Rights")."""
    return set(re.findall(r"\b(?:19|20)\d\d\b", title or "")) == {str(published.year - 1)}


@lru_cache(maxsize=8)
def year_of_report(title: str | None, text: str) -> int | None:
    """The one year that an annual report is on, by its title or a heading above its text (a dateline before it left out)."""
    lines = [_DATELINE.sub("", line).strip(" #*_") for line in text[:HEAD].splitlines() if line.strip()]
    for line in (title or "", *lines[:MOST_HEADINGS]):
        years = set(_YEAR.findall(line))
        if len(line) <= LONGEST_HEADING and len(years) == 1 and _ANNUAL.search(line):
            return int(years.pop())
    return None


@lru_cache(maxsize=8)
def end_of_period(text: str, language: str) -> date | None:
    """The last day that a bulletin without a day of publication says it covers: "Week of 9 to 15 March 2026".

    A line of its own, near the top, that is no sentence. What the bulletin tells is counted from that day.
    """
    for line in _headings(text):
        for told in told_dates(line, None, language):
            first, last = told.stretch.earliest, told.stretch.latest
            if first and last and LEAST_BULLETIN <= (last - first).days + 1 <= LONGEST_PERIOD:
                return last
    return None


def _headings(text: str) -> list[str]:
    """The lines near the top that are no sentences and tell a period or the name of a bulletin."""
    lines = [line.strip(" #*_") for line in text[:HEAD].splitlines() if line.strip()]
    short = (line for line in lines[:MOST_HEADINGS] if len(line) <= LONGEST_HEADING and not line.endswith((".", "!", "?")))
    return [line for line in short if _PERIOD.search(line)]


@lru_cache(maxsize=8)
def week_of_bulletin(text: str, published: date | None, language: str) -> Stretch | None:
    """The week that a heading says the bulletin covers."""
    weeks = (week_told(line, published, language) for line in _headings(text))
    return next((week for week in weeks if week is not None), None)


def week_told(line: str | None, published: date | None, language: str) -> Stretch | None:
    """The week that a title or heading tells: "week of June 3-9", "week ending June 9"."""
    for told in told_dates(line or "", published, language):
        first, last = told.stretch.earliest, told.stretch.latest
        if first is not None and first == last and _WEEK_ENDING.search(line or "", 0, told.span.start):
            first -= timedelta(days=DAYS_A_WEEK - 1)
        if first is not None and last is not None and LEAST_BULLETIN <= (last - first).days + 1 <= DAYS_A_WEEK:
            return Stretch(earliest=first, latest=last, unit="day")
    return None


@lru_cache(maxsize=8)
def month_of_issue(text: str, language: str) -> str | None:
    """The month ("2020-08") that a short line at the head or the foot gives a bulletin without a day of publication."""
    months = load_language(language).months
    lines = [line.strip() for line in (*text[:HEAD].splitlines()[:MOST_HEADINGS], *text[-LONGEST_HEADING:].splitlines()[-2:])]
    for match in filter(None, map(_ISSUE.match, lines)):
        month = months.get(match["month"].lower())
        if month is not None:
            return f"{match['year']}-{month:02}"
    return None
