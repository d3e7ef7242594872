"""CSV (RFC 4180, UTF-8): the incidents at the path, each long table in a file beside it."""

from __future__ import annotations

import csv
from datetime import date

from crossread.export.cells import to_flat
from crossread.export.content import LeftOut
from crossread.export.job import Job
from crossread.export.tables import Table
from crossread.registry import register


@register("exporters", "csv@1")
def write_csv(job: Job) -> tuple[LeftOut, ...]:
    """One CSV file per table. CSV holds every record, so nothing is left out."""
    return _write(job, with_tags=False)


@register("exporters", "hxl@1")
def write_hxl(job: Job) -> tuple[LeftOut, ...]:
    """The same with a row of HXL hashtags under the names. Programs that know no HXL take that row for a record: skip it."""
    return _write(job, with_tags=True)


def _write(job: Job, *, with_tags: bool) -> tuple[LeftOut, ...]:
    encoding = "utf-8-sig" if job.options.with_bom else "utf-8"
    for table in job.wanted_tables():
        path = job.stage_table(table.name)
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in table.columns])
            if with_tags:
                writer.writerow([column.hxl for column in table.columns])
            writer.writerows(_lines(table))
    return ()


def _lines(table: Table) -> list[list[str | int | float]]:
    return [[csv_cell(to_flat(row[column.name])) for column in table.columns] for row in table.rows]


def csv_cell(value: str | int | float | bool | date | None) -> str | int | float:
    """The value as it stands in a CSV file: nothing where it is not known, days as ISO has them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else value
