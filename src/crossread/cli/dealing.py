"""`crossread dealings`: who demands, refuses, threatens, agrees with, meets or helps whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from crossread.cli import options as o
from crossread.cli.passed_by import print_missed, print_own_files
from crossread.cli.printing import print_dealings, print_rejections
from crossread.cli.values import parse_dealing


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(dealings)


def dealings(
    paths: Annotated[list[str], typer.Argument(metavar="FILE…", help="Reports: files, folders, or - for standard input.")],
    source: Annotated[str | None, typer.Option("--source", help="Who published them.")] = None,
    published: Annotated[
        date | None, typer.Option("--published", parser=o.parse_published, metavar="DAY", help="When.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", parser=parse_dealing, metavar="KIND", help="Only this kind, say threaten.")
    ] = None,
    language: o.Language = None,
    columns: o.Columns = None,
    dates: o.DayOrder = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Say who deals with whom in reports: demands, refusals, threats, accusations, accords, talks, aid, sanctions.

    What stands beside the violence, in the reports' words. Needs no store, leaves none, and makes no claim or incident.
    """
    from crossread.cli.settings import load_settings
    from crossread.dealings import dealing_to_json, find_dealings, find_foreign
    from crossread.read import OwnFiles, ReadOptions, iter_documents
    from crossread.records import Rejection

    settings = load_settings(config, flags={"language": language})
    mapped, order = o.parse_map(columns or []), o.parse_order(dates)
    options = ReadOptions(source=source, published=published, language=settings.language, map=mapped, dates=order)
    own = OwnFiles(store=settings.store)
    read = list(iter_documents(paths, options=options, own=own))
    refused = [row for row in read if isinstance(row, Rejection)]
    documents = {row.document.id: row.document for row in read if not isinstance(row, Rejection)}
    found = [row for document in documents.values() for row in find_dealings(document, kind=kind)]
    if as_json:
        o.print_json([dealing_to_json(row) for row in found])
    elif found:
        print_dealings(found, documents)
    else:
        typer.echo("No dealings found.", err=True)
    print_own_files(own.left_out)
    print_missed(options)
    refused += [gap for document in documents.values() if (gap := find_foreign(document))]
    print_rejections(refused)
    if refused:
        raise typer.Exit(o.EXIT_REFUSED)
