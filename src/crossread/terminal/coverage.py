"""A data set beside the reports, on a terminal: where they differ first, then what either has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossread.codebook import load_codebook
from crossread.records import Claim, Incident
from crossread.terminal.plain import plain_text
from crossread.terminal.signs import STYLES
from crossread.weigh import MARKS, Coverage, RowCoverage, RowNumber, ToldValue, say_place, say_window
from crossread.weigh.coverage import WORDING
from crossread.weigh.coverage_numbers import AGREES, OUTSIDE, WITHIN

VERDICTS = (AGREES, WITHIN, OUTSIDE)

MOST_VALUES = 3  # of a slot that the row leaves open; the incident's own page has them all


def render_coverage(coverage: Coverage) -> RenderableType:
    """The counts in one line, and under a heading each: rows that differ, that agree, that no report tells, and the reverse."""
    told = [row for row in coverage.rows if row.is_told]
    differ = [row for row in told if row.differs]
    agree = [row for row in told if not row.differs]
    absent = [row for row in coverage.rows if not row.is_told]
    parts: list[RenderableType] = [_counts(coverage, told, differ)]
    for title, lines in (
        ("The reports tell these and differ", [_row(row) for row in differ]),
        ("The reports tell these and do not contradict them", [_row(row) for row in agree]),
        ("No report tells these", [_row(row) for row in absent]),
        ("Reports tell these in the same countries and days, and no row has them", _incidents(coverage.without_row)),
    ):
        if lines:
            parts.append(Padding(Text(title, style="bold"), (1, 0, 0, 0)))
            parts += [Padding(line, (0, 0, 0, 2)) for line in lines]
    if coverage.outside:
        parts.append(Padding(_outside(coverage), (1, 0, 0, 0)))
    return Group(*parts)


def _counts(coverage: Coverage, told: Sequence[RowCoverage], differ: Sequence[RowCoverage]) -> Text:
    rows, without = len(coverage.rows), len(coverage.without_row)
    line = plain_text(coverage.data_set, style="bold")
    line.append(f": {rows} row{'' if rows == 1 else 's'}; {len(told)} in the reports, {len(differ)} of them told otherwise; ")
    verdicts = [number.verdict for row in told for number in row.numbers]
    said = ", ".join(f"{count} {name}" for name in VERDICTS if (count := verdicts.count(name)))
    line.append(f"{rows - len(told)} in no report; {without} of the reports' incidents in no row.", style="not bold")
    line.append(f"\nnumbers of people: {said}" if said else "", style="not bold")
    return line


def _outside(coverage: Coverage) -> Text:
    """How many incidents of the reports lie where the table has no rows, and so are nobody's omission."""
    number = len(coverage.outside)
    verb = "incident of the reports lies" if number == 1 else "incidents of the reports lie"
    where = "in other countries or days than the rows, or without a known place or day; not listed"
    return Text(f"{number} more {verb} {where} (crossread incidents has all).", style="dim")


def _row(row: RowCoverage) -> RenderableType:
    head = Text.assemble(plain_text(row.external_id), "  ", _what(row.claim), (f"  {row.incident.id[:12]}", "dim"))
    return Group(head, Padding(_details(row), (0, 0, 0, 2)))


def _details(row: RowCoverage) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    if row.told_by:
        grid.add_row(Text("told by", style="dim"), plain_text("; ".join(row.told_by)))
    if row.mentioned_by:
        grid.add_row(Text("mentioned by", style="dim"), plain_text("; ".join(row.mentioned_by)))
    for number in row.numbers:
        grid.add_row(_sign(number), plain_text(f"row: {number.row} · reports: {number.reports} · {number.verdict}"))
    for one in row.differences:
        mark = Text(f"{MARKS['differs'].sign} {one.severity}", style=STYLES["differs"])
        own = "; ".join(value.text for value in one.row)
        grid.add_row(mark, Text.assemble("row: ", plain_text(own), " · reports: ", _values(one.reports)))
    for one in row.disputed:
        mark = Text(f"  {one.severity}", style="dim")
        own = "; ".join(value.text for value in one.row)
        grid.add_row(mark, Text.assemble("row: ", plain_text(own), " · the reports differ: ", _values(one.reports)))
    for name, apart in (("set aside", row.set_aside), (WORDING, row.wording)):
        for one in apart:
            grid.add_row(Text(f"  {name}", style="dim"), Text.assemble("reports: ", _values(one.reports)))
    for slot, values in row.only_reports.items():
        grid.add_row(Text(f"+ {slot}", style="dim"), Text.assemble("not in the row · reports: ", _values(values, MOST_VALUES)))
    return grid


def _sign(number: RowNumber) -> Text:
    """`= killed`, `≈ killed` for what lies within the range, `≠ killed` for what lies outside."""
    mark = {AGREES: "agrees", WITHIN: "compatible"}.get(number.verdict, "differs")
    label = load_codebook().label("effect", number.effect)
    return Text(f"{MARKS[mark].sign} {label}", style=STYLES[mark])


def _values(values: Sequence[ToldValue], most: int | None = None) -> Text:
    told = [plain_text(f"{value.text} ({'; '.join(value.sources)})") for value in values[:most]]
    if len(values) > len(told):
        told.append(Text(f"and {len(values) - len(told)} more"))
    return Text(" · ").join(told)


def _what(claim: Claim) -> Text:
    window = claim.when.value if claim.when else None
    place = claim.where.value if claim.where else None
    label = load_codebook().label("incident_type", claim.type)
    return plain_text(f"{say_window(window)} · {label} · {say_place(place)}")


def _incidents(incidents: Sequence[Incident]) -> list[RenderableType]:
    return list(_iter_incidents(incidents))


def _iter_incidents(incidents: Sequence[Incident]) -> Iterator[RenderableType]:
    for incident in incidents:
        yield Text.assemble((f"{incident.id[:12]}  ", "dim"), plain_text(incident.summary))
