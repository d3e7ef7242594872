"""Days such as 03/04/2019: whether the day or the month comes first, as the other days of the same column tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from crossread import patterns as re
from crossread.read.options import DAY_FIRST, MONTH_FIRST, ReadOptions
from crossread.read.refusal import refusal

_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>[12]\d{3})(?=$|,?\s+\d|T\d)")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What the days of a column tell: of each order a value that can only be read so, and those that can be read both ways."""

    day_first: str | None
    month_first: str | None
    open_days: tuple[str, ...]
    filled: int


def settle_day_order(cells: Iterable[str], options: ReadOptions, *, name: str) -> ReadOptions:
    """The options with the order of day and month that a column of days keeps to.

    One value above 12 decides for all, unless another decides otherwise. Where none does and every day of the table is open,
    the table is refused as a whole, because half of its days would be wrong by months; of other tables, the open rows are.
    """
    if options.dates is not None:
        return options
    column = _look_at(cells)
    if not column.open_days:
        return options
    order, witness = (DAY_FIRST, column.day_first) if column.day_first else (MONTH_FIRST, column.month_first)
    if witness is None or (column.day_first and column.month_first):
        if len(column.open_days) == column.filled > 1:
            found = (
                f"{column.open_days[0]!r}, {say_both(column.open_days[0])}, and no day of the column tells which comes first"
            )
            raise refusal("open_days", found=found)
        return options
    first = column.open_days[0]
    told = parse_in_order(first, order)
    options.note(f"{name}: {witness} shows that the {order.removesuffix('-first')} comes first, so {first} was read as {told}.")
    return replace(options, dates=order)


def parse_in_order(raw: str, order: str) -> date | None:
    """The day of `raw` where it is told in numbers alone, with the day or the month first; else None."""
    match = _NUMBERS.match(raw.strip())
    return _date_of(match, order) if match else None


def say_both(raw: str) -> str | None:
    """The two days that `raw` can mean ("3 April or 4 March 2019"); None where there are no two."""
    match = _NUMBERS.match(raw.strip())
    if match is None or not _is_open(match):
        return None
    first, second = int(match["first"]), int(match["second"])
    return f"{first} {_MONTHS[second - 1]} or {second} {_MONTHS[first - 1]} {match['year']}"


def _look_at(cells: Iterable[str]) -> _Column:
    witnesses: dict[str, str] = {}
    open_days: list[str] = []
    filled = 0
    for cell in map(str.strip, cells):
        filled += bool(cell)
        match = _NUMBERS.match(cell)
        if match is None:
            continue
        if _is_open(match):
            open_days.append(cell)
        elif match["first"] != match["second"]:
            order = DAY_FIRST if int(match["first"]) > 12 else MONTH_FIRST
            if _date_of(match, order):
                witnesses.setdefault(order, cell)
    return _Column(
        day_first=witnesses.get(DAY_FIRST), month_first=witnesses.get(MONTH_FIRST), open_days=tuple(open_days), filled=filled
    )


def _is_open(match: re.Match[str]) -> bool:
    first, second = int(match["first"]), int(match["second"])
    return first != second and 1 <= first <= 12 and 1 <= second <= 12


def _date_of(match: re.Match[str], order: str) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if order == DAY_FIRST else (second, first)
    try:
        return date(int(match["year"]), month, day)
    except ValueError:
        return None
