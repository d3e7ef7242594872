"""Days of a data set that went through a spreadsheet (43490, 25-Jan-19, 25/01/2019), where nothing is left to guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from crossread import patterns as re
from crossread.codebook import TableShape
from crossread.codebook.table_cells import parse_day
from crossread.read.csv_rows import CsvTable
from crossread.read.day_order import parse_in_order, settle_day_order
from crossread.read.options import DAY_ORDERS, ReadOptions

YEAR = "year"  # the column that both data sets have beside the day
_ZEROS = (date(1899, 12, 30), date(1904, 1, 1))  # from which spreadsheets count days, the second on old Macs
_SERIAL = re.compile(r"(\d{4,5})(?:\.\d+)?")
_SHORT = re.compile(r"(\d{1,2}[ -][A-Za-z]{3,9}[ -])(\d{2})")


def settle_order(shape: TableShape, table: CsvTable, options: ReadOptions, *, name: str) -> ReadOptions:
    """The options with the order of day and month that the days of the table keep to, where they are in numbers.

    Raises `open_days` where they can all be read in two ways.
    """
    header = table.header
    cells = [cell.strip() for column in _day_columns(shape) for cell in table.iter_cells(column, header)]
    written = next((cell for cell in cells if _SERIAL.fullmatch(cell) or _SHORT.fullmatch(cell)), None)
    if written:
        options.note(f"{name}: days that a spreadsheet wrote, such as {written}, are read where the column {YEAR!r} agrees.")
    return settle_day_order(cells, options, name=name)


def plain_days(shape: TableShape, told: Mapping[str, str], options: ReadOptions) -> dict[str, str]:
    """The row with such days as YYYY-MM-DD; every other cell, and a day that stays open, is as it was.

    A number of days, or a year of two digits, is a day only where the row's own year agrees with it: spreadsheets count from
    two beginnings, and a number in the wrong column is no day.
    """
    plain = dict(told)
    for column in _day_columns(shape):
        cell = told.get(column, "").strip()
        if cell and parse_day(cell) is None and (day := _find_day(cell, told, options, is_first=column == shape.date)):
            plain[column] = day.isoformat()
    return plain


def _day_columns(shape: TableShape) -> Iterable[str]:
    return (column.name for column in shape.columns if column.kind == "date")


def _find_day(cell: str, told: Mapping[str, str], options: ReadOptions, *, is_first: bool) -> date | None:
    in_order = {parse_in_order(cell, order) for order in ([options.dates] if options.dates else DAY_ORDERS)} - {None}
    if in_order:
        return in_order.pop() if len(in_order) == 1 else None
    year = told.get(YEAR, "").strip().removesuffix(".0")
    # The last day of what went on over the turn of a year stands in the next one.
    years = {year} if is_first or not year.isdigit() else {year, str(int(year) + 1)}
    return next((day for day in _iter_readings(cell) if str(day.year) in years), None)


def _iter_readings(cell: str) -> Iterator[date]:
    serial, short = _SERIAL.fullmatch(cell), _SHORT.fullmatch(cell)
    if serial:
        yield from (zero + timedelta(days=int(serial[1])) for zero in _ZEROS)
    elif short:
        yield from (day for century in ("20", "19") if (day := parse_day(f"{short[1]}{century}{short[2]}")))
