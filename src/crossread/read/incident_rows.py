"""Tables of incidents in the form of a data set (ACLED, UCDP GED): each row is a document of lines `column: value`.

Read so only when asked (`ReadOptions.shape`): such a row is an account to compare reports with, not a report.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from crossread.codebook import TableShape, load_shape
from crossread.codebook.table_cells import parse_whole, unguard_formula
from crossread.codebook.table_check import check_row
from crossread.codebook.table_shape import OWN_LABEL, OWN_PREFIX, VIA
from crossread.read.csv_rows import CsvRow, broken_row, open_table
from crossread.read.incident_days import plain_days, settle_order
from crossread.read.options import ReadOptions
from crossread.read.refusal import refusal
from crossread.read.report import BadRow, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

ASKED_FOR = 9  # surer than any content: the user said so
LANGUAGE = "en"  # of the codes and column names; the notes of both data sets are in English too
MOST_FAULTS = 3  # told of one row; more are rarely anything else than a shifted column
# Where each form names the sources of a row, the fuller column first.
SOURCES = {"acled": ("source",), "ged": ("source_office", "source_article")}


class IncidentRowReader:
    """Rows of one form. A row whose cells are not what the form has there is refused, and the others are read."""

    media_type = "text/csv"
    isolated = False
    is_table = True
    shape_name: str

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """Only when the caller named this form, and then whatever the file looks like."""
        return ASKED_FOR if options.shape == self.shape_name else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Report | BadRow]:
        """One report for each row. Files of any width are taken; the columns that a row is nothing without must be there."""
        if file.content.startswith(b"PK\x03\x04"):
            raise refusal(
                "unsupported_format", found="an Excel workbook or another archive", next_step="Save the table as CSV."
            )
        shape = load_shape(self.shape_name)
        table = open_table(file.content)
        header = table.header
        missing = [name for name in shape.needed if name not in header]
        if missing:
            raise refusal(
                "not_this_shape",
                expected=f"the columns {', '.join(shape.needed)}",
                found=f"no {', '.join(missing)} among {', '.join(header[:12])}"[:300],
            )
        csv.field_size_limit(max(csv.field_size_limit(), options.limits.text_characters))
        options = settle_order(shape, table, options, name=file.name)
        seen: dict[str, int] = {}
        for row in table.iter_rows():
            yield row if isinstance(row, BadRow) else _read_row(shape, header, row, options, seen)


@register("readers", "acled@1")
class AcledReader(IncidentRowReader):
    """Rows in the form of ACLED."""

    shape_name = "acled"


@register("readers", "ged@1")
class GedReader(IncidentRowReader):
    """Rows in the form of UCDP GED."""

    shape_name = "ged"


def _read_row(shape: TableShape, header: list[str], row: CsvRow, options: ReadOptions, seen: dict[str, int]) -> Report | BadRow:
    if len(row.cells) > len(header):
        return BadRow(line=row.line, error=broken_row(f"{len(row.cells)} cells under {len(header)} column names"))
    cells = {name: _one_line(cell) for name, cell in zip(header, row.cells, strict=False)}
    told = plain_days(shape, cells, options)
    faults = check_row(shape, told)
    if faults:
        sentences = "; ".join(fault.sentence() for fault in faults[:MOST_FAULTS])
        return BadRow(line=row.line, error=refusal("bad_row", expected=f"a row in the form of {shape.label}", found=sentences))
    name = told[shape.id]
    if name in seen:
        found = f"{name} stands in line {seen[name]} too; a file with a row for each actor is no list of incidents"
        return BadRow(line=row.line, error=refusal("bad_row", expected="one row for each event", found=found))
    seen[name] = row.line
    return Report(
        text="\n".join(f"{column}: {cell}" for column, cell in told.items() if cell),
        title=f"{_data_set(shape, told, options)} row {name}",
        external_id=name,
        source=_source(shape, told, options),
        language=LANGUAGE,
        published=_published(told.get("timestamp", "")),
        line=row.line,
    )


def _one_line(cell: str) -> str:
    """The cell on one line, so that every line of the document is one column; without the guard of our own exports."""
    return unguard_formula(" ".join(cell.split()))


def _data_set(shape: TableShape, told: Mapping[str, str], options: ReadOptions) -> str:
    """The name of the data set; rows of an own export are not passed off as the other data set's."""
    is_own = told[shape.id].startswith(OWN_PREFIX) or told.get("relid", "").startswith("inc_")
    return options.source or (OWN_LABEL if is_own else shape.label)


def _source(shape: TableShape, told: Mapping[str, str], options: ReadOptions) -> str:
    """The data set, and the sources that the row names."""
    data_set = _data_set(shape, told, options)
    named = next((cell for column in SOURCES[shape.name] if (cell := told.get(column))), None)
    return f"{data_set}{VIA}{named}" if named else data_set


def _published(timestamp: str) -> date | None:
    """The day of a time of upload in seconds since 1970, None where the row has none."""
    seconds = parse_whole(timestamp)
    try:
        return datetime.fromtimestamp(seconds, UTC).date() if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
