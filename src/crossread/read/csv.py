"""CSV and TSV: the first row names the columns, every other row is a document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from crossread.read.columns import name_columns, note_mapped_in_vain, note_unread, refuse_without_text
from crossread.read.csv_rows import CsvRow, CsvTable, broken_row, open_table, open_text
from crossread.read.day_order import settle_day_order
from crossread.read.options import FIELDS, ReadOptions
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.records import RawFile
from crossread.registry import register

ROWS_LOOKED_AT = 5  # two or more of them with equal numbers of cells: a file called .csv is a table, not prose
LONGEST_NAME = 60  # characters of a column name; longer ones are prose with a comma in it


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
        table = open_text(sample.text)
        header = name_columns(table.header, options)
        options = options.for_table(header)
        known = {options.column(name) for name in FIELDS} & set(header)
        if options.column("text") in known and len(known) > 1:
            return 3
        if sample.extension in ("csv", "tsv") and (options.column("text") in known or _is_even(table)):
            return 2
        return 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row; a row with more cells than the header has is a bad row, its quoting is broken."""
        table = open_table(file.content)
        header = name_columns(table.header, options)
        options = options.for_table(header)
        csv.field_size_limit(max(csv.field_size_limit(), options.limits.text_characters))
        if options.column("text") not in header:
            rows = (row.cells for row in table.iter_rows() if isinstance(row, CsvRow))
            raise refuse_without_text(header, rows, options)
        note_unread(header, options, name=file.name)
        note_mapped_in_vain(header, options, name=file.name)
        options = settle_day_order(table.iter_cells(options.column("published"), header), options, name=file.name)
        for row in table.iter_rows():
            yield row if isinstance(row, BadRow) else _read_cells(row, header, options)


def _is_even(table: CsvTable) -> bool:
    rows = [row.cells for row in islice(table.iter_rows(), ROWS_LOOKED_AT - 1) if isinstance(row, CsvRow)]
    widths = {len(row) for row in (table.header, *rows)}
    return bool(rows) and len(widths) == 1 and widths != {1} and max(map(len, table.header)) <= LONGEST_NAME


def _read_cells(row: CsvRow, header: list[str], options: ReadOptions) -> Report | BadRow:
    if len(row.cells) > len(header):
        found = f"{len(row.cells)} cells under {len(header)} column names"
        return BadRow(line=row.line, error=broken_row(found))
    return read_row(dict(zip(header, row.cells, strict=False)), line=row.line, options=options)
