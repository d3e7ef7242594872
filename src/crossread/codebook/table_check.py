"""Whether a row, or a whole file, keeps to a form: what a program that loads such files relies on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crossread import patterns as re
from crossread.codebook.table_cells import NO_ACTOR, combine, parse_code, parse_day, parse_number, parse_whole
from crossread.codebook.table_shape import ShapeColumn, TableShape

Row = Mapping[str, str]
MOST_PEOPLE = 10_000_000  # dead of one incident; a larger number is a slip or another column
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
_AGREES = " (one that a spreadsheet wrote, such as 43490 or 25-Jan-19, needs its year in the column year)"
_WRITTEN = {"acled": re.compile(r"\d{4}-\d{2}-\d{2}"), "ged": re.compile(r"\d{4}-\d{2}-\d{2} 00:00:00\.000")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, where: the column (None: between columns) and the row's id or line."""

    row: str
    column: str | None
    expected: str
    found: str

    def sentence(self) -> str:
        """The fault in one line."""
        return f"{self.column or 'the row'}: expected {self.expected}, found {self.found}"


def check_file(shape: TableShape, path: Path) -> list[Fault]:
    """Every fault of a CSV file: wrong columns, wrong cells, an id twice, cells that contradict each other."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restkey="beyond the last column")
        if tuple(reader.fieldnames or ()) != shape.header:
            found = ", ".join(reader.fieldnames or ())
            return [Fault(row="header", column=None, expected=", ".join(shape.header), found=found)]
        return list(_check_rows(shape, reader))


def _check_rows(shape: TableShape, rows: Iterable[Row]) -> Iterator[Fault]:
    ids: set[str] = set()
    for number, row in enumerate(rows, start=2):
        name = row[shape.id] or f"line {number}"
        yield from check_row(shape, row)
        yield from _check_spelling(shape, row)
        yield from _check_sums(shape, row)
        if row[shape.id] in ids:
            yield Fault(row=name, column=shape.id, expected="an id that no other row has", found=row[shape.id])
        ids.add(row[shape.id])


def check_row(shape: TableShape, row: Row) -> list[Fault]:
    """The faults for which a row cannot be read: cells that are no value of their column, or that contradict each other.

    Columns that the row lacks are passed over (older files are narrower), except those that a row is nothing without.
    """
    name = row.get(shape.id) or "without an id"
    faults = [
        Fault(row=name, column=column.name, expected=expected, found=repr(cell[:60]))
        for column in shape.columns
        if (cell := row.get(column.name)) is not None and (expected := _wrong(shape, column, cell))
    ]
    missing = [column for column in shape.needed if column not in row]
    faults += [Fault(row=name, column=column, expected="a column of that name", found="none") for column in missing]
    return faults or [Fault(row=name, column=None, expected=e, found=f) for e, f in _contradictions(shape, row)]


def _wrong(shape: TableShape, column: ShapeColumn, cell: str) -> str | None:
    """What the cell should be, None where it is that."""
    if not cell.strip():
        return "a value" if not column.blank and column.name in (*shape.needed, shape.id) else None
    if column.codes == "event_type":
        events = dict.fromkeys(row.event for row in shape.events)
        return None if cell in events else ", ".join(events)
    if column.codes == "sub_event_type":
        return None if shape.event(cell) else "one of the sub-event types"
    if column.codes:
        known = shape.codes[column.codes]
        none = column.codes == "inter" and column.blank and cell.strip() == NO_ACTOR
        return None if none or parse_code(shape, column.codes, cell) else ", ".join(known)[:200]
    return _wrong_kind(column, cell)


def _wrong_kind(column: ShapeColumn, cell: str) -> str | None:
    if column.kind == "date":
        return None if parse_day(cell) else f"a day such as 2019-01-25{_AGREES if cell.strip()[:1].isdigit() else ''}"
    if column.kind == "integer":
        whole = parse_whole(cell)
        if column.least is None:
            return None if whole is not None else "a whole number"
        fits = whole is not None and column.least <= whole <= MOST_PEOPLE
        return None if fits else f"a whole number from {column.least} to {MOST_PEOPLE:,}"
    if column.kind == "number":
        value, most = parse_number(cell), _DEGREES.get(column.name)
        if value is None or (most is not None and abs(value) > most):
            return f"degrees from -{most:g} to {most:g}" if most else "a number"
    return None


def _contradictions(shape: TableShape, row: Row) -> Iterator[tuple[str, str]]:
    if parse_number(row.get("latitude") or "") == 0 and parse_number(row.get("longitude") or "") == 0:
        yield "a point, or none", "0,0, which is the middle of no incident"
    yield from (_between_acled if shape.name == "acled" else _between_ged)(shape, row)


def _between_acled(shape: TableShape, row: Row) -> Iterator[tuple[str, str]]:
    event = shape.event(row.get("sub_event_type", ""))
    if event is not None:
        for column, told in (("event_type", event.event), ("disorder_type", event.disorder)):
            if row.get(column) and row[column] != told:
                yield f"{column} {told} with sub_event_type {event.sub_event}", row[column]
    first, second = (parse_code(shape, "inter", row.get(name) or "") for name in ("inter1", "inter2"))
    together = row.get("interaction")
    if first and together and parse_code(shape, "interaction", together) != combine(first, second):
        yield f"interaction {combine(first, second)} for actors {first} and {second or 'none'}", together


def _between_ged(shape: TableShape, row: Row) -> Iterator[tuple[str, str]]:
    start, end = (parse_day(row.get(name) or "") for name in ("date_start", "date_end"))
    if start and end and start > end:
        yield "a date_start on or before date_end", f"{start} and {end}"
    told = [number for name in ("low", "best", "high") if (number := parse_whole(row.get(name) or "")) is not None]
    if told != sorted(told):
        yield "low <= best <= high", ", ".join(map(str, told))


def _check_spelling(shape: TableShape, row: Row) -> Iterator[Fault]:
    """What a reader forgives and a program that loads the file may not: blanks, days and numbers written otherwise."""
    for column in shape.columns:
        cell, expected = row[column.name], None
        if not cell:
            expected = None if column.blank else "a value"
        elif column.kind == "date":
            expected = None if _WRITTEN[shape.name].fullmatch(cell) else f"the form {_WRITTEN[shape.name].pattern}"
        elif column.kind == "integer":
            expected = None if cell.lstrip("-").isdigit() else "digits only"
        if expected:
            yield Fault(row=row[shape.id], column=column.name, expected=expected, found=repr(cell))


def _check_sums(shape: TableShape, row: Row) -> Iterator[Fault]:
    day = parse_day(row[shape.date])
    if day is not None and row["year"] != str(day.year):
        yield Fault(row=row[shape.id], column="year", expected=str(day.year), found=row["year"])
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    if shape.name == "ged" and all(row[name].isdigit() for name in (*parts, "best")):
        total = sum(int(row[name]) for name in parts)
        if total != int(row["best"]):
            yield Fault(row=row["id"], column="best", expected=f"{total}, the sum of the deaths by side", found=row["best"])
