"""Text of reports made safe for a terminal, and the console it is printed on."""

from __future__ import annotations

import sys
from typing import IO

from rich.console import Console
from rich.text import Text

from crossread.weigh import clean


def plain_text(text: str, style: str = "") -> Text:
    """Text of a report as rich text: brackets in it are brackets, never markup."""
    return Text(clean(text), style=style)


class PipedConsole(Console):
    """A console whose reader may go away: `crossread incidents | head -1` is no failure, whoever prints decides."""

    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which ends quietly; the library would end the program as failed."""
        raise BrokenPipeError


def make_console(file: IO[str] | None = None, *, width: int | None = None) -> Console:
    """A console that reads no markup into what it prints; without colour where it is no terminal or NO_COLOR is set.

    A stream that cannot write a sign gets a question mark for it instead of an error; every sign stands beside its word.
    """
    stream = file or sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return PipedConsole(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)
