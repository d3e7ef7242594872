"""The publication date as a text tells it: full dates only, at the place where a dateline stands.

A date in a sentence is a date of what happened, not of the report, so a date counts only when its line is a dateline:
"BAMAKO, 20 January 2019 (Agency) -", "Published: 20/01/2019", "20 January 2019 | SG/SM/1", or a line with nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossread import patterns as re
from crossread.read.dateline_rules import load_rules
from crossread.read.options import load_table
from crossread.read.stated import find_stated

EARLIEST_YEAR = 1800  # printed news reports; a smaller number of four digits is something else
_BOLD = re.compile(r"\*\*|__")  # Markdown's marks in the middle of a line
_PERIOD = re.compile(r"\d\s*(?:[-–—]|to|au|al)\s*\d{1,2}\s+[^\W\d]|\d{4}\s*(?:[-–—]|to|au|al)\s*\d", re.IGNORECASE)
SHORTEST_REPORT = 120  # characters of a first paragraph behind its dateline; a caption is shorter
LONGEST_DATELINE = 100  # characters of a line that holds a date and nothing but names around it


def parse_date(raw: str) -> date | None:
    """The day that `raw` names, if it names day, month and year and nothing is left to guess; else None.

    Takes ISO dates and times (the day as written, whatever the zone) and the written forms. "03/04/2019" gives None: it is
    3 April to some and 4 March to others.
    """
    stripped = raw.strip()
    iso = re.match(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s]\d)", stripped)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    rules = load_rules()
    for form in rules.full_dates:
        match = form.search(stripped)
        if match and rules.blank.fullmatch(stripped[: match.start()]) and rules.blank.fullmatch(stripped[match.end() :]):
            return _date_of(match)
    return None


def find_dateline(text: str) -> date | None:
    """The publication date told in the first lines of a text, None when no line there is a dateline."""
    window = load_table("dates.toml")["window"]
    lines = [_BOLD.sub("", line).strip().lstrip("#*_> ").rstrip("*_") for line in text.lstrip()[:20_000].split("\n")]
    lines = [line for line in lines if line][: window["lines"]]
    for number, line in enumerate(lines):
        if _is_table_row(lines, number):
            continue
        stated = find_stated(line)  # a day behind the source: "Source: Sahel Risk Desk. Published 22 March 2021."
        line = stated.rest if stated and stated.rest else line
        found = _find_in_line(line, window["characters"], heads_text=number == 0)
        if found:
            return found
    return None


def _is_table_row(lines: Sequence[str], number: int) -> bool:
    """True for a row of a table ("3 March 2024 | Boni | 2 | …"), beside one with as many cells: its day is an incident's."""
    cells = lines[number].count(" | ")
    return cells > 1 and any(
        row.count(" | ") == cells for row in lines[max(number - 1, 0) : number + 2] if row is not lines[number]
    )


def find_updated(text: str) -> date | None:
    """The day on which the head of a text says it was updated: "Updated: 2021-10-19 21:31", "Jane Roe Updated March 5, 2018",
    "Updated 14:30, 2 June 2024".

    "Last updated" counts with the time only: news tells the minute, the page of an organisation the day somebody mended it.
    """
    rules = load_rules()
    lines = [line for line in text.lstrip()[:20_000].split("\n") if line.strip()]
    for line in lines[: load_table("dates.toml")["window"]["lines"]]:
        for form in rules.full_dates:
            match = form.search(line[:LONGEST_DATELINE])
            head = rules.updated.search(line, 0, match.start()) if match else None
            if not match or not head or head.end() != match.start() or not rules.blank.fullmatch(line[match.end() :].strip()):
                continue
            if _all_names_before(line[: head.start()]) and (not head["last"] or head["time"] or line[match.end() :].strip()):
                return _date_of(match)
    return None


def _all_names_before(words: str) -> bool:
    """True for what may stand before "Updated": nothing, the author, the agency."""
    return not words.strip(" |•·–—,-") or load_rules().names.fullmatch(words) is not None


def find_day_in_title(title: str) -> date | None:
    """The day of issue that a title tells: "Situation report, 5 May 2025", "Evening news, broadcast 22 October 2024, 07:15".

    A day behind a place or an act ("Massacre at Ogossagou, 23 March 2019") is that of the incident, and of a span of days
    ("Weekly bulletin, 12-18 May 2025") none is that of the issue.
    """
    return None if _PERIOD.search(title) else _find_in_line(title.strip(), load_table("dates.toml")["window"]["characters"])


