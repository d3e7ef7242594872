"""The command `crossread`: its sub-commands, and what becomes of errors."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from crossread import __version__
from crossread import patterns as re
from crossread.cli import (
    accounts,
    amending,
    auditing,
    correcting,
    covering,
    dealing,
    explaining,
    exporting,
    gazetteer,
    judging,
    reading,
    serving,
    showing,
    sources,
)
from crossread.cli.options import EXIT_ERROR, EXIT_NOTHING, EXIT_STOPPED, say_store
from crossread.cli.stopping import leave_workers
from crossread.config import find_strays
from crossread.errors import CrossreadError, NotFoundError

EPILOG = (
    "Exit codes: 0 done, 1 something is amiss and is listed, 2 wrong usage, 3 nothing there, 4 crossread cannot go on, "
    "130 stopped."
)

# Commands that write into no store.
KEEPS_NOTHING = ("compare", "dealings", "demo", "serve")
# The output went to a full or broken disk.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)

# A command in a message that works on a store and does not name one yet.
_ADVICE = re.compile(r"`(crossread (?!gazetteer|compare|dealings|demo)(?:(?!--store)[^`])+)`")


class Commands(TyperGroup):
    """The commands; one that is stopped while it still loads what it needs says so, too."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named; the library itself would end without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            kept = ctx.invoked_subcommand not in KEEPS_NOTHING
            said = "What was done before is kept; go on with the same command." if kept else "Nothing was to be kept."
            typer.echo(f"Stopped. {said}", err=True)
            raise typer.Exit(EXIT_STOPPED) from None
        except BrokenPipeError:  # the reader of a pipe went away, which the library takes for a failure
            _leave_unwritten()
            raise typer.Exit(0) from None


app = typer.Typer(
    name="crossread",
    cls=Commands,
    help="Read reports about political violence against each other: incidents with evidence and disagreements out.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
reading.add_to(app)
showing.add_to(app)
exporting.add_to(app)
judging.add_to(app)
amending.add_to(app)
correcting.add_to(app)
auditing.add_to(app)
accounts.add_to(app)
explaining.add_to(app)
sources.add_to(app)
covering.add_to(app)
dealing.add_to(app)
serving.add_to(app)
gazetteer.add_to(app)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crossread {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # eager, as otherwise a command is asked for first
        bool, typer.Option("--version", is_eager=True, callback=_say_version, help="Print the version and stop.")
    ] = False,
) -> None:
    for name, near in find_strays().items():
        hint = f"Did you mean {near}?" if near else "docs/configuration.md lists those that are."
        typer.echo(f"Warning: the variable {name} is no setting of crossread and changes nothing. {hint}", err=True)


def main() -> None:
    """Run the command line; an error that crossread foresaw is told in its own words, without a traceback."""
    try:
        app()
    except SystemExit as end:
        if end.code == EXIT_STOPPED:
            leave_workers(EXIT_STOPPED)
        raise
    except NotFoundError as error:
        _stop(error, EXIT_NOTHING)
    except CrossreadError as error:
        _stop(error, EXIT_ERROR)
    except KeyboardInterrupt:
        typer.echo("Stopped. What was read so far is kept.", err=True)
        leave_workers(EXIT_STOPPED)
        sys.exit(EXIT_STOPPED)
    except BrokenPipeError:
        _leave_unwritten()
        sys.exit(0)
    except OSError as error:
        if error.errno in DENIED and error.filename is not None:
            _say_denied(error)
            sys.exit(EXIT_ERROR)
        if error.errno not in FULL:
            raise
        _leave_unwritten()
        typer.echo(f"Error: the output could not be written: {error.strerror}. Write it to a disk with room.", err=True)
        sys.exit(EXIT_ERROR)


def _say_denied(error: OSError) -> None:
    """Say which file or folder it was: one that belongs to somebody else, or lies on a disk that is only to be read."""
    place = error.filename if isinstance(error.filename, str) else os.fsdecode(error.filename)
    typer.echo(
        f"Error: {place} cannot be used: {error.strerror}.\n"
        "Give a place where you may read and write, or ask for the right to use this one: ls -ld shows whose it is.",
        err=True,
    )


def _leave_unwritten() -> None:
    """Let go of what the output still holds, which would fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def name_store(told: str, typed: Sequence[str]) -> str:
    """The message with the store that was typed in every command it advises: whoever copies one finds the same store."""
    at = next((at for at, word in enumerate(typed) if word.partition("=")[0] == "--store"), None)
    if at is None:
        return told
    url = typed[at].partition("=")[2] or next(iter(typed[at + 1 : at + 2]), "")
    return _ADVICE.sub(lambda found: f"`{found[1]}{say_store(url)}`", told) if url else told


def _stop(error: CrossreadError, code: int) -> None:
    """Say what is amiss. The kind of the error is for programs in Python; the exit code tells it here."""
    typer.echo(f"Error: {name_store(str(error), sys.argv)}", err=True)
    sys.exit(code)
