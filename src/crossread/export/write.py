"""Incidents to a file, with a manifest beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from crossread.codebook import SHAPES
from crossread.errors import ExportError
from crossread.export.caution import coarsen
from crossread.export.content import MOST_IDS, ExportOptions, LeftOut, Selection
from crossread.export.delay import hold_back, name_held
from crossread.export.dossier_file import ENDINGS
from crossread.export.job import Exporter, Job
from crossread.export.losses import Loss, Steps, find_losses
from crossread.export.manifest import describe_export, finish_manifest, left_out_of_tables, made_at
from crossread.export.names import NameGuard
from crossread.export.provenance import write_sidecar
from crossread.export.staging import Staging
from crossread.export.tables import build_tables
from crossread.export.withholding import withhold_names
from crossread.records import Document
from crossread.registry import find_plugin, list_plugins

DOSSIER = "dossier"  # the format whose form the ending of its path chooses


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export left on disk: the files, their manifest, and what is not in them.

    `incidents` were asked for, `written` of them are in the file: a format may not be able to hold the others, and some may be
    too young. `losses` are what names, places, days and delay cost; their examples are in no file.
    """

    paths: tuple[Path, ...]
    manifest: Path
    incidents: int
    written: int
    left_out: tuple[LeftOut, ...]
    losses: tuple[Loss, ...] = ()


def file_name(format: str, stem: str) -> str:
    """What a file of that format is usually called: `mali.csv`, `mali.acled.csv`, `mali.hxl.csv`, `mali.dossier.html`."""
    base = format.partition("_")[0]
    return f"{stem}.{format}{'.csv' if base in (*SHAPES, 'hxl') else ENDINGS[0] if base == DOSSIER else ''}"


def export_formats() -> list[str]:
    """The names of all installed formats, without versions."""
    return sorted({name.partition("@")[0] for name in list_plugins("exporters")})


def export_incidents(format: str, path: Path, *, selection: Selection, options: ExportOptions | None = None) -> Exported:
    """Write the selection to `path` in a format (one of `export_formats()`, those installed from outside included).

    The manifest goes to `<path>.manifest.json`. All files appear together when they are complete; on any error nothing new
    stands on disk and what was there stays. Files that exist are only replaced with `ExportOptions(overwrite=True)`. A path
    that ends as files of another format do (a workbook as `mali.csv`) is refused; any other ending is taken.
    """
    options = options or ExportOptions()
    exporter, name = _find_exporter(format)
    check_export(format, path, options)
    steps = take_care(selection, options)
    chosen, losses = steps.written, find_losses(steps, options)
    tables = build_tables(chosen, hides_words=options.is_coarse)
    held = name_held(steps.gone, options.delay)
    before = _left_out_by_care(steps, name, held)
    known = describe_export(chosen, options, exporter=name, tables=tables, losses=losses)
    known["counts"]["incidents"] = len(selection.incidents)
    known["left_out"] = [asdict(row) for row in before]
    manifest_path = path.with_name(f"{path.name}.manifest.json")
    with Staging(overwrite=options.overwrite) as staging:
        staging.check_free(manifest_path)
        job = Job(
            path=path,
            selection=chosen,
            options=options,
            tables=tables,
            manifest=known,
            staging=staging,
            uncut=steps.old,
            guard=steps.guard,
            held_back=held,
        )
        not_held = exporter(job)
        if options.provenance:
            write_sidecar(job, name.partition("@")[0])
        left_out = (*before, *not_held)
        written = len(chosen.incidents) - sum(row.count for row in not_held if row.what == "incidents")
        known["counts"]["written"] = written
        files = staging.describe()
        text = finish_manifest(known, left_out=left_out, files=files, tables=job.wanted_tables())
        staging.stage(manifest_path).write_text(text, encoding="utf-8")
        staging.publish()
    paths = tuple(path.with_name(file.name) for file in files)
    return Exported(
        paths=paths,
        manifest=manifest_path,
        incidents=len(selection.incidents),
        written=written,
        left_out=left_out,
        losses=losses,
    )


