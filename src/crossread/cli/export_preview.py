"""What an export would cost, shown before it is written: the export is made in a folder that is thrown away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crossread.cli import options as o
from crossread.cli.export_losses import echo_left_out, echo_losses, left_out_to_json, losses_to_json

if TYPE_CHECKING:
    from crossread.export import ExportOptions, Selection


def echo_preview(format: str, path: Path, selection: Selection, options: ExportOptions, *, as_json: bool) -> None:
    """Print what would be written, what is lost with examples, and what is left out. Nothing is written, nothing logged."""
    from crossread.export import export_incidents
    from crossread.weigh import plural

    with tempfile.TemporaryDirectory() as folder:
        done = export_incidents(format, Path(folder) / path.name, selection=selection, options=options)
    if as_json:
        told = {"incidents": done.incidents, "written": done.written, "left_out": left_out_to_json(done.left_out)}
        o.print_json({**told, "lost": losses_to_json(done.losses, with_examples=True)})
        return
    typer.echo(f"{done.written} of {plural(done.incidents, 'incident')} would be written to {path}; nothing has been.")
    echo_losses(done.losses)
    echo_left_out(done.left_out)
