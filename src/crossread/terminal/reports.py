"""What was stopped and what is there, for the end of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.records import Rejection
from crossread.terminal.plain import plain_text


def render_rejections(rejections: Sequence[Rejection]) -> RenderableType:
    """What went no further, file, document, claim or slot: subject, step and reason in a line, below it what and what to do."""
    if not rejections:
        return Text("Nothing was set aside.", style="dim")
    parts: list[RenderableType] = []
    for row in sorted(rejections, key=lambda r: (r.step, r.subject, r.reason)):
        parts.append(Text.assemble(plain_text(row.subject, "bold"), f"  {row.step}: ", plain_text(row.reason, "yellow")))
        lines = [line.strip() for line in row.message.splitlines()]
        told = [line for line in lines if line and line != f"where: {row.subject}"]  # the head line says where
        parts += [Padding(plain_text(line), (0, 0, 0, 2)) for line in told]
    return Group(*parts)


def render_status(counts: Mapping[str, int]) -> RenderableType:
    """Names and numbers in two columns, in the order given; thousands are set apart."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(justify="right")
    for name, number in counts.items():
        grid.add_row(plain_text(name), Text(f"{number:,}", style="bold" if number else "dim"))
    return grid
