"""One row of a table of documents -> a report; the text of the row stays exactly as given.

Hand-coded data refers to such texts by character offsets, so nothing is added, joined or trimmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crossread import patterns as re
from crossread.errors import ReadError
from crossread.read.dateline import parse_date
from crossread.read.day_order import parse_in_order, say_both
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report

PARTIAL_DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2]))?")


def read_row(row: Mapping[str, Any], *, line: int, options: ReadOptions) -> Report | BadRow:
    """The report a row holds, or the row with the reason why it holds none. Columns that are not known are passed over."""
    from_columns = {name: row.get(options.column(name)) for name in ("external_id", "source", "title", "url", "language")}
    text = row.get(options.column("text"))
    if text is None or (isinstance(text, str) and not text.strip()):
        columns = ", ".join(str(name) for name in list(row)[:12])
        return BadRow(line=line, error=refusal("missing_text", expected=f"column {options.column('text')!r}", found=columns))
    for name, value in {"text": text, **from_columns}.items():
        if isinstance(value, (dict, list, bool)) or (name == "text" and not isinstance(value, str)):
            return BadRow(line=line, error=refusal("bad_row", expected="text", found=f"{name} is {type(value).__name__}"))
    raw_date = row.get(options.column("published"))
    published = _find_date(raw_date, options)
    if published is None and not _is_open(raw_date):
        return BadRow(line=line, error=refuse_date(raw_date))
    told = {name: str(value).strip() or None for name, value in from_columns.items() if value is not None}
    return Report(
        text=text,
        published=published,
        published_in=None if published else _find_partial(raw_date),
        line=line,
        external_id=told.get("external_id"),
        source=told.get("source"),
        title=told.get("title"),
        url=told.get("url"),
        language=told.get("language"),
    )


def _find_date(raw: Any, options: ReadOptions) -> date | None:
    if not isinstance(raw, str):
        return None
    return parse_date(raw) or (parse_in_order(raw, options.dates) if options.dates else None)


def refuse_date(raw: Any) -> ReadError:
    """What is no day, or could be two."""
    both = say_both(str(raw))
    if both is None:
        return refusal("bad_date", found=repr(raw)[:60])
    way = "Write it as YYYY-MM-DD, or say at the command line which comes first: --dates day-first or --dates month-first."
    return refusal("bad_date", expected="a day that can be read in one way only", found=f"{raw!r}, {both}", next_step=way)


def _is_open(raw: Any) -> bool:
    """True if the row tells no day: the column is empty, or it names a year or month only, which is no day of publication."""
    return raw is None or not str(raw).strip() or _find_partial(raw) is not None


def _find_partial(raw: Any) -> str | None:
    """The year or month that stands for a day ("2016-10")."""
    told = str(raw).strip()
    return told if PARTIAL_DATE.fullmatch(told) else None
