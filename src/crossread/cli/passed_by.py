"""What a run of `crossread read` met beside what it took in: files it knows, rows the store wrote itself, garbled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crossread.flow import ReadReport

MOST_NAMED = 3
OWN_ROWS = "own_rows"


def say_known(report: ReadReport) -> str:
    """How many documents were known already, the first of them by name."""
    names = list(dict.fromkeys(report.known_first))[:MOST_NAMED]
    more = " and others" if report.known > len(names) else ""
    return f"{report.known} known already ({', '.join(names)}{more})"


def say_own(report: ReadReport) -> str:
    """How many rows were left out because the store wrote them itself."""
    one = report.own == 1
    return f"{report.own} row{'' if one else 's'} {'is' if one else 'are'} this store's own, left out"


def own_to_json(report: ReadReport) -> dict[str, Any]:
    """The same for programs."""
    return {"left_out": [{"reason": OWN_ROWS, "count": report.own, "sentence": say_own(report)}]}


def print_garbled(rows: Iterable[tuple[str, str]]) -> None:
    """Warn of texts whose letters are not right, each with its name and what is amiss."""
    for name, told in rows:
        typer.echo(f"Warning: {name}: {told}", err=True)
