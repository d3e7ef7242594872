"""Cells of such tables as values: days, whole numbers, degrees, codes in whichever of their spellings."""

from __future__ import annotations

import math
from datetime import date

from crossread import patterns as re
from crossread.codebook.table_shape import TableShape

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.Z+-]*)?")
_WRITTEN_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WHOLE = re.compile(r"(-?\d{1,18})(?:\.0+)?")  # a table that went through a spreadsheet has 8.0 where 8 stood
_DASH = re.compile(r"\s*[-–—]\s*")
EITHER_SPELLING = ("inter", "interaction")  # written as a number in older files and as text in newer ones
NO_ACTOR = "0"  # what older files have where there is no second actor

# What a spreadsheet takes for the start of a formula when it opens a CSV file (OWASP, "CSV Injection"). Apostrophes before it
# are part of the pattern so that the guard can be taken off again without doubt.
_FORMULA_START = re.compile(r"'*[=+\-@\t\r]")


def guard_formula(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could run it as a formula, else unchanged."""
    return f"'{text}" if _FORMULA_START.match(text) else text


def unguard_formula(text: str) -> str:
    """The reverse of `guard_formula`, for whoever reads a CSV or XLSX file back."""
    return text[1:] if text.startswith("'") and _FORMULA_START.match(text[1:]) else text


def parse_day(cell: str) -> date | None:
    """The day of a cell such as `2019-01-25`, `2019-01-25 00:00:00.000` or `25 January 2019`; None for anything else."""
    text = cell.strip()
    iso = _ISO_DAY.fullmatch(text)
    written = _WRITTEN_DAY.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if written and written[2].lower() in _MONTHS:
            return date(int(written[3]), _MONTHS.index(written[2].lower()) + 1, int(written[1]))
    except ValueError:
        pass  # a day that no calendar has
    return None


def parse_whole(cell: str) -> int | None:
    """The whole number of a cell, None for anything else."""
    found = _WHOLE.fullmatch(cell.strip())
    return int(found[1]) if found else None


def parse_number(cell: str) -> float | None:
    """The number of a cell, None for anything else; `nan` and `inf` are none."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def parse_code(shape: TableShape, codes: str, cell: str) -> str | None:
    """The code that the cell stands for, None where it is none of that list.

    Of actors and their combination either spelling is taken, a combination in either order and with any dash.
    """
    table, text = shape.codes[codes], cell.strip()
    whole = parse_whole(text)
    key = str(whole) if whole is not None else text
    if key in table:
        return key
    if codes not in EITHER_SPELLING:
        return None
    split = _parts if codes == "interaction" else _whole
    wanted = split(text)
    found = next((code for code, words in table.items() if split(words) == wanted), None)
    if found is None and whole is not None and codes == "interaction" and len(key) == 2:
        found = next((code for code in table if sorted(code) == sorted(key)), None)
    return found


def combine(first: str, second: str | None) -> str:
    """The code for the combination of two actor codes, in the order of the list: the smaller one first."""
    return "".join(sorted((first, second))) if second else f"{first}0"


def _whole(words: str) -> list[str]:
    return [words]


def _parts(words: str) -> list[str]:
    return sorted(_DASH.split(words))
