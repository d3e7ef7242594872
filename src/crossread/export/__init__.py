"""EXPORT: incidents to a file, with a manifest that says how it was made and what is not in it."""

from crossread.export import (
    acled_file,
    csv_file,
    dossier_file,
    ged_file,
    geojson_file,
    jsonl_file,
    jsonld_file,
    parquet_file,
    xlsx_file,
)
from crossread.export.cells import guard_formula, unguard_formula
from crossread.export.content import ExportOptions, LeftOut, Selection
from crossread.export.job import Exporter, Job
from crossread.export.losses import Loss
from crossread.export.write import Exported, check_export, export_formats, export_incidents, file_name

__all__ = [
    "ExportOptions",
    "Exported",
    "Exporter",
    "Job",
    "LeftOut",
    "Loss",
    "Selection",
    "acled_file",
    "check_export",
    "csv_file",
    "dossier_file",
    "export_formats",
    "export_incidents",
    "file_name",
    "ged_file",
    "geojson_file",
    "guard_formula",
    "jsonl_file",
    "jsonld_file",
    "parquet_file",
    "unguard_formula",
    "xlsx_file",
]
