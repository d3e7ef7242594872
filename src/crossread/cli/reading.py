"""`crossread read` and `crossread status`. Rooms are imported when a command runs, so that --help answers at once."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o
from crossread.cli.grown import iter_changed, look_at
from crossread.cli.passed_by import (
    own_to_json,
    print_forgotten,
    print_garbled,
    print_missed,
    print_twins,
    print_unheard,
    say_gaps,
    say_known,
    say_own,
)
from crossread.cli.printing import print_rejections, print_status, print_usage
from crossread.cli.progress import Watch
from crossread.cli.unlinked import count_unlinked, say_unlinked
from crossread.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crossread.config import Settings
    from crossread.flow import ReadReport
    from crossread.read import ReadOptions
    from crossread.store import Store


def add_to(app: typer.Typer) -> None:
    """Put these commands on the list."""
    app.command()(read)
    app.command()(status)


def read(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.", show_default=False)
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="Who published them.")] = None,
    published: Annotated[
        date | None, typer.Option("--published", parser=o.parse_published, metavar="DAY", help="When: YYYY-MM-DD.")
    ] = None,
    language: o.Language = None,
    columns: o.Columns = None,
    dates: o.DayOrder = None,
    shape: Annotated[
        str | None,
        typer.Option("--as", metavar="FORM", help="Tables of incidents: acled or ged; --source names the data set."),
    ] = None,
    pending: Annotated[
        bool, typer.Option("--pending", help="No files: the store's documents that the extractor has not read yet.")
    ] = False,
    extractor: o.ExtractorName = None,
    places: o.Places = None,
    actors: o.Actors = None,
    jobs: o.Jobs = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJsonLines = False,
) -> None:
    """Read reports into the store and extract their claims. Reading the same file twice adds nothing.

    With `--pending` no file is opened: documents that an earlier run left without claims are tried again, and those that were
    read by another extractor (or an older one) are read by this one.

    With `--as acled` or `--as ged` each row of a data set that you have becomes an account to compare the reports with; then
    `crossread coverage` says which of its rows the reports tell, which not, and where they differ.
    """
    from crossread.cli.settings import load_settings
    from crossread.read import ReadOptions

    flags = {"store": store, "language": language, "extractor": extractor, "places": places, "actors": actors, "jobs": jobs}
    settings = load_settings(config, flags=flags)
    reading = ReadOptions(
        source=source,
        published=published,
        language=settings.language,
        map=o.parse_map(columns or []),
        shape=o.parse_shape(shape),
        dates=o.parse_order(dates),
    )
    if pending:
        _refuse_files(paths, reading)
        o.check_store_exists(settings.store)
    wanted = None if pending else paths or settings.paths
    if not pending and not wanted:
        raise typer.BadParameter(
            "name a file or folder, set paths in crossread.toml, or say --pending for what the store holds unread",
            param_hint="PATH…",
        )
    _run(settings, reading, wanted, as_json=as_json, language=language)


def _run(
    settings: Settings, reading: ReadOptions, wanted: Sequence[str] | None, *, as_json: bool, language: str | None
) -> None:
    """Read what is wanted, or what the store holds unread where that is None; bring incidents up to date; say what was done."""
    from crossread.flow import extract_pending, make_bench, read_into, update_incidents
    from crossread.flow.refusals import drop_forgotten
    from crossread.store import open_store

    _refuse_typing_slip(settings, wanted)
    with open_store(settings.store) as opened, Watch() as watch:
        before = {} if as_json else look_at(opened)
        try:
            bench = make_bench(opened, settings, options=reading)
            report = (
                extract_pending(bench, on_progress=watch) if wanted is None else read_into(bench, wanted, on_progress=watch)
            )
            made = update_incidents(opened, settings.policy, min_score=settings.min_score)
        except KeyboardInterrupt:
            typer.echo(_stopped(opened, settings), err=True)
            raise typer.Exit(o.EXIT_STOPPED) from None
        refused = drop_forgotten(opened, watch.rejections)
        if as_json:
            _print_documents(opened, watch.documents)
            if left_out := own_to_json(report):
                o.print_json(left_out)
        changed = list(iter_changed(opened, before))
    if not as_json:
        for line in (_sentence(report, made.incidents, settings.store), *changed):
            typer.echo(line)
    print_missed(reading)
    print_twins(report)
    print_unheard(report, language)
    print_garbled(report.garbled)
    print_usage(bench.extractor)
    print_rejections(refused)
    print_forgotten(len(watch.rejections) - len(refused))
    if refused:
        raise typer.Exit(o.EXIT_REFUSED)


def _refuse_typing_slip(settings: Settings, wanted: Sequence[str] | None) -> None:
    """No new store is made for paths of which none is there."""
    if not wanted or o.store_exists(settings.store) or any(path == "-" or Path(path).exists() for path in wanted):
        return
    raise NotFoundError(
        "There is nothing to read.",
        where=", ".join(wanted),
        expected="a file or folder",
        found="no such path",
        next_step="Check the spelling. No store was made.",
    )


def _stopped(store: Store, settings: Settings) -> str:
    """What a person who stopped a run has, and how to go on."""
    from crossread.weigh import plural

    kept, unlinked = store.counts(), count_unlinked(store, settings)
    what = f"Stopped. {plural(kept.documents, 'document')} with {plural(kept.claims, 'claim')} are kept in {settings.store}."
    return f"{what}\nGo on with the same command." + (f" {say_unlinked(unlinked, settings.store)}" if unlinked else "")


def _refuse_files(paths: Sequence[str] | None, reading: ReadOptions) -> None:
    """What concerns files only must not look as if it were heard."""
    if paths or reading.source or reading.published or reading.map or reading.shape or reading.dates:
        raise typer.BadParameter(
            "documents of the store stay as they were read: leave PATH, --source, --published, --map, --dates and --as away",
            param_hint="--pending",
        )


def status(
    forget: Annotated[
        list[str] | None,
        typer.Option("--forget", metavar="NAME", help="List this refused file no more; repeat it.", show_default=False),
    ] = None,
    forget_all: Annotated[bool, typer.Option("--forget-all", help="List none of those refused so far any more.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who has seen them.", show_default="your user name")] = None,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """What the store holds, what an older extractor read, what was refused and why, and whether its log of judgements is whole.

    The exit code is 1 if the log is not what was written. What is refused for another reason later, or with other bytes, is
    listed again also after `--forget`.
    """
    if forget or forget_all:
        with o.open_existing(store, config) as opened:
            _forget(opened, None if forget_all else forget, by, as_json=as_json)
        return
    from crossread.cli.settings import load_settings
    from crossread.flow.outdated import find_outdated
    from crossread.flow.updating import find_weighing
    from crossread.store import open_store

    settings = load_settings(config, flags={"store": store})
    o.check_store_exists(settings.store)
    with open_store(settings.store) as opened:
        counts = asdict(opened.counts())
        breaks = [f"row {row.number}, {row.judgement_id or 'the end'}: {row.sentence}" for row in opened.verify_judgements()]
        refused = list(opened.iter_rejections(settled=False))
        outdated, unlinked = find_outdated(opened, settings), count_unlinked(opened, settings)
        made_by = find_weighing(opened)
    if as_json:
        told = {
            "extractor": outdated.extractor if outdated else None,
            "read_by_others": dict(outdated.by) if outdated else None,
            "policy": made_by.policy if made_by else None,
            "min_score": made_by.min_score if made_by else None,
        }
        log = {"judgement_log_whole": not breaks, "judgement_log_breaks": breaks}
        o.print_json(
            {
                "store": settings.store,
                **counts,
                "unlinked": unlinked,
                **told,
                **log,
                "refused": [asdict(row) for row in refused],
            }
        )
    else:
        print_status(counts, store=settings.store, breaks=breaks, outdated=outdated, unlinked=unlinked)
        if made_by is not None:
            typer.echo(f"Incidents were made under policy {made_by.policy}, of claims with a score from {made_by.min_score:g}.")
        print_rejections(refused, on_error_stream=False)
    if breaks:
        raise typer.Exit(o.EXIT_REFUSED)


def _forget(store: Store, names: Sequence[str] | None, by: str | None, *, as_json: bool) -> None:
    """Acknowledge refusals and say which; the log keeps who did."""
    from crossread.flow.refusals import forget_refusals
    from crossread.weigh import plural

    found = forget_refusals(store, names, made_by=by)
    if as_json:
        o.print_json({"forgotten": [asdict(row) for row in found]})
        return
    typer.echo(f"{plural(len(found), 'refusal')} will be listed no more{':' if found else '.'}")
    for row in found:
        typer.echo(f"  {row.subject}  {row.reason}")


def _sentence(report: ReadReport, incidents: int, store: str) -> str:
    """What a run did, in one line; in others what some documents do not say of themselves."""
    from crossread.read import say_own_files
    from crossread.weigh import plural

    read_now, where = report.new + report.continued, o.say_store(store)
    parts = [f"{plural(read_now, 'document')} read, {plural(report.claims, 'claim')}"]
    if report.known:
        parts.append(say_known(report))
    if report.own:
        parts.append(say_own(report))
    if report.own_files:
        parts.append(say_own_files(report.own_files))
    if report.pending:
        parts.append(f"{report.pending} still without claims (crossread read --pending{where} tries again)")
    line = f"{'; '.join(parts)}; {plural(incidents, 'incident')} now in {store} ({report.seconds:.1f} s)."
    for name, document in report.set_aside:
        line += f"\n{name} speaks no more: crossread show {document}{where} says why, and what took its place."
    return "\n".join((line, *say_gaps(report, where)))


def _print_documents(store: Store, ids: list[str]) -> None:
    """The claim JSON of these documents, one a line, as they stand in the store."""
    from crossread.flow.selecting import document_answer, stored_extraction

    for document_id in dict.fromkeys(ids):
        o.print_json(document_answer(store, *stored_extraction(store, document_id)))
