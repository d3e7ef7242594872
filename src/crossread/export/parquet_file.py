"""Parquet with typed columns: dates are dates, counts are integers, lists are lists, unknown is null."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crossread.export.cells import to_typed
from crossread.export.content import LeftOut
from crossread.export.job import Job
from crossread.export.tables import Column, Table
from crossread.registry import register

_ARROW_TYPES: dict[str, Any] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "list": pa.list_(pa.string()),
}


@register("exporters", "parquet@1")
def write_parquet(job: Job) -> tuple[LeftOut, ...]:
    """One Parquet file per table, the manifest in the metadata of each. Nothing is left out."""
    for table in job.wanted_tables():
        path = job.stage_table(table.name)
        pq.write_table(_arrow_table(table, job), path, compression="zstd")
    return ()


def _arrow_table(table: Table, job: Job) -> Any:
    metadata = {
        "crossread.table": table.name,
        "crossread.version": job.manifest["crossread"],
        "crossread.manifest": json.dumps(job.manifest, ensure_ascii=False),
    }
    schema = pa.schema([_field(column) for column in table.columns], metadata=metadata)
    rows = [{column.name: to_typed(row[column.name]) for column in table.columns} for row in table.rows]
    return pa.Table.from_pylist(rows, schema=schema)


def _field(column: Column) -> Any:
    return pa.field(column.name, _ARROW_TYPES[column.kind], metadata={"description": column.note})
