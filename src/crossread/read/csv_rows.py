"""The lines of a CSV or TSV file as rows: its header, what parts its cells, and the true number of each line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from crossread import patterns as re
from crossread.errors import ReadError
from crossread.read.encoding import decode
from crossread.read.refusal import refusal
from crossread.read.report import BadRow

LINE_BREAK = re.compile(r"\r\n|\n|\r")
SEPARATOR_LINE = re.compile(r"\ufeff?sep=[,;|\t]\r?\n", re.IGNORECASE)  # what a spreadsheet writes for itself above the names
_ABOVE = re.compile(r"[\ufeff\r\n ]*(?:sep=(?P<separator>[,;|\t])[ ,;|\t]*(?:\r\n|\n|\r)[\r\n ]*)?", re.IGNORECASE)
SEPARATORS = (",", "\t", ";", "|")
MOST_RESTARTS = 100  # after so many quotes that are never closed, the rest of the table is given up


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """The cells of one row and the line it starts in, counted from 1."""

    cells: list[str]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTable:
    """The lines of a file from its header on. `above` is how many stand before it: blank ones, and `sep=;` of a spreadsheet."""

    text: str
    separator: str
    above: int

    @property
    def header(self) -> list[str]:
        """The names in the first row, none where it cannot be read."""
        return _split_first(self.text, self.separator)

    def iter_rows(self) -> Iterator[CsvRow | BadRow]:
        """The rows below the header that hold anything, by their lines in the file, and those that cannot be read."""
        for row in iter_rows(StringIO(self.text, newline="").readlines(), self.separator, above=self.above):
            if isinstance(row, BadRow) or (row.cells and row.line > self.above + 1):
                yield row

    def iter_cells(self, column: str, header: list[str]) -> Iterator[str]:
        """What the rows have in this column of the header, if there is one."""
        place = header.index(column) if column in header else None
        if place is not None:
            for row in self.iter_rows():
                if isinstance(row, CsvRow) and len(row.cells) > place:
                    yield row.cells[place]


def open_table(content: bytes) -> CsvTable:
    """The table in a file; where the file says what parts its cells (`sep=;`), that is believed."""
    return open_text(decode(content))


def open_text(text: str) -> CsvTable:
    """The table in a text."""
    above = _ABOVE.match(text)
    end = above.end() if above else 0
    told = above["separator"] if above else None
    rest = text[end:]
    return CsvTable(text=rest, separator=told or find_separator(rest), above=len(LINE_BREAK.findall(text[:end])))


def find_header(text: str) -> list[str]:
    """The names in the first row, none where it cannot be read."""
    return _split_first(text, find_separator(text))


def find_separator(text: str) -> str:
    """What parts the cells of the first row."""
    first = LINE_BREAK.split(text, maxsplit=1)[0]
    return max(SEPARATORS, key=first.count)


def iter_rows(lines: list[str], separator: str, *, above: int = 0) -> Iterator[CsvRow | BadRow]:
    """The rows with the line each starts in. After a broken row, reading goes on with the line after its first line."""
    start = restarts = 0
    while start < len(lines):
        rows = csv.reader(iter(lines[start:]), delimiter=separator, strict=True)
        done = 0
        try:
            for cells in rows:
                yield CsvRow(cells=cells, line=above + start + done + 1)
                done = rows.line_num
            return
        except csv.Error as error:
            yield BadRow(line=above + start + done + 1, error=broken_row(str(error)))
            start += done + 1
            restarts += 1
        if restarts > MOST_RESTARTS:
            found = f"{len(lines) - start} lines given up after {restarts} broken rows"
            yield BadRow(line=above + start + 1, error=broken_row(found))
            return


def broken_row(found: str) -> ReadError:
    """The refusal of a row whose cells cannot be told apart."""
    return refusal("bad_row", found=found, next_step="Put quotes around cells that hold separators, quotes or line breaks.")


def _split_first(text: str, separator: str) -> list[str]:
    first = LINE_BREAK.split(text, maxsplit=1)[0]
    try:
        return [cell.strip() for cell in next(csv.reader([first], delimiter=separator), [])]
    except csv.Error:
        return []
