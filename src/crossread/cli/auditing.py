"""`crossread audit`: the log of every decision and export, and whether it is whole."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread import patterns as re
from crossread.cli import options as o
from crossread.cli.values import parse_count

if TYPE_CHECKING:
    from crossread.records import AuditEntry

_SEAL = re.compile("[0-9a-f]{64}")
HELP = "List the log of every decision, correction and export, oldest first; `audit verify` says whether it is whole."


def parse_seal(given: str) -> str:
    """A head of the log as it was noted; anything else proves nothing about the log."""
    seal = given.strip().lower()
    if not _SEAL.fullmatch(seal):
        raise typer.BadParameter(
            f"expected the 64 hexadecimal digits that `crossread audit verify` gives as head, found {given!r}"
        )
    return seal


Seal = Annotated[
    str | None,
    typer.Option("--seal", parser=parse_seal, metavar="HASH", help="A head noted earlier that must still be in the log."),
]
Last = Annotated[int | None, typer.Option("--last", parser=parse_count, metavar="N", help="Only the last N entries.")]


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    audit = typer.Typer(help=HELP, invoke_without_command=True)
    audit.callback()(list_entries)
    audit.command()(verify)
    app.add_typer(audit, name="audit")


def list_entries(
    context: typer.Context,
    last: Last = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """List the log of every decision, correction and export, oldest first; `audit verify` says whether it is whole."""
    if context.invoked_subcommand is not None:
        return
    with o.open_existing(store, config) as opened:
        rows = list(opened.audit)
    rows = rows[-last:] if last else rows
    if as_json:
        o.print_json([{**asdict(row), "at": row.at.isoformat()} for row in rows])
        return
    for row in rows:
        typer.echo(_line(row))
    if not rows:
        typer.echo("Nothing has been decided or exported yet.")


def verify(seal: Seal = None, store: o.StoreUrl = None, config: o.Config = None, as_json: o.AsJson = False) -> None:
    """Say whether this log and that of judgements are what was written; what is not is listed (exit code 1)."""
    from crossread.cli.settings import load_settings

    where = o.say_store(load_settings(config, flags={"store": store}).store)
    with o.open_existing(store, config) as opened:
        breaks, head = opened.audit.verify(seal=seal), opened.audit.head()
        count = sum(1 for _ in opened.audit)
    if as_json:
        o.print_json({"whole": not breaks, "entries": count, "head": head, "breaks": [asdict(row) for row in breaks]})
    elif breaks:
        typer.echo(f"The log is not what was written: {len(breaks)} break{'s' if len(breaks) > 1 else ''}.")
        for row in breaks:
            typer.echo(f"  {f'entry {row.number}' if row.number else 'the log'}: {row.sentence}")
    else:
        typer.echo(f"Whole: {count} entries, head {head}")
        typer.echo(
            f"Note the head elsewhere: crossread audit verify --seal HEAD{where} then proves that nothing before it changed."
        )
    if breaks:
        raise typer.Exit(o.EXIT_REFUSED)


def _line(row: AuditEntry) -> str:
    from crossread.flow.auditing import say_document_entry

    said = say_document_entry(row)
    return f"{row.number:>5}  {row.at:%Y-%m-%d %H:%M:%S}  {row.who}  {said or _plain(row)}"


def _plain(row: AuditEntry) -> str:
    told = {
        name: value
        for name, value in row.detail.items()
        if name not in ("seal", "kind", "other") and value not in (None, {}, [])
    }
    action = f"{row.action} {row.detail['kind']}" if "kind" in row.detail else row.action
    subject = "".join(f" {name}" for name in (row.subject, row.detail.get("other")) if name)
    more = "  " + ", ".join(f"{name}: {_said(value)}" for name, value in told.items()) if told else ""
    return f"{action}{subject}{more}"


def _said(value: Any) -> str:
    return " ".join(f"{name}={inner}" for name, inner in value.items()) if isinstance(value, dict) else str(value)
