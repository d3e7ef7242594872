"""Text of reports made safe to show: one line, as it was written, that moves no cursor and turns no direction."""

from __future__ import annotations

from crossread import patterns as re

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
