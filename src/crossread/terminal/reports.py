"""What was stopped and what is there, for the end of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crossread.records import Rejection
from crossread.terminal.plain import plain_text


def render_rejections(rejections: Sequence[Rejection]) -> RenderableType:
    """Every file, document, claim or slot that went no further, with the reason and what to do next."""
    if not rejections:
        return Text("Nothing was set aside.", style="dim")
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    grid.add_column("step", no_wrap=True)
    grid.add_column("what", overflow="fold", ratio=2)
    grid.add_column("reason", overflow="fold", style="yellow")
    grid.add_column("what to do", overflow="fold", ratio=3)
    for row in sorted(rejections, key=lambda r: (r.step, r.subject, r.reason)):
        grid.add_row(plain_text(row.step), plain_text(row.subject), plain_text(row.reason), plain_text(row.message))
    return grid


def render_status(counts: Mapping[str, int]) -> RenderableType:
    """Names and numbers in two columns, in the order given; thousands are set apart."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(justify="right")
    for name, number in counts.items():
        grid.add_row(plain_text(name), Text(f"{number:,}", style="bold" if number else "dim"))
    return grid
