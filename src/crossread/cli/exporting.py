"""`crossread export`: incidents of the store to a file, with a manifest beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossread.cli import options as o

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossread.export import LeftOut, Selection
    from crossread.export.training_file import ToldDocument
    from crossread.records import Judgement
    from crossread.store import IncidentFilter, Store

TRAINING = "training"  # not a format of incidents: whole documents, as reviewers judged their claims
LINKS = "links"  # nor this: pairs of claims


def add_to(app: typer.Typer) -> None:
    """Put this command on the list."""
    app.command()(export)


def export(
    format: Annotated[
        str,
        typer.Argument(help="csv, hxl, xlsx, parquet, geojson, jsonl, jsonld, acled, acled_numeric, ged, links or training."),
    ],
    path: Annotated[Path, typer.Argument(help="The file to write; its manifest comes beside it.")],
    date_from: o.From = None,
    date_to: o.To = None,
    place: o.Place = None,
    country: o.Country = None,
    actor: o.ActorWords = None,
    type: o.Type = None,
    source: o.Source = None,
    grade: o.Grade = None,
    text: o.Text = None,
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
    `links` writes which claims are the same incident, with score, reasons and who judged, to PATH.csv or PATH.json.
    `training` writes the documents whose claims have all been judged, for `python -m training --coded PATH` (docs/training.md).
    """
    from crossread.cli.export_preview import echo_preview, to_rows
    from crossread.cli.link_exporting import export_links_of
    from crossread.export import ExportOptions, export_incidents
    from crossread.export.links_file import LinkOptions
    from crossread.flow.auditing import log_export, tell_choices
    from crossread.flow.judging import user_name
    from crossread.store import IncidentFilter

    where = IncidentFilter(
        date_from=date_from,
        date_to=date_to,
        place=place,
        country=country,
        actor=actor,
        type=type,
        source=source,
        grade=grade,
        text=text,
    )
    if format == TRAINING:
        coarse = (places, days) != ("as_read", "as_read")
        _refuse_choice(where, [with_names, with_bom, provenance, preview, delay > 0, coarse])
        _export_training(path, overwrite=overwrite, store=store, config=config, as_json=as_json)
        return
    if format == LINKS:
        _refuse_coarse(places, days, provenance=provenance, delayed=delay > 0 or preview)
        asked = LinkOptions(overwrite=overwrite, with_names=with_names, with_bom=with_bom)
        export_links_of(path, where, asked, store=store, config=config, as_json=as_json)
        return
    options = ExportOptions(
        overwrite=overwrite,
        with_names=with_names,
        with_bom=with_bom,
        provenance=provenance,
        places=places,
        days=days,
        delay=delay,
    )
    if preview:
        with o.open_existing(store, config) as opened:
            echo_preview(format, path, _select(opened, where), options, as_json=as_json)
        return
    with o.open_existing(store, config) as opened:
        selection = _select(opened, where)
        done = export_incidents(format, path, selection=selection, options=options)
        told = tell_choices(options, dict(selection.filters))
        with o.only_if_logged(done.paths, done.manifest):
            counts = {"incidents": done.incidents}
            log_export(opened, who=user_name(), format=format, manifest=done.manifest, counts=counts, told=told)
    if as_json:
        files = [str(file) for file in done.paths]
        told = {"files": files, "manifest": str(done.manifest), "incidents": done.incidents, "written": done.written}
        o.print_json({**told, "left_out": _rows(done.left_out), "lost": to_rows(done.losses)})
        return
    counted = f"{done.incidents}" if done.written == done.incidents else f"{done.written} of {done.incidents}"
    typer.echo(f"{counted} incidents in {', '.join(str(file) for file in done.paths)}; manifest {done.manifest}")
    _echo_left_out(done.left_out)


