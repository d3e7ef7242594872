"""`crossread export`: incidents of the store to a file, with a manifest beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o
from crossread.cli.export_losses import echo_left_out, left_out_to_json, losses_to_json
from crossread.cli.filtering import list_conditions, takes_filter
from crossread.cli.values import refused_as_usage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crossread.export import Exported, ExportOptions, Selection
    from crossread.store import IncidentFilter, Store

TRAINING = "training"  # not a format of incidents: whole documents, as reviewers judged their claims
LINKS = "links"  # nor this: pairs of claims
EVERY_STATE = "  Reviewed or not: --state accepted writes those alone that people accepted, as the desk does."


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(takes_filter(export))


def export(
    format: Annotated[
        str,
        typer.Argument(
            help="csv, hxl, xlsx, parquet, geojson, jsonl, jsonld, acled, acled_numeric, ged, dossier, links or training."
        ),
    ],
    path: Annotated[Path, typer.Argument(help="The file to write; its manifest comes beside it.")],
    where: IncidentFilter,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace files that are there.")] = False,
    with_names: Annotated[bool, typer.Option("--with-names", help="Keep words that may be the name of a victim.")] = False,
    with_bom: Annotated[bool, typer.Option("--bom", help="Mark CSV as UTF-8 for old versions of Excel.")] = False,
    provenance: Annotated[bool, typer.Option("--provenance", help="Write beside it what every value rests on.")] = False,
    places: Annotated[str, typer.Option("--places", help="as_read, 0.1 (degree), admin1, country or hidden.")] = "as_read",
    days: Annotated[str, typer.Option("--days", help="as_read or month.")] = "as_read",
    delay: Annotated[int, typer.Option("--delay", min=0, help="Leave out incidents younger than so many days.")] = 0,
    preview: Annotated[bool, typer.Option("--preview", help="Write nothing; show what would be lost, with examples.")] = False,
    store: o.StoreUrl = None,
    config: o.Config = None,
    as_json: o.AsJson = False,
) -> None:
    """Write incidents with their accounts to a file. What is left out, and why, stands in the manifest.

    `acled`, `acled_numeric` and `ged` write rows in the form of these data sets, and a sheet of what is not in them and why.
    `dossier` writes pages to read for somebody who has no crossread: PATH.html (one file, prints on A4) or PATH.md (Markdown).
    `links` writes which claims are the same incident, with score, reasons and who judged, to PATH.csv or PATH.json.
    `training` writes the documents whose claims have all been judged, for `python -m training --coded PATH` (docs/training.md).
    """
    from crossread.cli.export_preview import echo_preview
    from crossread.cli.link_exporting import export_links_of
    from crossread.cli.training_exporting import export_training_of
    from crossread.export import ExportOptions, check_export, export_formats
    from crossread.export.links_file import LinkOptions

    if str(path) == "-":
        raise typer.BadParameter("expected a file, found -: the manifest is written beside it", param_hint="PATH")
    if format == TRAINING:
        coarse = (places, days) != ("as_read", "as_read")
        _refuse_choice(where, [with_names, with_bom, provenance, preview, delay > 0, coarse])
        export_training_of(path, overwrite=overwrite, store=store, config=config, as_json=as_json)
        return
    if format == LINKS:
        _refuse_coarse(places, days, provenance=provenance, delayed=delay > 0 or preview)
        asked = LinkOptions(overwrite=overwrite, with_names=with_names, with_bom=with_bom)
        export_links_of(path, where, asked, store=store, config=config, as_json=as_json)
        return
    if format.partition("@")[0] not in export_formats():
        known = ", ".join((*export_formats(), LINKS, TRAINING))
        raise typer.BadParameter(f"expected one of {known}, found {format!r}", param_hint="FORMAT")
    with refused_as_usage():
        options = ExportOptions(
            overwrite=overwrite,
            with_names=with_names,
            with_bom=with_bom,
            provenance=provenance,
            places=places,
            days=days,
            delay=delay,
        )
        check_export(format, path, options)
    with o.open_existing(store, config) as opened:
        selection = _select(opened, where)
        if selection.filters and not selection.incidents:
            _refuse_nothing(selection.filters)
        if preview:
            echo_preview(format, path, selection, options, as_json=as_json)
            return
        done = _write_logged(opened, format, path, selection, options)
    _echo_done(done, as_json=as_json)
    if done.incidents and "state" not in selection.filters and not as_json:
        typer.echo(EVERY_STATE)


def _write_logged(store: Store, format: str, path: Path, selection: Selection, options: ExportOptions) -> Exported:
    from crossread.export import export_incidents
    from crossread.flow.auditing import log_export, tell_choices
    from crossread.flow.judging import user_name

    done = export_incidents(format, path, selection=selection, options=options)
    told = tell_choices(options, dict(selection.filters))
    with o.only_if_logged(done.paths, done.manifest):
        counts = {"incidents": done.incidents}
        log_export(store, who=user_name(), format=format, manifest=done.manifest, counts=counts, told=told)
    return done


def _echo_done(done: Exported, *, as_json: bool) -> None:
    from crossread.weigh import plural

    files = [str(file) for file in done.paths]
    if as_json:
        told = {"files": files, "manifest": str(done.manifest), "incidents": done.incidents, "written": done.written}
        o.print_json({**told, "left_out": left_out_to_json(done.left_out), "lost": losses_to_json(done.losses)})
        return
    if not done.incidents:
        typer.echo("The store holds no incident; the tables have no rows.", err=True)
    counted = plural(done.incidents, "incident")
    if done.written != done.incidents:
        counted = f"{done.written} of {counted}"
    typer.echo(f"{counted} in {', '.join(files)}; manifest {done.manifest}")
    echo_left_out(done.left_out)


def _refuse_choice(where: IncidentFilter, options: Sequence[bool]) -> None:
    """A filter or a caution that would not be heard must not look as if it were."""
    if any(options) or list_conditions(where):
        raise typer.BadParameter(
            "training writes all documents that have been judged, whole: no filter, --with-names, --bom, --provenance, "
            "--places, --days, --delay or --preview"
        )


def _refuse_nothing(filters: Mapping[str, str]) -> None:
    """Leave with the code of nothing found, and no file: an empty one looks like a quiet month where it may be a slip."""
    told = ", ".join(f"{name} {value}" for name, value in filters.items())
    typer.echo(f"No incident meets the filters ({told}); nothing was written.", err=True)
    raise typer.Exit(o.EXIT_NOTHING)


def _refuse_coarse(places: str, days: str, *, provenance: bool, delayed: bool) -> None:
    if (places, days) != ("as_read", "as_read"):
        raise typer.BadParameter(
            "links tell in sentences why two claims are one incident, days and places among them: they cannot be made coarser"
        )
    if delayed:
        raise typer.BadParameter("links are of all claims: leave --delay and --preview away, or choose days with --to")
    if provenance:
        raise typer.BadParameter("links say themselves what each rests on: leave --provenance away")


def _select(store: Store, where: IncidentFilter) -> Selection:
    """What the filters keep; without any filter also the claims that belong to no incident."""
    from crossread.export import Selection
    from crossread.flow.changed_slots import tell_changes
    from crossread.flow.selecting import correct_for_export
    from crossread.store import ClaimFilter

    incidents = tuple(store.iter_incidents(where))
    filters = list_conditions(where)
    if filters:
        wanted = dict.fromkeys(account.document_id for incident in incidents for account in incident.accounts)
        documents = tuple(store.get_document(id) for id in wanted)
    else:
        documents = tuple(store.iter_documents())
    kept = {document.id for document in documents}
    made = (claim for claim in store.iter_claims(ClaimFilter(current=True)) if claim.document_id in kept)
    claims, decided = correct_for_export(store, made)
    wording = tuple(row for document in documents for _, row in store.iter_wording(document.id, current=True))
    return Selection(
        incidents=incidents,
        claims=claims,
        documents=documents,
        wording=wording,
        filters=filters,
        judgements=decided,
        changes=tell_changes(store, decided),
    )
