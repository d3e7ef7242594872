"""Agreement and disagreement as sign and word; colour only repeats what they say."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one verdict of a cell is shown."""

    sign: str
    word: str
    style: str
    meaning: str


MARKS = {
    "agrees": Mark(sign="=", word="agrees", style="green", meaning="as the incident"),
    "compatible": Mark(sign="≈", word="compatible", style="cyan", meaning="coarser or open, both can be right"),
    "differs": Mark(sign="≠", word="differs", style="bold red", meaning="both cannot be right"),
    "set aside": Mark(sign="×", word="set aside", style="yellow", meaning="a party's word about its enemy's losses"),
    "not told": Mark(sign="·", word="not told", style="dim", meaning=""),
}

# A space at which no line is broken.
_HELD = "\u00a0"
GRADE_STYLES = {"confirmed": "green", "fair": "green", "weak": "yellow", "contested": "bold red", "discounted": "dim"}


def say_mark(verdict: str) -> Text:
    """`≠ differs`, styled; empty for a cell that is only shown."""
    mark = MARKS.get(verdict)
    return Text(f"{mark.sign} {mark.word}", style=mark.style) if mark else Text()


def legend() -> Text:
    """What the signs mean, for the foot of a table."""
    text = Text(style="dim")
    for number, mark in enumerate(MARKS.values()):
        text.append("  " if number else "")
        text.append(f"{mark.sign} {mark.word}".replace(" ", _HELD), style=mark.style)
        text.append(f" ({mark.meaning})".replace(" ", _HELD) if mark.meaning else "")
    return text