def check_export(format: str, path: Path, options: ExportOptions) -> None:
    """Refuse what no selection could make right: a format that is not there, a path that ends as files of another, coarser
    places or days where the report's own words would still tell them."""
    _, name = _find_exporter(format)
    base = name.partition("@")[0]
    _check_ending(path, base)
    if base == "jsonl" and options.is_coarse:
        raise ExportError(
            "Claim JSON quotes the report's own words, so places and days cannot be made coarser in it.",
            where=str(path),
            expected="places and days as read",
            found=f"places {options.places}, days {options.days}",
            next_step="Export to csv, xlsx, parquet or geojson, or leave places and days as they were read.",
        )


def take_care(selection: Selection, options: ExportOptions) -> Steps:
    """The selection as it may be written: without what is too young, then without names, then with coarser places and days.

    Files are named without the folders of the machine they lay on: these say who read them, not who published. All of it is
    done on the records, before any format sees them, so that no format can write what is withheld.
    """
    selection = replace(selection, documents=tuple(map(_without_folders, selection.documents)))
    today = datetime.fromisoformat(made_at()).date()
    old, gone = hold_back(selection, delay=options.delay, today=today)
    guard = NameGuard() if options.with_names else NameGuard.from_claims(old.claims, old.incidents)
    unnamed = old if options.with_names else withhold_names(old, guard)
    return Steps(asked=selection, gone=gone, old=old, unnamed=unnamed, written=coarsen(unnamed, options), guard=guard)


def _without_folders(document: Document) -> Document:
    """A path from the root of a disk becomes the file's own name; one that somebody typed from where they were stays."""
    for kind in (PureWindowsPath, PurePosixPath):
        if document.name and kind(document.name).is_absolute():
            return replace(document, name=kind(document.name).name)
    return document


def _find_exporter(format: str) -> tuple[Exporter, str]:
    base = format.partition("@")[0]
    if base not in export_formats():
        raise ExportError(
            f"There is no export format called {format!r}.",
            expected=", ".join(export_formats()),
            found=format,
            next_step="Choose one of these, or install the package that brings the format.",
        )
    exporter: Exporter = find_plugin("exporters", format)
    name = next(key for key, plugin in list_plugins("exporters").items() if plugin is exporter)
    return exporter, name


def _check_ending(path: Path, format: str) -> None:
    """Programs tell a file by its ending: a workbook called .csv opens as broken text, and nobody sees why."""
    usual = {name: Path(file_name(name, "x")).suffix for name in export_formats()}
    given = path.suffix.lower()
    if format == DOSSIER:
        _check_form(path, given)
        return
    if given != usual[format] and given in usual.values():
        raise ExportError(
            f"The file would be called as files of another format are, not as those of {format}.",
            where=str(path),
            expected=f"a name that ends in {usual[format]}",
            found=given,
            next_step=f"Call it {path.with_suffix(usual[format]).name}, or choose the format that the name says.",
        )


def _check_form(path: Path, given: str) -> None:
    """A dossier without an ending of its own would be in no form."""
    if given not in ENDINGS:
        raise ExportError(
            "The ending of the path chooses the form of a dossier, and there is no form for this one.",
            where=str(path),
            expected=" or ".join(ENDINGS),
            found=given or "no ending",
            next_step=f"Call it {path.stem}.html to read and print it in any browser, or {path.stem}.md for Markdown.",
        )


def _left_out_by_care(steps: Steps, name: str, held: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """What is left out before a format sees the records: by choice, by delay, because tables do not hold it, by name."""
    return (
        *steps.written.left_out,
        *(replace(row, ids=row.ids[:MOST_IDS]) for row in held),
        *_left_out_by_format(name, steps.written),
        *_names_out(steps.guard),
    )


def _left_out_by_format(name: str, selection: Selection) -> list[LeftOut]:
    """Claim JSON holds every claim; what tables leave out does not hold for it."""
    return [] if name.startswith("jsonl@") else left_out_of_tables(selection)


def _names_out(guard: NameGuard) -> tuple[LeftOut, ...]:
    if not guard.by_claim:
        return ()
    reason = "may be the name of a victim; what the person is stands in its place. Ask for names (--with-names) to have them."
    return (LeftOut(what="words", reason=reason, count=guard.count()),)
