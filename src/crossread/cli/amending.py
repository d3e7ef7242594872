"""`crossread amend` and `crossread withdraw`: a report with a wrong day or source, and one that was read by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossread.cli import options as o
from crossread.cli.amending_many import amend_from
from crossread.cli.consequences import iter_move_lines
from crossread.cli.given_table import refuse_beside
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from crossread.flow.amending import Amended
    from crossread.flow.amendment import Plan
    from crossread.flow.touching import Effect
    from crossread.records import Document
    from crossread.store import Store

NONE = "none"  # what empties a field
Doc = Annotated[str, typer.Argument(metavar="DOC", help="The document's id; its beginning is enough.", show_default=False)]
Reason = Annotated[str | None, typer.Option("--reason", help="Why, in a few words.")]
By = Annotated[str | None, typer.Option("--by", help="Who says so.", show_default="your user name")]

FROM_HELP = "Many at once: a CSV file with a row for each report, or the changed table `sources` of an export."
DRY_HELP = "Say what it would change, and write nothing."


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    app.command()(amend)
    app.command()(withdraw)


def parse_day_or_none(given: str) -> date | str:
    """A day, or the word that empties it."""
    return NONE if given == NONE else o.parse_day(given)


def amend(
    document: Annotated[
        str | None, typer.Argument(metavar="DOC", help="The document's id; its beginning is enough.", show_default=False)
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", parser=parse_day_or_none, metavar="DAY", help="When it was published: YYYY-MM-DD."),
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its title.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Its address.")] = None,
    external_id: Annotated[str | None, typer.Option("--external-id", help="Your own id of it.")] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="CODE", help="Its language: two letters (en).")] = None,
    reason: Reason = None,
    by: By = None,
    table: Annotated[Path | None, typer.Option("--from", metavar="FILE", help=FROM_HELP, show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", "--preview", help=DRY_HELP)] = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Correct the day, source, title, address, external id or language of a report that was read; `none` empties one.

    The report is read anew with them and takes the place of the old one, which is kept and speaks no more. Decisions go along.
    """
    from functools import cache

    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy, make_bench
    from crossread.flow.amending import amend as carry_out
    from crossread.flow.amending import prepare_amendment
    from crossread.flow.amendment import Amendment, check_amendment, plan_amendment

    told = {"published": published, "source": source, "title": title, "url": url, "external_id": external_id}
    told["language"] = language
    if table is not None:
        refuse_beside({"DOC": document, **{f"--{name.replace('_', '-')}": value for name, value in told.items()}})
        settings = load_settings(config, flags={"store": store})
        check_policy(settings)
        amend_from(table, reason=reason, by=by, settings=settings, dry_run=dry_run, as_json=as_json)
        return
    if document is None:
        raise typer.BadParameter("expected DOC and what to correct, or --from FILE", param_hint="DOC")
    changes: dict[str, Any] = {name: None if value == NONE else value for name, value in told.items() if value is not None}
    amendment = Amendment(name=document, changes=changes, reason=reason, made_by=by)
    with refused_as_usage():
        check_amendment(amendment)
    settings = load_settings(config, flags={"store": store})
    check_policy(settings)
    with o.open_existing(store, config) as opened:
        if dry_run:
            _echo_plan(plan_amendment(opened, amendment), as_json=as_json)
            return
        tools = cache(lambda: make_bench(opened, settings))
        prepared = prepare_amendment(opened, amendment, tools=tools)
        done = carry_out(opened, prepared, tools=tools, policy=settings.policy, min_score=settings.min_score)
        lines = list(_iter_lines(opened, done))
    if as_json:
        o.print_json(_to_json(done))
    else:
        for line in lines:
            typer.echo(line)


def _echo_plan(plan: Plan, *, as_json: bool) -> None:
    """From what to what; which incidents that touches is known once the report is read anew, and the desk shows it before."""
    from crossread.flow.amendment import say_changes

    if as_json:
        changed = {name: list(pair) for name, pair in plan.changes.items()}
        o.print_json({"document": plan.new.id, "was": plan.old.id, "changed": changed, "written": False})
        return
    told = say_changes(plan.changes) if not plan.done else "that was done before"
    typer.echo(f"Nothing is written. It would give:\n{plan.old.id}: {told}")


