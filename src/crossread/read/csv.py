"""CSV and TSV: the first row names the columns, every other row is a document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from crossread.errors import ReadError
from crossread.read.encoding import decode
from crossread.read.options import FIELDS, ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.records import RawFile
from crossread.registry import register

SEPARATORS = (",", "\t", ";", "|")
ROWS_LOOKED_AT = 5  # with equal numbers of cells, a file called .csv is a table, not prose


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
        header = find_header(sample.text.lstrip("\ufeff"))
        known = {options.column(name) for name in FIELDS} & set(header)
        if options.column("text") in known and len(known) > 1:
            return 3
        if sample.extension in ("csv", "tsv") and (options.column("text") in known or _is_even(sample.text)):
            return 2
        return 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row; a row with more cells than the header has is a bad row, its quoting is broken."""
        text = decode(file.content).lstrip("\ufeff")
        header = find_header(text.lstrip())
        if options.column("text") not in header:
            raise refusal("no_text_column", expected=f"column {options.column('text')!r}", found=", ".join(header[:12]))
        csv.field_size_limit(max(csv.field_size_limit(), options.limits.text_characters))
        rows = csv.reader(StringIO(text, newline=""), delimiter=_find_separator(text.lstrip()))
        for row in _iter_rows(rows):
            if isinstance(row, BadRow):
                yield row
            elif row.cells and not row.is_header(header):
                yield _read_cells(row, header, options)


class _Row:
    __slots__ = ("cells", "line")

    def __init__(self, cells: list[str], line: int) -> None:
        self.cells = cells
        self.line = line

    def is_header(self, header: list[str]) -> bool:
        return _clean(self.cells) == header


def find_header(text: str) -> list[str]:
    """The names of the columns, in lower case and without blanks around them."""
    first = text.split("\n", 1)[0].rstrip("\r")
    try:
        return _clean(next(csv.reader([first], delimiter=_find_separator(text)), []))
    except csv.Error:
        return []


def _clean(cells: list[str]) -> list[str]:
    return [cell.strip().strip('"') for cell in cells]


def _find_separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def _is_even(text: str) -> bool:
    rows = csv.reader(StringIO(text, newline=""), delimiter=_find_separator(text))
    widths = []
    try:
        for _, row in zip(range(ROWS_LOOKED_AT), rows, strict=False):
            widths.append(len(row))
    except csv.Error:
        return False
    return len(set(widths)) == 1 and widths[0] > 1


def _iter_rows(rows: Iterator[list[str]]) -> Iterator[_Row | BadRow]:
    while True:
        line = rows.line_num + 1  # type: ignore[attr-defined]  # the csv reader has it, the Iterator type does not
        try:
            yield _Row(next(rows), line)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(line=line, error=refusal("bad_row", found=str(error)))


def _read_cells(row: _Row, header: list[str], options: ReadOptions) -> Report | BadRow:
    if len(row.cells) > len(header):
        found = f"{len(row.cells)} cells under {len(header)} column names"
        return BadRow(line=row.line, error=_uneven(found))
    return read_row(dict(zip(header, row.cells, strict=False)), line=row.line, options=options)


def _uneven(found: str) -> ReadError:
    return refusal("bad_row", found=found, next_step="Put quotes around cells with separators or line breaks in them.")
