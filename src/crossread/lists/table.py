"""A CSV file as rows of named cells, and what is wrong with it, cell by cell."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from crossread.read.csv_rows import SEPARATOR_LINE, CsvRow, find_separator, iter_rows
from crossread.read.encoding import unify_newlines

WORKBOOK = b"PK\x03\x04"
BAR = "|"  # between several names in one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One cell, row or file that cannot be used."""

    file: str
    line: int
    column: str
    expected: str
    found: str

    def __str__(self) -> str:
        """On one line, for a list of them."""
        return f"{self.file}, line {self.line}, {self.column}: expected {self.expected}, found {self.found or 'nothing'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row by column, without blanks around them; a column that the file lacks is empty."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column."""
        return self.cells.get(column, "")

    def names(self, column: str) -> tuple[str, ...]:
        """The names in a cell that holds several."""
        return tuple(name.strip() for name in self[column].split(BAR) if name.strip())

    def fault(self, column: str, expected: str, found: str | None = None) -> Fault:
        """That a cell of this row cannot be used."""
        told = repr(self[column]) if found is None and self[column] else found or ""
        return Fault(file=self.file, line=self.line, column=column, expected=expected, found=told)


def fingerprint(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """All that the rows say in these columns, in whatever order and form of file."""
    return repr(sorted(tuple(row[column] for column in columns) for row in rows))


def read_table(path: Path, *, required: Sequence[str], optional: Sequence[str]) -> tuple[list[Row], list[Fault]]:
    """The rows of the file that can be told apart, and every fault of the file, its header and its rows.

    Further columns are the project's own business; one that is spelt almost like a known one that the file lacks is a fault.
    """
    text = _text_of(path)
    if isinstance(text, Fault):
        return [], [text]
    rows = list(iter_rows(StringIO(text, newline="").readlines(), find_separator(text.lstrip("\r\n "))))
    told = [row for row in rows if not isinstance(row, CsvRow) or any(cell.strip() for cell in row.cells)]
    head = told[0] if told else None
    header = [cell.strip().lower() for cell in head.cells] if isinstance(head, CsvRow) else []
    line = head.line if head else 1
    faults = list(_header_faults(path, header, line, required=required, optional=optional))
    if faults:
        return [], faults
    made: list[Row] = []
    for row in told[1:]:
        if isinstance(row, CsvRow) and len(row.cells) <= len(header):
            cells = {name: cell.strip() for name, cell in zip(header, row.cells, strict=False)}
            made.append(Row(file=path.name, line=row.line, cells=cells))
            continue
        found = f"{len(row.cells)} cells" if isinstance(row, CsvRow) else row.error.found or "a quote that is never closed"
        faults.append(
            _fault(path, row.line, "the row", f"at most {len(header)} cells, quotes around those with separators", found)
        )
    faults += [row.fault(name, "a value") for row in made for name in required if not row[name]]
    return made, faults


def _text_of(path: Path) -> str | Fault:
    """What the file holds; a line that a spreadsheet writes above the names (`sep=;`) is blank, so that lines stay counted."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return _fault(path, 1, "the file", "a CSV file", error.strerror or str(error))
    if content.startswith(WORKBOOK):
        return _fault(path, 1, "the file", "a CSV file", "an Excel workbook; save the sheet as “CSV UTF-8”")
    try:
        return SEPARATOR_LINE.sub("\n", unify_newlines(content.decode("utf-8-sig")), count=1)
    except UnicodeDecodeError:
        return _fault(path, 1, "the file", "text in UTF-8", "another encoding; a spreadsheet saves it as “CSV UTF-8”")


def _header_faults(
    path: Path, header: Sequence[str], line: int, *, required: Sequence[str], optional: Sequence[str]
) -> list[Fault]:
    known = (*required, *optional)
    found = ", ".join(header)[:200]
    faults = [_fault(path, line, name, "a column of this name", f"columns {found}") for name in required if name not in header]
    for name in header:
        near = difflib.get_close_matches(name, [other for other in known if other not in header], n=1, cutoff=0.75)
        if name not in known and near:
            faults.append(_fault(path, line, name, f"the column {near[0]}", f"a column {name}"))
    twice = {name for name in header if name and header.count(name) > 1}
    return faults + [_fault(path, line, name, "each column once", "it twice") for name in sorted(twice)]


def _fault(path: Path, line: int, column: str, expected: str, found: str) -> Fault:
    return Fault(file=path.name, line=line, column=column, expected=expected, found=found)
