"""XLSX: every sheet with a text column is a table of documents, as in CSV; days are those that the spreadsheet holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from crossread.read.archive import check_archive
from crossread.read.columns import name_columns, note_mapped_in_vain, note_unread, refuse_without_text
from crossread.read.day_order import settle_day_order
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.read.table import read_row
from crossread.read.xlsx_cells import Sheet, SheetRow, Workbook
from crossread.records import RawFile
from crossread.registry import register

WORKBOOK = "xl/workbook.xml"
ROWS_LOOKED_AT = 50


@register("readers", "xlsx@1")
class XlsxReader:
    """Tables of documents as spreadsheets since 2007 keep them."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    isolated = True
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """A ZIP archive with a folder `xl`."""
        if not sample.head.startswith(b"PK\x03\x04"):
            return 0
        return 5 if b"xl/w" in sample.head else 4 if sample.extension in ("xlsx", "xlsm") else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row of the sheets that have a text column; others are told of, hidden ones passed over."""
        if WORKBOOK not in check_archive(file.content, options.limits):
            raise refusal("unsupported_format", expected=WORKBOOK, found="an archive or Office file other than XLSX")
        without: list[Sheet] = []
        found = False
        book = Workbook(file.content)
        for sheet in book.sheets:
            rows = list(book.iter_rows(sheet))
            if not rows:
                continue
            header = name_columns([cell.strip() for cell in rows[0].cells], options)
            told = options.for_table(header)
            if told.column("text") not in header:
                without.append(sheet)
                continue
            found = True
            yield from _iter_reports(rows, header, told, name=f"{file.name}, sheet {sheet.name!r}")
        if not found:
            raise _no_text(book, without, options)
        for sheet in without:
            options.note(f"{file.name}: sheet {sheet.name!r} was not read, as it has no column {options.column('text')!r}.")


def _iter_reports(rows: Sequence[SheetRow], header: list[str], options: ReadOptions, *, name: str) -> Iterator[Report | BadRow]:
    note_unread(header, options, name=name)
    note_mapped_in_vain(header, options, name=name)
    column = options.column("published")
    place = header.index(column) if column in header else None
    days = [row.cells[place] for row in rows[1:] if place is not None and len(row.cells) > place]
    options = settle_day_order(days, options, name=name)
    for row in rows[1:]:
        if any(cell.strip() for cell in row.cells):
            yield read_row(dict(zip(header, row.cells, strict=False)), line=row.number, options=options)


def _no_text(book: Workbook, without: Sequence[Sheet], options: ReadOptions) -> Exception:
    if not without:
        return refusal("empty", found="no rows")
    rows = list(islice(book.iter_rows(without[0]), ROWS_LOOKED_AT))
    return refuse_without_text([cell.strip() for cell in rows[0].cells], [row.cells for row in rows[1:]], options)
