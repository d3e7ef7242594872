"""An Excel workbook: one sheet per table, the meaning of every column, and the manifest."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import xlsxwriter

from crossread.codebook import load_codebook
from crossread.errors import ExportError
from crossread.export.cells import to_flat, write_safe
from crossread.export.content import LeftOut
from crossread.export.job import Job
from crossread.export.tables import Table, load_columns
from crossread.registry import register

# Limits of the file format (Microsoft, "Excel specifications and limits").
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
CUT_MARK = " […]"

# Vocabularies of the codebook whose codes stand in the tables.
NOTED_KINDS = (
    "incident_type",
    "scope",
    "status",
    "stance",
    "actor_type",
    "effect",
    "qualifier",
    "means",
    "date_precision",
    "place_precision",
    "grade",
    "severity",
)


@register("exporters", "xlsx@1")
def write_xlsx(job: Job) -> tuple[LeftOut, ...]:
    """One workbook. Texts longer than a cell can hold are cut, marked and counted as left out."""
    _check_rows(job)
    path = job.staging.stage(job.path)
    with xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as book:
        book.set_properties({"title": "crossread incidents", "created": _made_at(job)})
        sheets = _Sheets(book)
        cut = sum(sheets.write_table(table) for table in job.wanted_tables())
        sheets.write_notes(job)
        sheets.write_manifest(job)
    if not cut:
        return ()
    return (LeftOut(what="end of text", reason=f"longer than the {MOST_CHARACTERS} characters a cell can hold", count=cut),)


def _check_rows(job: Job) -> None:
    for table in job.wanted_tables():
        if len(table.rows) >= MOST_ROWS:
            raise ExportError(
                "An Excel sheet cannot hold that many rows.",
                where=f"table {table.name}",
                expected=f"fewer than {MOST_ROWS:,}",
                found=f"{len(table.rows):,}",
                next_step="Export to parquet or csv, or export fewer incidents.",
            )


def _made_at(job: Job) -> datetime:
    return datetime.fromisoformat(job.manifest["made_at"]).replace(tzinfo=None)


class _Sheets:
    """The workbook with the cell formats all its sheets use."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def write_table(self, table: Table) -> int:
        """One sheet with its rows; the number of texts that had to be cut."""
        sheet = self._add(table.name, [column.name for column in table.columns])
        cut = 0
        for line, row in enumerate(table.rows, start=1):
            for place, column in enumerate(table.columns):
                cut += self._write(sheet, (line, place), to_flat(row[column.name]))
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        sheet.set_column(0, len(table.columns) - 1, 16)
        return cut

    def write_notes(self, job: Job) -> None:
        """The sheet that says what every column and every code means."""
        sheet = self._add("codebook notes", ["table or vocabulary", "column or code", "kind or label", "meaning"])
        rows = [(name, c.name, c.kind, c.note) for name in job.options.tables for c in load_columns()[name]]
        vocabularies = load_codebook().vocabularies
        rows += [(kind, c.code, c.label, c.definition) for kind in NOTED_KINDS for c in vocabularies[kind].values()]
        for line, row in enumerate(rows, start=1):
            for place, text in enumerate(row):
                sheet.write_string(line, place, text, self._wrapped)
        sheet.set_column(0, 2, 18)
        sheet.set_column(3, 3, 100)

    def write_manifest(self, job: Job) -> None:
        """The sheet that says how the workbook was made; the hash of the file itself stands only in the manifest file."""
        sheet = self._add("manifest", ["key", "value"])
        for line, (key, value) in enumerate(job.manifest.items(), start=1):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            sheet.write_string(line, 0, key, self._wrapped)
            self._write(sheet, (line, 1), to_flat(text))
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 100)

    def _add(self, name: str, heads: list[str]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.write_row(0, 0, heads, self._head)
        sheet.freeze_panes(1, 0)
        return sheet

    def _write(self, sheet: Any, cell: tuple[int, int], value: str | int | float | bool | date | None) -> int:
        """Write one cell; 1 if its text was cut, else 0."""
        if isinstance(value, bool):
            sheet.write_boolean(*cell, value)
        elif isinstance(value, date):
            sheet.write_datetime(*cell, datetime(value.year, value.month, value.day), self._day)
        elif isinstance(value, int | float):
            sheet.write_number(*cell, value)
        elif isinstance(value, str):
            kept = value if len(value) <= MOST_CHARACTERS else value[: MOST_CHARACTERS - len(CUT_MARK)] + CUT_MARK
            sheet.write_string(*cell, write_safe(kept))
            return int(kept != value)
        return 0
