"""The head of an incident: its line, its grade, where accounts disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.codebook import load_codebook
from crossread.records import Disagreement, Incident
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import GRADE_STYLES, STYLES
from crossread.weigh import MARKS


def iter_heading(incident: Incident, *, review: str = "") -> Iterator[RenderableType]:
    """Summary, grade with its reason, the `review` if given, and every disagreement in a sentence, the most severe first."""
    yield plain_text(incident.summary, style="bold")
    yield Padding(_facts(incident, review), (1, 0, 0, 0))
    if incident.disagreements:
        yield Padding(list_disagreements(incident.disagreements), (1, 0, 0, 0))


def list_disagreements(disagreements: Sequence[Disagreement]) -> RenderableType:
    """One line for each, under its severity."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in disagreements:
        grid.add_row(Text(f"{MARKS['differs'].sign} {row.severity}", style=STYLES["differs"]), plain_text(row.sentence))
    return grid


def _facts(incident: Incident, review: str) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grade = Text(incident.grade, style=GRADE_STYLES.get(incident.grade, ""))
    grade.append(" – ", style="not bold default")
    grade.append_text(plain_text(incident.grade_reason, style="not bold default"))
    grid.add_row("grade", grade)
    if review:
        grid.add_row("review", plain_text(review))
    grid.add_row("counted by", plain_text(_say_policy(incident)))
    grid.add_row("id", plain_text(incident.id))
    return grid


def _say_policy(incident: Incident) -> str:
    """`best_low_high@1`, and why of several figures this one: `… – 27 killed: as many sources …`."""
    book = load_codebook()
    told = [f"{toll.best} {book.label('effect', toll.effect)}: {toll.reason}" for toll in incident.tolls if toll.reason]
    return f"{incident.policy} – {'; '.join(told)}" if told else incident.policy