def withdraw(
    document: Doc,
    reason: Reason = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let it speak again.")] = False,
    by: By = None,
    preview: Annotated[bool, typer.Option("--preview", help="Say what it would do, and write nothing.")] = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Let a report that was read by mistake speak no more, with the reason; it is kept, and `--undo` takes that back."""
    from crossread.cli.settings import load_settings
    from crossread.flow import check_policy
    from crossread.flow.foreseeing import unwritten
    from crossread.flow.withdrawing import Withdrawal, check_withdrawal
    from crossread.flow.withdrawing import withdraw as carry_out

    asked = Withdrawal(name=document, reason=reason, made_by=by, undo=undo, looked_at=preview)
    with refused_as_usage():
        check_withdrawal(asked)
    settings = load_settings(config, flags={"store": store})
    check_policy(settings)
    with o.open_existing(store, config) as opened:

        def look() -> tuple[Document, Effect, list[str]]:
            found, effect = carry_out(opened, asked, policy=settings.policy, min_score=settings.min_score)
            return found, effect, list(_iter_effect(opened, effect))

        found, effect, lines = unwritten(opened, look) if preview else look()
    if as_json:
        written = {"written": False} if preview else {}
        o.print_json({"document": found.id, "withdrawn": not undo, **_effect_json(effect), **written})
        return
    if preview:
        typer.echo(f"Nothing is written. If {found.id} spoke {'again' if undo else 'no more'}:")
        for line in lines:
            typer.echo(f"  {line}")
        return
    back = "" if undo else f" (crossread withdraw {found.id} --undo{o.say_store(settings.store)} takes that back)"
    typer.echo(f"{found.id} speaks {'again' if undo else 'no more'}{back}.")
    for line in lines:
        typer.echo(f"  {line}")


def _iter_lines(store: Store, done: Amended) -> Iterator[str]:
    from crossread.flow.amendment import say_changes
    from crossread.weigh import plural

    plan = done.plan
    said = say_changes(plan.changes)
    if plan.done:
        yield f"{plan.new.id} took the place of {plan.old.id} before ({said}); nothing was left to do."
        return
    yield f"{plan.old.id}: {said}" if plan.stays else f"{plan.new.id} takes the place of {plan.old.id}: {said}"
    written = f", {done.written} of them written by hand" if done.written else ""
    yield f"  {plural(done.claims, 'claim')}{written}; what was decided about the old ones stands."
    if done.days:
        yield f"  {plural(done.days, 'claim')} with a time that people corrected: it stays as it was set; see if it holds."
    if done.effect is not None:
        for line in _iter_effect(store, done.effect):
            yield f"  {line}"


def _iter_effect(store: Store, effect: Effect) -> Iterator[str]:
    """The incidents that it touched as they are now, and where accounts and ids went."""
    yield from (f"{row.now.id}  {row.now.summary}" for row in effect.touched if row.now)
    yield from iter_move_lines(store, effect.moves)


def _to_json(done: Amended) -> dict[str, Any]:
    plan = done.plan
    told = {"document": plan.new.id, "was": plan.old.id, "changed": {name: list(pair) for name, pair in plan.changes.items()}}
    counts = {"claims": done.claims, "written": done.written, "days_corrected": done.days, "done_before": plan.done}
    return {**told, **counts, **(_effect_json(done.effect) if done.effect else {})}


def _effect_json(effect: Effect) -> dict[str, Any]:
    from dataclasses import asdict

    moves = effect.moves
    now = [{"id": row.now.id, "summary": row.now.summary} for row in effect.touched if row.now]
    left = [asdict(row) for row in moves.left]
    return {"incidents": now, "left": left, "led": dict(moves.led), "new": list(moves.new)}
