"""What the properties of a PDF or DOCX say, where it can be believed."""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.read.options import load_table

_TABLE = load_table("papers.toml")
FEWEST_LETTERS = 4
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)")


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


def plausible_day(made: date | None, *, text: str, programs: str = "") -> date | None:
    """The day a file was made, where it can be the day of publication.

    It cannot be when a program writes it that does not know the day, when a program made the file that only prints or scans
    what others published, or when the text tells years and all of them are others than that year and the one before it.
    """
    rules = _TABLE["made"]
    if made is None or made.year < rules["earliest_year"] or made.isoformat() in rules["template_days"]:
        return None
    if any(name in programs.lower() for name in rules["copying_programs"]):
        return None
    years = {int(year) for year in YEAR.findall(text)}
    return made if not years or years & {made.year, made.year - 1} else None
