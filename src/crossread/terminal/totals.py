"""Totals that reports tell, each beside the sum of the incidents that fall in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from crossread.records import Document
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import STYLES
from crossread.weigh import MARKS, TotalCheck, clean, name_source


def render_totals(checks: Sequence[TotalCheck], documents: Mapping[str, Document]) -> RenderableType:
    """One line for each total: whether the sum fits (or only can), who tells it, and both in a sentence."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=22)
    grid.add_column(overflow="fold")
    for check in checks:
        verdict = "compatible" if check.is_open else "agrees" if check.difference == 0 and check.incidents else "differs"
        document = documents.get(check.document_id)
        name = name_source(document, check.document_id)
        source = plain_text(name.text)
        source.append(f" ({clean(name.note)})" if name.note else "", style="dim")
        grid.add_row(Text(f"{MARKS[verdict].sign} total", style=STYLES[verdict]), source, plain_text(check.sentence))
    return Group(Text("Beside totals", style="bold"), grid)
