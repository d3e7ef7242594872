"""Places and days written less exactly than they were read, to protect people whom the exact ones would give away."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from crossread.export.content import ExportOptions, Selection
from crossread.records import Claim, DateWindow, Document, Incident, Place, Slot

WITHHELD = "[withheld]"
_FINER_THAN_MONTH = ("day", "days", "week")
_FINER_THAN_ADMIN1 = ("exact", "near", "area")


def coarsen(selection: Selection, options: ExportOptions) -> Selection:
    """The selection with places and days no finer than asked.

    The words for them are withheld too, and so are summaries, titles, addresses and file names, because they tell the
    place or the day again.
    """
    if not options.is_coarse:
        return selection
    return Selection(
        incidents=tuple(_coarse_incident(incident, options) for incident in selection.incidents),
        claims=tuple(_coarse_claim(claim, options) for claim in selection.claims),
        documents=tuple(_coarse_document(document, options) for document in selection.documents),
        filters=selection.filters,
        left_out=selection.left_out,
    )


def _coarse_incident(incident: Incident, options: ExportOptions) -> Incident:
    hidden = _hidden_severities(options)
    disagreements = tuple(
        replace(row, sentence=WITHHELD, readings=tuple(replace(r, text=WITHHELD) for r in row.readings))
        if row.severity in hidden
        else replace(row, sentence=WITHHELD)
        for row in incident.disagreements
    )
    return replace(
        incident,
        when=coarse_window(incident.when, options.days),
        where=coarse_place(incident.where, options.places),
        disagreements=disagreements,
        summary=WITHHELD,
    )


def _hidden_severities(options: ExportOptions) -> set[str]:
    hidden = {"place"} if options.places != "as_read" else set()
    return hidden | ({"date"} if options.days != "as_read" else set())


def _coarse_claim(claim: Claim, options: ExportOptions) -> Claim:
    when, where = claim.when, claim.where
    if when is not None and options.days != "as_read":
        when = Slot(raw=WITHHELD, value=coarse_window(when.value, options.days), score=when.score)
    if where is not None and options.places != "as_read":
        where = Slot(raw=WITHHELD, value=coarse_place(where.value, options.places), score=where.score)
    return replace(claim, when=when, where=where)


def _coarse_document(document: Document, options: ExportOptions) -> Document:
    published = document.published
    if published is not None and options.days != "as_read":
        published = published.replace(day=1)
    return replace(document, title=WITHHELD, url=None, name=None, external_id=None, published=published)


def coarse_place(place: Place | None, unit: str) -> Place | None:
    """The place as its region or country, without name and point. Coarser ones stay as they are."""
    if place is None or unit == "as_read":
        return place
    if unit == "admin1" and place.precision not in _FINER_THAN_ADMIN1:
        return place
    admin1 = place.admin1 if unit == "admin1" else None
    return Place(
        name=admin1 or place.country,
        country=place.country,
        admin1=admin1,
        gazetteer_id=None,
        latitude=None,
        longitude=None,
        precision="admin1" if admin1 else ("country" if place.country else "unknown"),
    )


def coarse_window(window: DateWindow | None, unit: str) -> DateWindow | None:
    """The window widened to whole months. Coarser ones stay as they are."""
    if window is None or unit == "as_read" or window.precision not in (*_FINER_THAN_MONTH, "unknown"):
        return window
    return DateWindow(
        earliest=window.earliest.replace(day=1) if window.earliest else None,
        latest=_month_end(window.latest) if window.latest else None,
        precision="month" if window.precision != "unknown" else "unknown",
        flags=window.flags,
    )


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
