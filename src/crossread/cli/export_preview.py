"""What an export would cost, shown before it is written: the export is made in a folder that is thrown away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crossread.cli import options as o

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crossread.export import ExportOptions, Loss, Selection


def echo_preview(format: str, path: Path, selection: Selection, options: ExportOptions, *, as_json: bool) -> None:
    """Print what would be written, what is lost with examples, and what is left out. Nothing is written, nothing logged."""
    from crossread.export import export_incidents

    with tempfile.TemporaryDirectory() as folder:
        done = export_incidents(format, Path(folder) / path.name, selection=selection, options=options)
    if as_json:
        left_out = [{"what": row.what, "reason": row.reason, "count": row.count} for row in done.left_out]
        told = {"incidents": done.incidents, "written": done.written, "left_out": left_out}
        o.print_json({**told, "lost": to_rows(done.losses, with_examples=True)})
        return
    typer.echo(f"{done.written} of {done.incidents} incidents would be written to {path}; nothing has been.")
    if not done.losses:
        typer.echo("  nothing is lost")
    for loss in done.losses:
        typer.echo(f"  lost: {loss.count} of {loss.of} {loss.what}: {loss.how}")
        for example in loss.examples:
            typer.echo(f"    {example.subject}: {example.before}" + (f" -> {example.after}" if example.after else ""))
        if loss.count > len(loss.examples) > 0:
            typer.echo(f"    and {loss.count - len(loss.examples)} more")
    for row in done.left_out:
        typer.echo(f"  left out: {row.count} {row.what}: {row.reason}")


def to_rows(losses: Sequence[Loss], *, with_examples: bool = False) -> list[dict[str, object]]:
    """The losses as JSON; examples, which hold what is taken out, only where they are asked for."""
    rows: list[dict[str, object]] = []
    for loss in losses:
        row: dict[str, object] = {"what": loss.what, "count": loss.count, "of": loss.of, "how": loss.how}
        if with_examples:
            row["examples"] = [{"id": one.subject, "before": one.before, "after": one.after} for one in loss.examples]
        rows.append(row)
    return rows
