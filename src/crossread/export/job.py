"""What an exporter is handed, and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from crossread.export.content import ExportOptions, LeftOut, Selection
from crossread.export.names import NameGuard
from crossread.export.staging import Staging
from crossread.export.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One export on its way: the records, their tables, the manifest so far, where to write and how.

    `manifest` is what is known before anything is written; it has no file hashes yet. An exporter in another data set's form
    notes in `rows_of_form` what it wrote of which incident, for the provenance sidecar. `held_back` is what was too
    young: it is listed by id and nothing else.
    """

    path: Path
    selection: Selection
    options: ExportOptions
    tables: Mapping[str, Table]
    manifest: Mapping[str, Any]
    staging: Staging
    uncut: Selection | None = None
    guard: NameGuard = field(default_factory=NameGuard)
    held_back: tuple[LeftOut, ...] = ()
    rows_of_form: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def wanted_tables(self) -> list[Table]:
        """The tables the options ask for, in their own order."""
        return [self.tables[name] for name in self.options.tables]

    def stage_table(self, table: str) -> Path:
        """The temporary file for a table: incidents at the path itself, others beside it as NAME.TABLE.EXTENSION."""
        if table == "incidents":
            return self.staging.stage(self.path)
        return self.staging.stage(self.path.with_name(f"{self.path.stem}.{table}{self.path.suffix}"))


class Exporter(Protocol):
    """Writes one format into the job's staging; gives back what this format could not hold, and why.

    Register one with `@register("exporters", "name@version")`, or as an entry point of the group `crossread.exporters`.
    """

    def __call__(self, job: Job) -> tuple[LeftOut, ...]:
        """Write the job's selection; what the format could not hold is given back, one row for each reason."""
        ...