def is_dateline(line: str) -> bool:
    """True if the line tells the day of publication and so is not a title."""
    return _find_in_line(line.strip(), LONGEST_DATELINE) is not None


def _find_in_line(line: str, characters: int, *, heads_text: bool = True) -> date | None:
    rules = load_rules()
    for form in (*rules.full_dates, rules.short_date):
        for match in form.finditer(line[:characters]):
            before, after = line[: match.start()], line[match.end() :]
            told = _is_dateline(before, after, numeric="month" not in match.groupdict(), short_year=form is rules.short_date)
            told = told or _is_issued(before, after) or _is_signature(before, after, heads_text=heads_text)
            found = _date_of(match) if told else None
            if found:
                return found
    return None


def _is_issued(before: str, after: str) -> bool:
    """True where a line says of the report itself when it was made public or put together.

    "Compiled on 5 May 2025 by the Access Forum", "Morning news, broadcast 22 October 2024, 07:15", "This report was prepared on
    5 May 2025." What else was broadcast or recorded ("The attack was broadcast on 22 October 2024") tells no day of issue.
    """
    rules = load_rules()
    return bool(rules.issued_before.fullmatch(before)) and bool(rules.issued_after.fullmatch(after))


def _is_signature(before: str, after: str, *, heads_text: bool) -> bool:
    """True for the forms in which agencies, NGOs and papers sign: place or author, and the day behind or in brackets.

    "GENEVA (10 October 2025) -", "(Bangkok, May 20, 2025) –", "Popayán, 10 June 2025. The …", "By A. Bello / August 4, 2025",
    "Situation report (as of 18 March 2025)"; and below the headline "Mindanao Sun / 10 March 2026": there such a line names no
    incident. "Gao, Mali, 20 January 2019. A picture of the camp." is a caption.
    """
    rules = load_rules()
    if rules.held_before.fullmatch(before) and rules.held_after.match(after):
        return True
    if rules.report_before.fullmatch(before) and after.strip() in (")", "]"):
        return True
    stop = rules.stop_after.match(after)
    long_enough = not after.startswith(".") or len(after) >= SHORTEST_REPORT or not after.strip(". ")
    if stop and long_enough and rules.place_before.fullmatch(before):
        return True
    if len(before) + len(after) > LONGEST_DATELINE or not rules.blank.fullmatch(after):
        return False
    if rules.byline.fullmatch(before) or rules.state_before.fullmatch(before):
        return True
    if rules.paper.fullmatch(before):
        return True
    if not heads_text and rules.outlet.search(before) and before.rstrip()[-1:] in "-–—|/,":
        return True
    return bool(rules.place_before.fullmatch(before)) and (not heads_text or bool(rules.agency_before.fullmatch(before)))


def _is_dateline(before: str, after: str, *, numeric: bool, short_year: bool) -> bool:
    rules = load_rules()
    starts_sentence = bool(rules.sentence_after.match(after))
    if rules.capital_place_before.fullmatch(before) and starts_sentence:
        return True
    if short_year:
        return False
    if rules.label.fullmatch(before):
        return True
    alone = len(before) + len(after) <= LONGEST_DATELINE
    if rules.blank.fullmatch(before):
        follows = not after.strip() or (numeric and after[:1].isspace()) or bool(rules.blank.fullmatch(after))
        return starts_sentence or follows or (alone and bool(rules.names_after.fullmatch(after)))
    if not alone and not starts_sentence:
        return False
    if rules.place_before.fullmatch(before):
        if rules.period_after.match(after):
            return True
        return starts_sentence or bool(rules.list_before.fullmatch(before) and rules.blank.fullmatch(after))
    heads = rules.paper.fullmatch(before) or rules.origin.fullmatch(before)
    return alone and bool(heads) and bool(rules.blank.fullmatch(after))


def _date_of(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["year"])
    year = year + 1900 if year < 100 else year
    if groups.get("month"):
        month = load_rules().months.get(groups["month"].lower())  # none for letters that only look like others: "ſept"
        return _day(year, month, int(groups["day"])) if month else None
    if groups.get("month_number"):
        return _day(year, int(groups["month_number"]), int(groups["day"]))
    first, second = int(groups["first"]), int(groups["second"])
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None
