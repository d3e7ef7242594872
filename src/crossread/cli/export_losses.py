"""What an export left out and what it lost, as lines for a person and as rows of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crossread.export import LeftOut, Loss


def echo_left_out(left_out: Sequence[LeftOut]) -> None:
    """One line for each reason."""
    for row in left_out:
        what = row.what.removesuffix("s") if row.count == 1 else row.what
        typer.echo(f"  left out: {row.count} {what}: {row.reason}")


def echo_losses(losses: Sequence[Loss]) -> None:
    """One line for each loss and each of its examples."""
    if not losses:
        typer.echo("  nothing is lost")
    for loss in losses:
        typer.echo(f"  lost: {loss.count} of {loss.of} {loss.what}: {loss.how}")
        for example in loss.examples:
            typer.echo(f"    {example.subject}: {example.before}" + (f" -> {example.after}" if example.after else ""))
        if loss.count > len(loss.examples) > 0:
            typer.echo(f"    and {loss.count - len(loss.examples)} more")


def left_out_to_json(left_out: Sequence[LeftOut]) -> list[dict[str, object]]:
    """The reasons with their counts; ids stand in the manifest."""
    return [{"what": row.what, "reason": row.reason, "count": row.count} for row in left_out]


def losses_to_json(losses: Sequence[Loss], *, with_examples: bool = False) -> list[dict[str, object]]:
    """The losses; examples, which hold what is taken out, only where they are asked for."""
    rows: list[dict[str, object]] = []
    for loss in losses:
        row: dict[str, object] = {"what": loss.what, "count": loss.count, "of": loss.of, "how": loss.how}
        if with_examples:
            row["examples"] = [{"id": one.subject, "before": one.before, "after": one.after} for one in loss.examples]
        rows.append(row)
    return rows
