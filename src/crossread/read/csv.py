"""CSV and TSV: the first row names the columns, every other row is a document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from crossread import patterns as re
from crossread.codebook import SHAPES, load_shape
from crossread.errors import ReadError
from crossread.read.encoding import decode
from crossread.read.options import FIELDS, ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.records import RawFile
from crossread.registry import register

LINE_BREAK = re.compile(r"\r\n|\n|\r")
SEPARATORS = (",", "\t", ";", "|")
ROWS_LOOKED_AT = 5  # two or more of them with equal numbers of cells: a file called .csv is a table, not prose
LONGEST_NAME = 60  # characters of a column name; longer ones are prose with a comma in it
_ROWS = "These are columns of {}. A table of incidents is read at the command line: crossread read --as {}."
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
        header = find_header(sample.text)
        options = options.for_table(header)
        known = {options.column(name) for name in FIELDS} & set(header)
        if options.column("text") in known and len(known) > 1:
            return 3
        if sample.extension in ("csv", "tsv") and (options.column("text") in known or _is_even(sample.text)):
            return 2
        return 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row; a row with more cells than the header has is a bad row, its quoting is broken."""
        text = decode(file.content).lstrip("\ufeff\r\n ")
        header = find_header(text)
        options = options.for_table(header)
        if options.column("text") not in header:
            raise _no_text(header, options)
        csv.field_size_limit(max(csv.field_size_limit(), options.limits.text_characters))
        rows = iter_rows(StringIO(text, newline="").readlines(), find_separator(text))
        for row in rows:
            if isinstance(row, BadRow):
                yield row
            elif row.cells and row.line > 1:
                yield _read_cells(row, header, options)


def _no_text(header: list[str], options: ReadOptions) -> ReadError:
    """The refusal of a table without a text; of one in the form of a data set of incidents with the advice how to read it."""
    shape = next((load_shape(name) for name in SHAPES if set(load_shape(name).hints) <= set(header)), None)
    advice = _ROWS.format(shape.label, shape.name) if shape else None
    found = ", ".join(header[:12])[:300]
    return refusal("no_text_column", expected=f"column {options.column('text')!r}", found=found, next_step=advice)


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
