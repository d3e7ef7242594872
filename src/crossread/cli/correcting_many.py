"""`crossread correct --from FILE`: many corrections at once, each in the log as if it had been made alone."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from crossread.cli import options as o
from crossread.cli.correcting_rows import Form, Wanted, check_wanted, claim_column, find_form, name_claim
from crossread.cli.corrections import Asked, Hand, change_of, judgement_of
from crossread.cli.given_export import count_since, read_manifest, refuse_coarse
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
from crossread.errors import CrossreadError

if TYPE_CHECKING:
    from crossread.config import Settings
    from crossread.records import Claim, Incident, Judgement
    from crossread.store import Store

MOST_INCIDENTS = 10  # named one by one
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One correction that was made: the line of the table, its judgement, and from what to what in words."""

    line: int
    judgement: Judgement
    told: str


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of the rows; `unchanged` are the lines of those that hold already."""

    corrected: list[Corrected] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)


def correct_from(path: Path, hand: Hand, *, settings: Settings, dry_run: bool, as_json: bool) -> None:
    """Make the corrections of a table, and say what became of each; the exit code is 1 where one was refused."""
    from crossread.flow.foreseeing import unwritten
    from crossread.store import open_store

    table = read_table(path)
    form = find_form(table.columns)
    if form is None:
        raise refuse_table(
            path,
            table,
            what="This table holds no corrections.",
            expected="the columns claim, slot and value; or the table accounts or harm of an export",
            next_step="docs/guide.md has the columns; `crossread export csv FILE` writes tables to change and give back.",
        )
    manifest = {} if form.whole else read_manifest(path, form.name)
    refuse_coarse(path, manifest)
    o.check_store_exists(settings.store)
    with open_store(settings.store) as opened:
        since = count_since(opened, manifest)

        def carry_out() -> Outcome:
            return _correct_rows(opened, table, form, hand, settings=settings)

        done = unwritten(opened, carry_out) if dry_run else carry_out()
    if as_json:
        o.print_json(_to_json(done, written=not dry_run))
    else:
        _echo(done, store=settings.store, form=form, written=not dry_run)
    if since:
        told = "1 correction was made" if since == 1 else f"{since} corrections were made"
        told = (
            f"Warning: {told} since this table was exported. A cell that has what stood before is taken for a correction back"
        )
        typer.echo(f"{told}; --dry-run shows them, a fresh export avoids them.", err=True)
    if done.refused:
        raise typer.Exit(o.EXIT_REFUSED)


def _correct_rows(store: Store, table: GivenTable, form: Form, hand: Hand, *, settings: Settings) -> Outcome:
    """All rows in one transaction, and the incidents that they touch once."""
    from crossread.flow import update_incidents

    done = Outcome(refused=list(table.broken))
    with Count("rows", total=len(table.rows)) as count, store.batch():
        work = _Work(store=store, form=form, done=done, hand=hand)
        work.look_up(table.rows)
        for row in table.rows:
            work.take(row)
            count.one_more()
        if done.corrected:
            update_incidents(store, settings.policy, min_score=settings.min_score)
            with store.links() as links:
                names = sorted(links.find_incidents({row.judgement.subject for row in done.corrected}))
            done.incidents = store.get_incidents(names)
    done.refused.sort(key=lambda row: row.line)
    return done


@dataclass(slots=True, kw_only=True)
class _Work:
    """The claims of a table, as the machine read them and as they stand after the rows so far.

    Each correction has a `moment` of its own: of two about one slot the later one holds.
    """

    store: Store
    form: Form
    done: Outcome
    hand: Hand
    read: dict[str, Claim] = field(default_factory=dict)
    stands: dict[str, Claim] = field(default_factory=dict)
    moment: datetime = field(default_factory=lambda: datetime.now(UTC))

    def look_up(self, rows: Sequence[GivenRow]) -> None:
        """The claims that rows name, with what was corrected before: once for all, as that goes through the whole log."""
        from crossread.flow.selecting import correct_claims

        for name in dict.fromkeys(row.get("claim") or row.get("claim_id") for row in rows):
            try:
                self.read[name] = self.store.get_claim(name)
            except CrossreadError:
                continue  # said of its row
        self.stands = {claim.id: claim for claim in correct_claims(self.store, self.read.values())}

    def take(self, row: GivenRow) -> None:
        """What a row asks, or the reason why it cannot be."""
        changed = len(self.done.corrected) + len(self.done.refused)
        try:
            for wanted in self._iter_wanted(row):
                self._take_one(row, wanted)
        except RefusedCellError as refused:
            self.done.refused.append(RefusedRow.of(row.line, refused.column, refused.error))
        if len(self.done.corrected) + len(self.done.refused) == changed:
            self.done.unchanged.append(row.line)

    def _iter_wanted(self, row: GivenRow) -> Iterator[Wanted]:
        name = name_claim(row)
        if name not in self.read:
            with in_column(claim_column(row)):
                self.read[name] = self.store.get_claim(name)  # gives the refusal
        yield from list(self.form.read(row, self.stands[self.read[name].id]))

    def _take_one(self, row: GivenRow, wanted: Wanted) -> None:
        """One correction, refused by itself: other cells of the row are taken all the same."""
        try:
            self._correct(row, wanted)
        except RefusedCellError as refused:
            self.done.refused.append(RefusedRow.of(row.line, refused.column, refused.error))

    def _correct(self, row: GivenRow, wanted: Wanted) -> None:
        from crossread.flow.changed_slots import changes_nothing, say_change, with_slot

        hand = Hand(reason=row.get("reason") or self.hand.reason, by=row.get("by") or self.hand.by)
        check_wanted(wanted, hand.reason)
        read = self.read[name_claim(row)]
        stands = self.stands[read.id]
        if holds_already(stands, read, wanted.asked):
            return
        with in_column(_column_of(stands, wanted)):
            changes = change_of(self.store.get_document(stands.document_id), stands, wanted.asked)
            if changes_nothing(stands, changes):
                return
            for slot, value in changes.items():
                name = f"jdg_{secrets.token_hex(6)}_1"
                self.moment = max(datetime.now(UTC), self.moment + TICK)
                judgement = judgement_of(name, stands, (slot, value), hand=hand, moment=self.moment)
                self.store.add_judgement(judgement)
                after = with_slot(stands, slot, value)
                self.done.corrected.append(Corrected(line=row.line, judgement=judgement, told=say_change(stands, after, slot)))
                self.stands[read.id] = stands = after


def _column_of(claim: Claim, wanted: Wanted) -> str:
    """The column that a refusal is about: words of another number that is not there stand in a column of their own."""
    from crossread.cli.correcting_numbers import name_other

    asked = wanted.asked
    beside = "replaces" if asked.replaces else "part_of" if asked.part_of else None
    if beside is None or wanted.column != "value":
        return wanted.column
    with in_column(beside):
        name_other(claim, asked)
    return wanted.column


def holds_already(claim: Claim, read: Claim, asked: Asked) -> bool:
    """True where a row of the claim says all of this already, or one that the machine read was taken out before.

    Slots that are no rows are looked at once they are read.
    """
    from crossread.records.judgement import OWN
    from crossread.review.slot_rows import iter_rows

    name, _, kind = asked.slot.partition(":")
    if not kind:
        return False
    words = OWN if asked.own else _plain(asked.words)
    alike = [row for row in iter_rows(claim) if (row.slot, row.kind) == (name, kind)]
    found = [row for row in alike if _plain(row.raw) == _plain(words)]
    if asked.out:
        return not found and any(_plain(row.raw) == words for row in iter_rows(read) if (row.slot, row.kind) == (name, kind))
    replaced = not asked.replaces or all(_plain(row.raw) != _plain(asked.replaces) or row in found for row in alike)
    return len(found) == 1 and replaced and _says(claim, getattr(claim, name)[found[0].index], asked)


def _says(claim: Claim, row: Any, asked: Asked) -> bool:
    """True where the row is also of these people, part of this number, and of an own one this number itself."""
    from crossread.flow.own_values import OwnValue, set_own
    from crossread.review.counted_people import ITSELF

    if asked.who and asked.who != getattr(row, "group_type", getattr(row, "type", None)):
        return False
    if asked.part_of:
        whole = claim.harm[row.part_of].raw if row.part_of is not None else ITSELF
        if _plain(whole) != _plain(asked.part_of):
            return False
    if not asked.own:
        return True
    made = set_own(claim, OwnValue(slot=asked.slot, value=asked.words, kind=asked.who))
    return [one.count for one in made.harm] == [one.count for one in claim.harm]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _echo(done: Outcome, *, store: str, form: Form, written: bool) -> None:
    """For a person: each correction, what was refused, and the sum of it."""
    from crossread.cli.consequences import say_undo
    from crossread.weigh import plural

    if not written:
        typer.echo("Nothing is written. It would give:")
    for row in done.corrected:
        back = f"; {say_undo(row.judgement.id, store)} takes it back" if written else ""
        typer.echo(f"line {row.line}  {row.judgement.subject}  {row.told}{back}.")
    for refused in done.refused:
        typer.echo(refused.say(), err=True)
    told = [plural(len(done.corrected), "correction")]
    if done.unchanged:
        told.append(f"{len(done.unchanged)} unchanged ({say_lines(done.unchanged)})")
    if done.refused:
        told.append(f"{len(done.refused)} refused ({say_lines([row.line for row in done.refused])})")
    typer.echo(f"{'; '.join(told)}.")
    for incident in done.incidents[:MOST_INCIDENTS]:
        typer.echo(f"  {incident.id}  {incident.summary}")
    if len(done.incidents) > MOST_INCIDENTS:
        typer.echo(f"  and {len(done.incidents) - MOST_INCIDENTS} incidents more")
    if not form.whole:
        typer.echo(f"Of the table {form.name} these columns are heard: {', '.join(form.heard)}.", err=True)


def _to_json(done: Outcome, *, written: bool) -> dict[str, Any]:
    from dataclasses import asdict

    rows = [
        {"line": row.line, "change": row.told, **asdict(row.judgement), "made_at": row.judgement.made_at.isoformat()}
        for row in done.corrected
    ]
    return {
        "corrected": rows,
        "unchanged": done.unchanged,
        "refused": [row.to_json() for row in done.refused],
        "incidents": [{"id": row.id, "summary": row.summary} for row in done.incidents],
        "written": written,
    }
