"""CSV and TSV: the first row names the columns, every other row is a document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from crossread import patterns as re
from crossread.errors import ReadError
from crossread.read.columns import name_columns, note_mapped_in_vain, note_unread, refuse_without_text
from crossread.read.day_order import settle_day_order
from crossread.read.encoding import decode
from crossread.read.options import FIELDS, ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.records import RawFile
from crossread.registry import register

LINE_BREAK = re.compile(r"\r\n|\n|\r")
SEPARATOR_LINE = re.compile(r"\ufeff?sep=[,;|\t]\r?\n", re.IGNORECASE)  # what a spreadsheet writes for itself above the names
SEPARATORS = (",", "\t", ";", "|")
ROWS_LOOKED_AT = 5  # two or more of them with equal numbers of cells: a file called .csv is a table, not prose
LONGEST_NAME = 60  # characters of a column name; longer ones are prose with a comma in it
MOST_RESTARTS = 100  # after so many quotes that are never closed, the rest of the table is given up


@register("readers", "csv@1")
class CsvReader:
    """Tables of documents with commas, semicolons, tabs or bars between the cells."""

    media_type = "text/csv"
    isolated = False
    is_table = True

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By a first row that names a text column and one more that is known; by extension if the rows are even."""
        if not sample.text:
            return 0
        text = SEPARATOR_LINE.sub("", sample.text, count=1)
        header = name_columns(find_header(text), options)
        options = options.for_table(header)
        known = {options.column(name) for name in FIELDS} & set(header)
        if options.column("text") in known and len(known) > 1:
            return 3
        if sample.extension in ("csv", "tsv") and (options.column("text") in known or _is_even(text)):
            return 2
        return 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row; a row with more cells than the header has is a bad row, its quoting is broken."""
        text = SEPARATOR_LINE.sub("", decode(file.content).lstrip("\ufeff\r\n "), count=1)
        header = name_columns(find_header(text), options)
        options = options.for_table(header)
        csv.field_size_limit(max(csv.field_size_limit(), options.limits.text_characters))
        lines, separator = StringIO(text, newline="").readlines(), find_separator(text)
        if options.column("text") not in header:
            rows = (row.cells for row in iter_rows(lines, separator) if isinstance(row, CsvRow) and row.line > 1)
            raise refuse_without_text(header, rows, options)
        note_unread(header, options, name=file.name)
        note_mapped_in_vain(header, options, name=file.name)
        options = settle_day_order(_column(lines, separator, header, options), options, name=file.name)
        for row in iter_rows(lines, separator):
            if isinstance(row, BadRow):
                yield row
            elif row.cells and row.line > 1:
                yield _read_cells(row, header, options)


def _column(lines: list[str], separator: str, header: list[str], options: ReadOptions) -> Iterator[str]:
    """The cells of the column with the day of publication, if the table has one."""
    name = options.column("published")
    place = header.index(name) if name in header else None
    if place is None:
        return
    for row in iter_rows(lines, separator):
        if isinstance(row, CsvRow) and row.line > 1 and len(row.cells) > place:
            yield row.cells[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """The cells of one row and the line it starts in, counted from 1."""

    cells: list[str]
    line: int


def find_header(text: str) -> list[str]:
    """The names in the first row, none where it cannot be read."""
    first = LINE_BREAK.split(text, maxsplit=1)[0]
    try:
        return [cell.strip() for cell in next(csv.reader([first], delimiter=find_separator(text)), [])]
    except csv.Error:
        return []


def find_separator(text: str) -> str:
    """What parts the cells of the first row."""
    first = LINE_BREAK.split(text, maxsplit=1)[0]
    return max(SEPARATORS, key=first.count)


def _is_even(text: str) -> bool:
    lines = StringIO(text, newline="").readlines()[:ROWS_LOOKED_AT]
    rows = [row.cells for row in iter_rows(lines, find_separator(text)) if isinstance(row, CsvRow)]
    widths = {len(row) for row in rows}
    return len(rows) > 1 and len(widths) == 1 and widths != {1} and max(map(len, rows[0])) <= LONGEST_NAME


def iter_rows(lines: list[str], separator: str) -> Iterator[CsvRow | BadRow]:
    """The rows with the line each starts in. After a broken row, reading goes on with the line after its first line."""
    start = restarts = 0
    while start < len(lines):
        rows = csv.reader(iter(lines[start:]), delimiter=separator, strict=True)
        done = 0
        try:
            for cells in rows:
                yield CsvRow(cells=cells, line=start + done + 1)
                done = rows.line_num
            return
        except csv.Error as error:
            yield BadRow(line=start + done + 1, error=broken_row(str(error)))
            start += done + 1
            restarts += 1
        if restarts > MOST_RESTARTS:
            yield BadRow(line=start + 1, error=broken_row(f"{len(lines) - start} lines given up after {restarts} broken rows"))
            return


def _read_cells(row: CsvRow, header: list[str], options: ReadOptions) -> Report | BadRow:
    if len(row.cells) > len(header):
        found = f"{len(row.cells)} cells under {len(header)} column names"
        return BadRow(line=row.line, error=broken_row(found))
    return read_row(dict(zip(header, row.cells, strict=False)), line=row.line, options=options)


def broken_row(found: str) -> ReadError:
    """The refusal of a row whose cells cannot be told apart."""
    return refusal("bad_row", found=found, next_step="Put quotes around cells that hold separators, quotes or line breaks.")
