"""`crossread judge`: what a person decides about claims and incidents, and the log of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli import options as o
from crossread.cli.consequences import iter_held, iter_lines, look_before, say_undo, tell_json
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from crossread.records import Judgement
    from crossread.store import Store

HELP = "Decide what is the same incident and what is not. Nothing is deleted: every decision is logged and can be undone."
Names = Annotated[list[str], typer.Argument(metavar="ID…", help="Claims or incidents; the beginning of an id is enough.")]
Undone = Annotated[
    list[str], typer.Argument(metavar="ID…", help="Judgements, as `crossread judge log` lists them, or decisions; whole ids.")
]
Reason = Annotated[str | None, typer.Option("--reason", help="Why, in a few words.")]
Preview = Annotated[bool, typer.Option("--preview", help="Say what it would do, and write nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Merge although something speaks against it or takes claims apart.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides.", show_default="your user name")]

ASKED = "look at what speaks against it, stays apart or leaves its incident, and add --yes to do it all the same."

SAYINGS = {
    "same": "Hold two claims to tell of one incident; of incidents, as merge does.",
    "different": "Hold two claims, or all claims of two incidents, to tell of different incidents.",
    "unsure": "Say that you looked at two claims and could not tell; the score decides again.",
    "merge": "Make one incident of two or more, one claim of each report; the larger one's id stays, the others lead to it.",
    "split": "Take claims out of an incident: its id first, then the claims; those that stay are held together.",
    "dismiss": "Set claims or incidents aside, with the reason; they stay visible and decide nothing.",
    "accept": "Confirm claims or incidents, or take back in what was dismissed.",
    "undo": "Take judgements back: by the id of one, or by that of a decision, as it printed it. Whole ids only.",
}


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    judge = typer.Typer(help=HELP, no_args_is_help=True)
    for kind, saying in SAYINGS.items():
        judge.command(kind, help=saying)(_command(kind))
    judge.command()(log)
    app.add_typer(judge, name="judge")


def _command(kind: str) -> Callable[..., None]:
    """The sub-command of one kind of decision; all take the same options."""

    def command(
        ids: Names,
        reason: Reason = None,
        by: By = None,
        store: o.StoreUrl = None,
        config: o.Config = None,
        preview: Preview = False,
        yes: Yes = False,
        as_json: o.AsJson = False,
    ) -> None:
        from crossread.cli.settings import load_settings
        from crossread.flow import check_policy, update_incidents
        from crossread.flow.foreseeing import tell_moves, unwritten
        from crossread.flow.judging import Decision, check_decision, decide

        decision = Decision(kind=kind, names=ids, reason=reason, made_by=by, looked_at=preview)
        with refused_as_usage():
            check_decision(decision)
        settings = load_settings(config, flags={"store": store})
        check_policy(settings)  # first: a decision must not be in the log whose effect cannot be derived
        with o.open_existing(store, config) as opened:
            before = look_before(opened, decision, policy=settings.policy)

            def carry_out() -> _Done:
                made = decide(opened, decision)
                update_incidents(opened, settings.policy, min_score=settings.min_score)
                touched, moves = _touched(opened, made), tell_moves(opened, before.homes)
                lines = [*iter_held(opened, made, settings.store), *iter_lines(opened, before, moves)]
                judged = {"judgements": [_judgement_json(row) for row in made], "incidents": touched}
                told = {**judged, **tell_json(before, moves)}
                return _Done(made=made, touched=touched, lines=lines, told=told, asks=not yes and before.asks(moves))

            looks = preview or (before.merges and not yes)
            done = unwritten(opened, carry_out) if looks else carry_out()
            asks = done.asks
            if looks and not (preview or asks):
                done = carry_out()
        if as_json:
            o.print_json({**done.told, "written": not (preview or asks)})
        else:
            _show(done, store=settings.store, written=not (preview or asks))
        if asks and not preview:
            typer.echo(f"Nothing was {'merged' if before.of_incidents else 'joined'}: {ASKED}", err=True)
            raise typer.Exit(o.EXIT_REFUSED)

    if kind == "undo":
        command.__annotations__["ids"] = Undone
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What a decision gave, or would give: its judgements, the incidents that hold what was judged, and what moved."""

    made: list[Judgement]
    touched: list[dict[str, str]]
    lines: Sequence[str]
    told: dict[str, Any]
    asks: bool = False


def _show(done: _Done, *, store: str, written: bool) -> None:
    from crossread.weigh import plural

    count = plural(len(done.made), "judgement")
    if not written:
        typer.echo("Nothing is written. It would give:")
    elif done.made[0].kind == "undo":
        typer.echo(f"Took back {count}.")
    else:
        typer.echo(f"Kept {count}; {say_undo(done.made[0].id, store)} takes it back.")
    for row in done.touched:
        typer.echo(f"  {row['id']}  {row['summary']}")
    for line in done.lines:
        typer.echo(f"  {line}")


def log(
    all_rows: Annotated[bool, typer.Option("--all", help="Also what was undone, and the undos.")] = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """List the judgements that stand, oldest first."""
    from crossread.flow.changed_slots import tell_changes

    with o.open_existing(store, config) as opened:
        rows = list(opened.iter_judgements(standing=not all_rows))
        changes = tell_changes(opened, rows)
    if as_json:
        o.print_json([{**_judgement_json(row), "change": changes.get(row.id)} for row in rows])
        return
    for row in rows:
        typer.echo(_line(row, changes.get(row.id)))
    if not rows:
        typer.echo("No judgement stands.")


def _touched(store: Store, made: list[Judgement]) -> list[dict[str, str]]:
    """The incidents that now hold what was judged."""
    from crossread.flow.incident_steps import INCIDENT

    log = {row.id: row for row in store.iter_judgements()}
    rows = [log.get(row.subject, row) if row.kind == "undo" else row for row in made]
    names = {name for row in rows for name in (row.subject, row.other) if name}
    found = {
        incident.id: {"id": incident.id, "summary": incident.summary}
        for incident in store.iter_incidents()
        if incident.id in names or names & {account.claim_id for account in incident.accounts}
    }
    for name in sorted(name for name in names if name.startswith(INCIDENT)):
        incident = store.get_incident(name)
        found[incident.id] = {"id": incident.id, "summary": incident.summary}
    return list(found.values())


def _judgement_json(row: Judgement) -> dict[str, Any]:
    return {**asdict(row), "made_at": row.made_at.isoformat()}


def _line(row: Judgement, change: str | None = None) -> str:
    other = f" {row.other}" if row.other else f", {change}" if change else ""
    reason = f": {row.reason}" if row.reason else ""
    return f"{row.id}  {row.made_at:%Y-%m-%d %H:%M}  {row.made_by}  {row.kind} {row.subject}{other}{reason}"
