"""A table that a person filled in (`--from FILE.csv`): its rows by column, and what is said of a row that cannot be taken."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import typer

from crossread.errors import CrossreadError, NotFoundError, RecordError

MOST_LINES = 12  # lines of a table that a sentence names one by one
YES, NO = ("yes", "y", "true", "x", "1"), ("no", "n", "false", "0", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """One row: the line of the file in which it begins, and its cells by column, without blanks at their edges."""

    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell, empty where the table has no such column."""
        return self.cells.get(column, "")

    def says(self, column: str) -> bool:
        """True for `yes`, `x`, `true`, `1`; refused where it is neither that nor its opposite."""
        told = self.get(column).casefold()
        if told not in (*YES, *NO):
            error = RecordError("Neither yes nor no.", expected=f"{', '.join(YES)}; or nothing", found=self.get(column))
            raise RefusedCellError(column, error)
        return told in YES


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that was not taken, or one cell of it: where it stands, and what stands in an error."""

    line: int
    column: str | None
    message: str
    expected: str | None = None
    found: str | None = None
    next_step: str | None = None

    @classmethod
    def of(cls, line: int, column: str | None, error: CrossreadError) -> RefusedRow:
        """From the error that it gave."""
        told = {"expected": error.expected, "found": error.found, "next_step": error.next_step}
        where = f" ({error.where})" if error.where else ""
        return cls(line=line, column=column, message=f"{error.what}{where}", **told)

    def say(self) -> str:
        """For a person, as other errors are said."""
        said = [f"line {self.line}{f', column {self.column}' if self.column else ''}: {self.message}"]
        said += [f"  {name}: {told}" for name, told in (("expected", self.expected), ("found", self.found)) if told]
        return "\n".join([*said, f"  {self.next_step}"] if self.next_step else said)

    def to_json(self) -> dict[str, Any]:
        """For a program."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTable:
    """The columns of a table, its rows, and those rows whose cells cannot be told apart."""

    columns: Sequence[str]
    rows: Sequence[GivenRow]
    broken: Sequence[RefusedRow]


class RefusedCellError(Exception):
    """What stands in one column of a row cannot be taken, for the reason that `error` says."""

    def __init__(self, column: str, error: CrossreadError) -> None:
        super().__init__(str(error))
        self.column, self.error = column, error


@contextmanager
def in_column(column: str) -> Iterator[None]:
    """Say of what is refused inside in which column it stands."""
    try:
        yield
    except CrossreadError as error:
        raise RefusedCellError(column, error) from error


def read_table(path: Path) -> GivenTable:
    """The rows of a CSV file (`-` is standard input), however its cells are parted; rows without any words are passed over."""
    from crossread.read.csv_rows import CsvRow, open_table

    table = open_table(_read(path))
    columns = ["_".join(name.casefold().replace("-", " ").split()) for name in table.header]
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise RecordError("Two columns have one name.", where=str(path), expected="each name once", found=", ".join(twice))
    rows: list[GivenRow] = []
    broken: list[RefusedRow] = []
    for row in table.iter_rows():
        if not isinstance(row, CsvRow):
            broken.append(RefusedRow.of(row.line, None, row.error))
        elif any(cell.strip() for cell in row.cells):
            found = _row(row.line, row.cells, columns)
            (broken if isinstance(found, RefusedRow) else rows).append(found)  # type: ignore[arg-type]  # of the list's kind
    return GivenTable(columns=columns, rows=rows, broken=broken)


def refuse_table(path: Path, table: GivenTable, *, what: str, expected: str, next_step: str) -> RecordError:
    """The refusal of a table as a whole: its columns are not those that are asked for."""
    found = ", ".join(name for name in table.columns if name)[:300] or "no columns"
    return RecordError(what, where=str(path), expected=expected, found=found, next_step=next_step)


def say_lines(lines: Sequence[int]) -> str:
    """`line 3`, `lines 3, 4, 7 …`."""
    told = ", ".join(str(line) for line in lines[:MOST_LINES])
    return f"line{'' if len(lines) == 1 else 's'} {told}{' …' if len(lines) > MOST_LINES else ''}"


def refuse_beside(given: Mapping[str, object]) -> None:
    """Refuse as wrong usage what a single correction says beside a table: it would not be heard."""
    also = [name for name, value in given.items() if value]
    if also:
        told = f"the rows of the table say it: leave {', '.join(also)} away"
        raise typer.BadParameter(told, param_hint="--from")


def _read(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("There is no such file.", where=str(path), next_step="Check the spelling.") from error
    except OSError as error:
        raise RecordError("The table cannot be read.", where=str(path), found=error.strerror or str(error)) from error


def _row(line: int, cells: Sequence[str], columns: Sequence[str]) -> GivenRow | RefusedRow:
    from crossread.codebook.table_cells import unguard_formula
    from crossread.read.csv_rows import broken_row

    if any(cell.strip() for cell in cells[len(columns) :]):
        return RefusedRow.of(line, None, broken_row(f"{len(cells)} cells under {len(columns)} column names"))
    return GivenRow(line=line, cells={name: unguard_formula(cell).strip() for name, cell in zip(columns, cells, strict=False)})
