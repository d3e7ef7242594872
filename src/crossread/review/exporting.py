"""Incidents taken away as files: what would be lost is shown first, then files and manifest come in one archive."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from crossread.errors import ExportError
from crossread.export import Exported, ExportOptions, LeftOut, Selection, export_formats, export_incidents, file_name
from crossread.export.content import LONGEST_DELAY
from crossread.flow.auditing import log_export, tell_choices
from crossread.flow.changed_slots import tell_changes
from crossread.flow.selecting import correct_for_export
from crossread.records import Incident
from crossread.review.identity import check_may, who
from crossread.review.rendering import render, store_of
from crossread.review.selection import View, parse_view
from crossread.store import ClaimFilter, Store
from crossread.store.states import ACCEPTED

router = APIRouter(include_in_schema=False)
REVIEW = ("accepted", "all")
PREVIEW = 4000  # characters of the file shown before it is taken
MARKDOWN = "dossier.md"  # a dossier in its other form: a form has no path whose ending could choose it
READABLE = (".md", ".csv", ".geojson", ".jsonl", ".jsonld", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a visitor asked to take: the view's incidents, `accepted` ones or `all` with the machine's candidates."""

    view: View
    format: str
    review: str
    options: ExportOptions

    @property
    def exporter(self) -> str:
        """The name of the format, whichever of its forms was chosen."""
        return "dossier" if self.format == MARKDOWN else self.format

    def query(self) -> str:
        """The query string that asks for the same again."""
        told = {"format": self.format, "review": self.review, "places": self.options.places, "days": self.options.days}
        told["delay"] = str(self.options.delay) if self.options.delay else ""
        asked = {"names": self.options.with_names, "provenance": self.options.provenance}
        return self.view.query(**told, **{name: "yes" if yes else None for name, yes in asked.items()})


@router.get("/export", response_class=HTMLResponse)
def export_page(request: Request) -> HTMLResponse:
    """The choices, and what the file would hold and leave out."""
    order = parse_order(request.query_params)
    check_names(request, order)
    selection = select(store_of(request), order)
    with tempfile.TemporaryDirectory() as folder:
        done = _write(order, selection, Path(folder))
        first = done.paths[0]
        preview = first.read_text(encoding="utf-8")[:PREVIEW] if first.suffix in READABLE else ""
        files = [(path.name, path.stat().st_size) for path in (*done.paths, done.manifest)]
    values = {"order": order, "done": done, "files": files, "preview": preview, "formats": list_forms(), "review": REVIEW}
    values["may_names"] = who(request).may("names")
    return render(request, "export.html", values)


@router.get("/export/files")
def export_files(request: Request) -> Response:
    """Files and manifest in one ZIP archive; the audit log has its entry before the first byte leaves."""
    order, store = parse_order(request.query_params), store_of(request)
    check_names(request, order)
    with tempfile.TemporaryDirectory() as folder:
        selection = select(store, order)
        done = _write(order, selection, Path(folder))
        told = tell_choices(order.options, dict(selection.filters))
        log_export(
            store,
            who=who(request).name,
            format=order.exporter,
            manifest=done.manifest,
            counts={"incidents": done.incidents},
            told=told,
        )
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in (*done.paths, done.manifest):
                archive.write(path, path.name)
    headers = {"Content-Disposition": f'attachment; filename="crossread-{order.format}.zip"'}
    return Response(packed.getvalue(), media_type="application/zip", headers=headers)


def list_forms() -> list[str]:
    """What a visitor may choose: every format, and a dossier as Markdown, too."""
    return sorted([*export_formats(), MARKDOWN])


def check_names(request: Request, order: Order) -> None:
    """Words that may name a victim are shown and given only to those who may have them."""
    if order.options.with_names:
        check_may(request, "names")


def parse_order(query: Mapping[str, str]) -> Order:
    """The order of a query string; names of victims are left out and only accepted incidents taken unless asked otherwise."""
    chosen = query.get("format", "csv")
    if chosen not in list_forms():
        raise ExportError("There is no such format.", expected=", ".join(list_forms()), found=chosen)
    review = query.get("review", REVIEW[0])
    if review not in REVIEW:
        raise ExportError("Unknown choice of incidents.", expected=", ".join(REVIEW), found=review)
    options = ExportOptions(
        places=query.get("places", "as_read"),
        days=query.get("days", "as_read"),
        delay=parse_delay(query.get("delay", "").strip()),
        with_names=query.get("names") == "yes",
        provenance=query.get("provenance") == "yes",
    )
    return Order(view=parse_view(query), format=chosen, review=review, options=options)


def parse_delay(told: str) -> int:
    """The days of the delay, none where nothing is typed."""
    if not told:
        return 0
    if not (told.isascii() and told.isdigit() and len(told) <= len(str(LONGEST_DELAY))):
        raise ExportError(
            "The delay is no number of days.",
            expected=f"a whole number, 0 to {LONGEST_DELAY}",
            found=told,
            next_step="Change it and ask again.",
        )
    return int(told)


def select(store: Store, order: Order) -> Selection:
    """The incidents of the order with every claim and report they rest on; what review holds back is told as left out."""
    found = list(store.iter_incidents(order.view.where))
    kept = found if order.review == "all" else _accepted(store, found)
    ids = dict.fromkeys(account.document_id for incident in kept for account in incident.accounts)
    documents = tuple(store.get_document(name) for name in ids)
    made = (row for name in ids for row in store.iter_claims(ClaimFilter(document_id=name, current=True)))
    claims, decided = correct_for_export(store, made)
    wording = tuple(row for name in ids for _, row in store.iter_wording(name, current=True))
    held = LeftOut(what="incidents", reason="nobody has accepted them yet", count=len(found) - len(kept))
    return Selection(
        incidents=tuple(kept),
        claims=claims,
        documents=documents,
        wording=wording,
        filters={**order.view.given, "review": order.review},
        left_out=(held,) if held.count else (),
        judgements=decided,
        changes=tell_changes(store, decided),
    )


def _accepted(store: Store, found: list[Incident]) -> list[Incident]:
    """Those that people accepted; of them none that has nothing but dismissed claims since."""
    states = store.incident_states()
    return [row for row in found if states.get(row.id) == ACCEPTED and row.grade != "discounted"]


def _write(order: Order, selection: Selection, folder: Path) -> Exported:
    path = folder / file_name(order.exporter, "crossread")
    if order.format == MARKDOWN:
        path = path.with_suffix(".md")
    return export_incidents(order.exporter, path, selection=selection, options=order.options)
