"""`crossread gazetteer build`: the places that reports are read with, made anew or from a full GeoNames dump."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from crossread.cli import options as o

group = typer.Typer(name="gazetteer", help="The list of the world's places that reports are read with.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    app.add_typer(group)


@group.callback()
def _group() -> None:
    """The list of the world's places that reports are read with."""


@group.command()
def build(
    dump: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DUMP]", help="GeoNames' allCountries.txt or a country's file, also zipped. Without: 235,000 places."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where to write. Without: the file that crossread uses.")] = None,
    as_json: o.AsJson = False,
) -> None:
    """Build the gazetteer file. The one in use is only replaced when the new one is whole."""
    from crossread.gazetteer.build import build_gazetteer

    path = build_gazetteer(out, dump=dump)
    size = path.stat().st_size
    if as_json:
        typer.echo(json.dumps({"gazetteer": str(path), "bytes": size}))
    else:
        typer.echo(f"{path}: {size / 1e6:.1f} MB")
