"""What the accounts of several incidents do not agree on, the most severe first, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crossread.records import Incident
from crossread.terminal.incidents import shorten_ids
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import STYLES
from crossread.weigh import MARKS

SEVERE = ("outcome", "perpetrator", "date", "place", "number")  # wording differs nearly everywhere: it is shown per incident


def render_disagreements(incidents: Sequence[Incident]) -> RenderableType:
    """One line for each: the incident's short id, how severe, and the sentence; wording is left to the incident's own page."""
    found = [(row, d) for row in incidents for d in row.disagreements if d.severity in SEVERE]
    if not found:
        return Text("Nothing: no two accounts tell of the same incident and differ.", style="dim")
    short = shorten_ids([row.id for row in incidents])
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row, d in sorted(found, key=lambda pair: (SEVERE.index(pair[1].severity), pair[0].id)):
        mark = Text(f"{MARKS['differs'].sign} {d.severity}", style=STYLES["differs"])
        grid.add_row(short[row.id], mark, plain_text(d.sentence))
    return grid
