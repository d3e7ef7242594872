"""Who deals with whom, report by report, on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.records import Document
from crossread.terminal.plain import plain_text

if TYPE_CHECKING:  # who lists incidents need not wait for what reads texts
    from crossread.dealings import Dealing, DealingParty

NOBODY = "–"


def render_dealings(dealings: Sequence[Dealing], documents: Mapping[str, Document]) -> RenderableType:
    """Under each report's title a line for each dealing: kind, who, to whom, and the words it rests on."""
    parts: list[RenderableType] = []
    for document in documents.values():
        own = [dealing for dealing in dealings if dealing.document_id == document.id]
        if own:
            parts.append(plain_text(document.title or document.name or document.source or document.id, style="bold"))
            parts.append(Padding(_table(own, document.text), (0, 0, 1, 2)))
    return Group(*parts)


def _table(dealings: Sequence[Dealing], text: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=2, overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=2, overflow="fold")
    grid.add_column(ratio=4, overflow="fold")
    for row in dealings:
        sign = "↔" if row.mutual else "→"
        grid.add_row(row.kind, _parties(row.sources), sign, _parties(row.targets), _words(row, text))
    return grid


def _parties(parties: Sequence[DealingParty]) -> Text:
    return plain_text(", ".join(" ".join(party.evidence.quote.split()) for party in parties) or NOBODY)


def _words(dealing: Dealing, text: str) -> Text:
    """The words from the first to the last that the dealing rests on."""
    told = [dealing.verb, *(party.evidence for party in (*dealing.sources, *dealing.targets))]
    start, end = min(e.span.start for e in told), max(e.span.end for e in told)
    return plain_text(f"“{' '.join(text[start:end].split())}”")
