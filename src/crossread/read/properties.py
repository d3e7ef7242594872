"""What the properties of a PDF or DOCX say, where it can be believed."""

from __future__ import annotations

from datetime import date

from crossread.read.options import load_table

_TABLE = load_table("papers.toml")
FEWEST_LETTERS = 4


def plausible_title(raw: str | None) -> str | None:
    """The title property, unless it is a file's name or what a program writes when nobody gave a title."""
    title = " ".join((raw or "").replace("\x00", "").split())
    lowered = title.lower()
    rules = _TABLE["title"]
    if sum(map(str.isalpha, title)) < FEWEST_LETTERS or (" " not in title and ("_" in title or any(map(str.isdigit, title)))):
        return None
    if lowered.startswith(tuple(rules["implausible_starts"])) or lowered.endswith(tuple(rules["implausible_ends"])):
        return None
    return title


def plausible_day(year: int, month: int, day: int) -> date | None:
    """The day a file was made, unless it is one that programs write when they do not know it."""
    rules = _TABLE["made"]
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if year >= rules["earliest_year"] and made.isoformat() not in rules["template_days"] else None