def _export_training(path: Path, *, overwrite: bool, store: str | None, config: Path | None, as_json: bool) -> None:
    from crossread.export.training_file import export_training
    from crossread.flow.auditing import log_export
    from crossread.flow.judging import user_name

    with o.open_existing(store, config) as opened:
        judgements = tuple(opened.iter_judgements(standing=True))
        told_now, seal = _iter_told(opened, judgements), opened.judgements_head()
        done = export_training(path, told_now, judgements=judgements, seal=seal, overwrite=overwrite)
        with o.only_if_logged((done.path,), done.manifest):
            counts = {"documents": done.documents, "claims": done.claims}
            log_export(opened, who=user_name(), format=TRAINING, manifest=done.manifest, counts=counts)
    if as_json:
        told = {"files": [str(done.path)], "manifest": str(done.manifest), "documents": done.documents, "claims": done.claims}
        o.print_json({**told, "left_out": _rows(done.left_out)})
        return
    typer.echo(f"{done.documents} documents with {done.claims} claims in {done.path}; manifest {done.manifest}")
    _echo_left_out(done.left_out)


def _iter_told(store: Store, judgements: Sequence[Judgement]) -> Iterator[ToldDocument]:
    """Every document with the claims that speak for it now, as people corrected them."""
    from crossread.export.training_file import ToldDocument
    from crossread.weigh import apply_corrections

    of_subject: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        of_subject.setdefault(judgement.subject, []).append(judgement)
    for document in store.iter_documents():
        _, made = o.stored_extraction(store, document.id)
        decided = [judgement for claim in made.claims for judgement in of_subject.get(claim.id, ())]
        yield ToldDocument(document=document, claims=tuple(apply_corrections(made.claims, decided)), wording=made.wording)


def _refuse_choice(where: IncidentFilter, options: Sequence[bool]) -> None:
    """A filter or a caution that would not be heard must not look as if it were."""
    if any(options) or any(getattr(where, name) is not None for name in where.__slots__):
        raise typer.BadParameter(
            "training writes all documents that have been judged, whole: no filter, --with-names, --bom, --provenance, "
            "--places, --days, --delay or --preview"
        )


def _refuse_coarse(places: str, days: str, *, provenance: bool, delayed: bool) -> None:
    if (places, days) != ("as_read", "as_read"):
        raise typer.BadParameter(
            "links tell in sentences why two claims are one incident, days and places among them: they cannot be made coarser"
        )
    if delayed:
        raise typer.BadParameter("links are of all claims: leave --delay and --preview away, or choose days with --to")
    if provenance:
        raise typer.BadParameter("links say themselves what each rests on: leave --provenance away")


def _rows(left_out: Sequence[LeftOut]) -> list[dict[str, object]]:
    return [{"what": row.what, "reason": row.reason, "count": row.count} for row in left_out]


def _echo_left_out(left_out: Sequence[LeftOut]) -> None:
    for row in left_out:
        typer.echo(f"  left out: {row.count} {row.what}: {row.reason}")


def _select(store: Store, where: IncidentFilter) -> Selection:
    """What the filters keep; without any filter also the claims that belong to no incident."""
    from crossread.export import Selection
    from crossread.flow.selecting import correct_for_export
    from crossread.store import ClaimFilter

    incidents = tuple(store.iter_incidents(where))
    filters = {name: str(value) for name in where.__slots__ if (value := getattr(where, name)) is not None}
    if filters:
        wanted = dict.fromkeys(account.document_id for incident in incidents for account in incident.accounts)
        documents = tuple(store.get_document(id) for id in wanted)
    else:
        documents = tuple(store.iter_documents())
    kept = {document.id for document in documents}
    made = (claim for claim in store.iter_claims(ClaimFilter(current=True)) if claim.document_id in kept)
    claims, decided = correct_for_export(store, made)
    wording = tuple(row for document in documents for _, row in store.iter_wording(document.id))
    return Selection(
        incidents=incidents, claims=claims, documents=documents, wording=wording, filters=filters, judgements=decided
    )
