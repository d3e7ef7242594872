"""`crossread amend --from FILE`: the day, source, title … of many reports at once, each as if it had been corrected alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from crossread.cli import options as o
from crossread.cli.given_table import (
    GivenRow,
    GivenTable,
    RefusedCellError,
    RefusedRow,
    in_column,
    read_table,
    refuse_table,
    say_lines,
)
from crossread.cli.progress import Count
from crossread.errors import CrossreadError, RecordError

if TYPE_CHECKING:
    from crossread.config import Settings
    from crossread.flow.amending import Amended, Prepared
    from crossread.flow.amending_many import AmendedMany
    from crossread.flow.amendment import Amendment, Plan
    from crossread.records import Document
    from crossread.store import Store

NONE = "none"  # what empties a field; an empty cell says nothing
MOST_INCIDENTS = 10  # named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One row: the line of the table, what it amends, and what that means in the store."""

    line: int
    amendment: Amendment
    plan: Plan


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of the rows; `unchanged` are the lines of those whose report says all of it already."""

    wanted: list[Wanted] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    amended: list[tuple[Wanted, Amended]] = field(default_factory=list)
    many: AmendedMany | None = None


def amend_from(path: Path, *, reason: str | None, by: str | None, settings: Settings, dry_run: bool, as_json: bool) -> None:
    """Make the amendments of a table, and say what became of each; the exit code is 1 where one was refused."""
    from crossread.store import open_store

    table = read_table(path)
    _check_columns(path, table)
    o.check_store_exists(settings.store)
    with open_store(settings.store) as opened:
        done = _plan_rows(opened, table, reason=reason, by=by)
        if not dry_run:
            _carry_out(opened, done, settings)
        lines = [] if as_json else _lines(opened, done, written=not dry_run)
    if as_json:
        o.print_json(_to_json(done, written=not dry_run))
    for line in lines:
        typer.echo(line)
    if done.refused:
        if not as_json:
            for row in done.refused:
                typer.echo(row.say(), err=True)
        raise typer.Exit(o.EXIT_REFUSED)


def _check_columns(path: Path, table: GivenTable) -> None:
    from crossread.flow.amendment import FIELDS

    columns = set(table.columns)
    if not columns & {"document", "document_id"} or not columns & set(FIELDS):
        raise refuse_table(
            path,
            table,
            what="This table corrects no reports.",
            expected=f"the column document and one or more of {', '.join(FIELDS)}; or the table sources of an export",
            next_step="`crossread export csv FILE` writes the table sources, to change and give back.",
        )


def _plan_rows(store: Store, table: GivenTable, *, reason: str | None, by: str | None) -> Outcome:
    """What each row means; nothing is read or written."""
    done, taken = Outcome(refused=list(table.broken)), dict[str, int]()
    for row in table.rows:
        try:
            wanted = _plan_row(store, row, taken, reason=reason, by=by)
        except RefusedCellError as refused:
            done.refused.append(RefusedRow.of(row.line, refused.column, refused.error))
            continue
        if wanted is None:
            done.unchanged.append(row.line)
        else:
            done.wanted.append(wanted)
    return done


def _plan_row(store: Store, row: GivenRow, taken: dict[str, int], *, reason: str | None, by: str | None) -> Wanted | None:
    from crossread.flow.amendment import Amendment, check_amendment, plan_amendment

    column = "document_id" if "document_id" in row.cells and not row.get("document") else "document"
    with in_column(column):
        found = _find(store, row.get(column))
        changes = _changes(row, found)
        if not changes:
            return None
        if found.id in taken:
            told = f"line {taken[found.id]} is about it"
            raise RecordError("This report has a row already.", where=found.id, expected="one row a report", found=told)
    for name, value in changes.items():
        with in_column(name):
            check_amendment(Amendment(name=found.id, changes={name: value}))
    amendment = Amendment(name=found.id, changes=changes, reason=row.get("reason") or reason, made_by=row.get("by") or by)
    with in_column(column):
        wanted = Wanted(line=row.line, amendment=amendment, plan=plan_amendment(store, amendment))
    taken[found.id] = row.line
    return wanted


def _find(store: Store, name: str) -> Document:
    """The document, or the one that took its place since the table was exported."""
    if not name:
        raise RecordError("The row names no report.", expected="its id, such as doc_3f2a", found="nothing")
    found = store.get_document(name)
    stands = store.amendments.find_successor(found.id)
    return store.get_document(stands) if stands else found


def _changes(row: GivenRow, found: Document) -> Mapping[str, date | str | None]:
    """The cells that say something else than the document does."""
    from crossread.flow.amendment import FIELDS

    told: dict[str, date | str | None] = {}
    for name in FIELDS:
        cell = row.get(name)
        if cell:
            told[name] = None if cell.casefold() == NONE else _day(cell) if name == "published" else cell
    return {name: value for name, value in told.items() if value != getattr(found, name)}


def _day(cell: str) -> date:
    from crossread.codebook.table_cells import parse_day

    found = parse_day(cell)
    if found is None:
        error = RecordError("This is no day.", expected=f"a day as YYYY-MM-DD, or `{NONE}`", found=cell)
        raise RefusedCellError("published", error)
    return found


def _carry_out(store: Store, done: Outcome, settings: Settings) -> None:
    """Read the reports that have to be read anew, then let all of them speak at once."""
    from crossread.flow import make_bench
    from crossread.flow.amending import prepare_amendment
    from crossread.flow.amending_many import amend_many

    tools = cache(lambda: make_bench(store, settings))
    rows: list[tuple[Wanted, Prepared]] = []
    with Count("reports", total=len(done.wanted)) as count:
        for wanted in done.wanted:
            try:
                rows.append((wanted, prepare_amendment(store, wanted.amendment, tools=tools)))
            except CrossreadError as error:
                done.refused.append(RefusedRow.of(wanted.line, None, error))
            count.one_more()
        prepared = [row for _, row in rows]
        done.many = amend_many(store, prepared, tools=tools, policy=settings.policy, min_score=settings.min_score)
    for (wanted, _), told in zip(rows, done.many.done, strict=True):
        if isinstance(told, CrossreadError):
            done.refused.append(RefusedRow.of(wanted.line, None, told))
        else:
            done.amended.append((wanted, told))
    done.refused.sort(key=lambda row: row.line)


def _lines(store: Store, done: Outcome, *, written: bool) -> list[str]:
    """For a person: each report from what to what, and the sum of it."""
    from crossread.cli.consequences import iter_move_lines
    from crossread.flow.amendment import say_changes
    from crossread.weigh import plural

    lines = [] if written else ["Nothing is written. It would give:"]
    rows = [wanted for wanted, _ in done.amended] if written else done.wanted
    for row in rows:
        plan = row.plan
        new = "" if plan.stays else f"{plan.new.id} takes the place of "
        lines.append(f"line {row.line}  {new}{plan.old.id}: {say_changes(plan.changes)}")
    told = [f"{plural(len(rows), 'report')} corrected" if written else f"{plural(len(rows), 'report')} to correct"]
    if done.unchanged:
        told.append(f"{len(done.unchanged)} unchanged ({say_lines(done.unchanged)})")
    if done.refused:
        told.append(f"{len(done.refused)} refused ({say_lines([row.line for row in done.refused])})")
    lines.append(f"{'; '.join(told)}.")
    days = sum(told.days for _, told in done.amended)
    if days:
        lines.append(f"  {plural(days, 'claim')} with a time that people corrected: it stays as it was set; see if it holds.")
    if done.many is not None:
        lines += [f"  {row.id}  {row.summary}" for row in done.many.incidents[:MOST_INCIDENTS]]
        if len(done.many.incidents) > MOST_INCIDENTS:
            lines.append(f"  and {len(done.many.incidents) - MOST_INCIDENTS} incidents more")
        lines += [f"  {line}" for line in iter_move_lines(store, done.many.moves)]
    return lines


def _to_json(done: Outcome, *, written: bool) -> dict[str, Any]:
    from dataclasses import asdict

    rows = done.amended if written else [(wanted, None) for wanted in done.wanted]
    amended = [
        {
            "line": row.line,
            "document": row.plan.new.id,
            "was": row.plan.old.id,
            "changed": {name: list(pair) for name, pair in row.plan.changes.items()},
            **({"claims": told.claims, "written": told.written, "days_corrected": told.days} if told else {}),
        }
        for row, told in rows
    ]
    many = done.many
    moves = many.moves if many else None
    return {
        "amended": amended,
        "unchanged": done.unchanged,
        "refused": [row.to_json() for row in done.refused],
        "incidents": [{"id": row.id, "summary": row.summary} for row in many.incidents] if many else [],
        "left": [asdict(row) for row in moves.left] if moves else [],
        "led": dict(moves.led) if moves else {},
        "new": list(moves.new) if moves else [],
        "written": written,
    }
