"""Agreement and disagreement as sign and word; colour only repeats what they say."""

from __future__ import annotations

from rich.text import Text

from crossread.weigh import MARKS

STYLES = {"agrees": "green", "compatible": "cyan", "differs": "bold red", "set aside": "yellow", "not told": "dim"}

# A space at which no line is broken.
_HELD = "\u00a0"
GRADE_STYLES = {"confirmed": "green", "fair": "green", "weak": "yellow", "contested": "bold red", "discounted": "dim"}


def say_mark(verdict: str) -> Text:
    """`≠ differs`, styled; empty for a cell that is only shown."""
    mark = MARKS.get(verdict)
    return Text(mark.line, style=STYLES[verdict]) if mark else Text()


def legend() -> Text:
    """What the signs mean, for the foot of a table."""
    text = Text(style="dim")
    for number, (name, mark) in enumerate(MARKS.items()):
        text.append("  " if number else "")
        text.append(mark.line.replace(" ", _HELD), style=STYLES[name])
        text.append(f" ({mark.meaning})".replace(" ", _HELD) if mark.meaning else "")
    return text
