"""Text of reports made safe for a terminal, and the console it is printed on."""

from __future__ import annotations

import re
import sys
from typing import IO

from rich.console import Console
from rich.text import Text

# Terminal sequences a report could carry: CSI, OSC and other strings with their contents, then any two-character escape.
_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?"
)
# Controls, and marks that turn or hide the direction of text: a quote must read as it was written.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+")


def clean(text: str) -> str:
    """One line without escape sequences, controls and direction marks; runs of white space become one space."""
    return " ".join(_CONTROLS.sub(" ", _SEQUENCES.sub("", text)).split())


def plain_text(text: str, style: str = "") -> Text:
    """Text of a report as rich text: brackets in it are brackets, never markup."""
    return Text(clean(text), style=style)


def make_console(file: IO[str] | None = None, *, width: int | None = None) -> Console:
    """A console that reads no markup into what it prints; without colour where it is no terminal or NO_COLOR is set.

    A stream that cannot write a sign gets a question mark for it instead of an error; every sign stands beside its word.
    """
    stream = file or sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)
