"""`crossread correct`: a slot of a claim that was read wrong, set by the words of the report, or by what a coder knows."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli import options as o
from crossread.cli.consequences import say_undo
from crossread.cli.correcting_many import correct_from
from crossread.cli.correcting_numbers import tell_sum
from crossread.cli.corrections import Asked, Hand, change_of, check_asked, judgement_of
from crossread.cli.given_table import refuse_beside
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from crossread.config import Settings
    from crossread.records import Claim, Incident, Judgement
    from crossread.store import Store

SLOT_HELP = "type, scope, status, stance, when, where, or a row: harm:killed, actors:perpetrator, means:ied, speakers:denies."
VALUE_HELP = "A code for the first four; else the words as they stand in the report, which are read as the reader reads them."

PART_HELP = "Of a number: it is part of the claim's number with these words; `itself`: it is a number of its own."
REPLACES_HELP = "Of a number: it stands instead of the claim's number with these words."
FROM_HELP = "Many at once: a CSV file with a row for each, its columns named as these options, or a changed table of an export."
DRY_HELP = "Say what it would change, and write nothing."


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(correct)


def correct(
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="Its id; the beginning is enough.", show_default=False)
    ] = None,
    slot: Annotated[str | None, typer.Argument(metavar="SLOT", help=SLOT_HELP, show_default=False)] = None,
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE…", help=VALUE_HELP, show_default=False)] = None,
    not_told: Annotated[bool, typer.Option("--not-told", help="when, where: the report does not tell it.")] = False,
    take_out: Annotated[bool, typer.Option("--take-out", help="Take out the row that has these words.")] = False,
    who: Annotated[str | None, typer.Option("--who", metavar="TYPE", help="What kind of people a row is about.")] = None,
    part_of: Annotated[str | None, typer.Option("--part-of", metavar="WORDS", help=PART_HELP)] = None,
    replaces: Annotated[str | None, typer.Option("--replaces", metavar="WORDS", help=REPLACES_HELP)] = None,
    own: Annotated[
        bool, typer.Option("--own", help="The report does not tell it; you know it: a day, place or number.")
    ] = False,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help="With --own: of the place.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="LAT,LON", help="With --own: where the place is.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, in a few words; needed with --own.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who corrects.", show_default="your user name")] = None,
    table: Annotated[Path | None, typer.Option("--from", metavar="FILE", help=FROM_HELP, show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", "--preview", help=DRY_HELP)] = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Correct one slot of a claim, as on the desk. The words of the report that tell it are its evidence.

    With --own it is your own word, without evidence and shown as such: when DAY or DAY..DAY, where NAME --country ML
    --at 14.35,-3.61, harm:killed 5 or 4-6. Undo: `crossread judge undo`.
    """
    words, hand = " ".join(value or []), Hand(reason=reason, by=by)
    beside = {"CLAIM": claim, "SLOT": slot, "VALUE": words, "--not-told": not_told, "--take-out": take_out, "--who": who}
    beside |= {"--part-of": part_of, "--replaces": replaces, "--own": own, "--country": country, "--at": at}
    if table is not None:
        refuse_beside(beside)
        correct_from(table, hand, settings=_settings(store, config), dry_run=dry_run, as_json=as_json)
        return
    if claim is None or slot is None:
        raise typer.BadParameter("expected CLAIM, SLOT and a value, or --from FILE", param_hint="CLAIM SLOT")
    asked = Asked(
        slot=slot,
        words=words,
        empty=not_told,
        out=take_out,
        who=who,
        part_of=part_of,
        replaces=replaces,
        own=own,
        country=country,
        at=at,
    )
    with refused_as_usage():
        check_asked(asked, reason, looked_at=dry_run)
    settings = _settings(store, config)
    with o.open_existing(store, config) as opened:
        done = _correct_one(opened, claim, asked, hand, settings=settings, dry_run=dry_run)
    if as_json:
        found = [{"id": row.id, "summary": row.summary} for row in done.incidents]
        written = {"written": False} if dry_run else {}
        o.print_json({"judgements": [_to_json(row) for row in done.made], "incidents": found, **written})
        return
    for line in [*(["Nothing is written. It would give:"] if dry_run else []), *done.lines]:
        typer.echo(line)
    for incident in done.incidents:
        typer.echo(f"  {incident.id}  {incident.summary}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """A correction in the log, the incidents that hold its claim now, and what is said of it."""

    made: list[Judgement]
    incidents: list[Incident]
    lines: list[str]


def _settings(store: str | None, config: Path | None) -> Settings:
    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy

    settings = load_settings(config, flags={"store": store})
    check_policy(settings)
    return settings


def _correct_one(store: Store, name: str, asked: Asked, hand: Hand, *, settings: Settings, dry_run: bool) -> _Done:
    from crossread.flow import update_incidents
    from crossread.flow.changed_slots import check_changed
    from crossread.flow.foreseeing import unwritten

    stands = _standing(store, name)
    changes = change_of(store.get_document(stands.document_id), stands, asked)
    check_changed(stands, changes)

    def carry_out() -> _Done:
        made = _keep(store, stands, changes, hand)
        update_incidents(store, settings.policy, min_score=settings.min_score)
        with store.links() as links:
            names = sorted(links.find_incidents([stands.id]))
        lines = [_line(stands, row, settings.store, written=not dry_run) for row in made]
        return _Done(made=made, incidents=store.get_incidents(names), lines=lines + tell_sum(stands, changes, asked.slot))

    return unwritten(store, carry_out) if dry_run else carry_out()


def _standing(store: Store, name: str) -> Claim:
    """The claim with what was corrected before."""
    from crossread.flow.selecting import correct_claims

    (stands,) = correct_claims(store, [store.get_claim(name)])
    return stands


def _keep(store: Store, claim: Claim, changes: dict[str, str], hand: Hand) -> list[Judgement]:
    """The correction in the log, whole or not at all."""
    stamp, moment = secrets.token_hex(6), datetime.now(UTC)
    told = enumerate(changes.items(), 1)
    rows = [judgement_of(f"jdg_{stamp}_{number}", claim, change, hand=hand, moment=moment) for number, change in told]
    with store.batch():
        for row in rows:
            store.add_judgement(row)
    return rows


def _line(before: Claim, row: Judgement, store: str, *, written: bool) -> str:
    """What changed, and how it is taken back."""
    from crossread.flow.changed_slots import say_change, with_slot

    told = say_change(before, with_slot(before, str(row.slot), row.value), str(row.slot))
    return f"{before.id}  {told}{f'; {say_undo(row.id, store)} takes it back' if written else ''}."


def _to_json(row: Judgement) -> dict[str, Any]:
    return {**asdict(row), "made_at": row.made_at.isoformat()}
