"""Places and days written less exactly than they were read, to protect people whom the exact ones would give away."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from crossread.export.blanking import WITHHELD
from crossread.export.content import ExportOptions, Selection
from crossread.export.figures import only_figures
from crossread.records import Claim, DateWindow, Disagreement, Document, Incident, Place, Slot

_FINER_THAN_MONTH = ("day", "days", "week")
_FINER_THAN_ADMIN1 = ("exact", "near", "area")
TENTH, HIDDEN = "0.1", "hidden"
# Filters that tell the place or the day that the file does not: a search for a village names it. `text` tells either.
_TELL_PLACES = ("place", "box", "text", "actor", "source")
_TELL_DAYS = ("date_from", "date_to", "text")


def coarsen(selection: Selection, options: ExportOptions) -> Selection:
    """The selection with places and days no finer than asked.

    Free words that may tell the place or the day again are withheld too: summaries, titles, addresses, file names, the words
    for actors that the registry does not know ("villagers of Kah"; the type of actor stands in their place), groups and
    speakers.
    """
    if not options.is_coarse:
        return selection
    known = {actor.name for claim in selection.claims for actor in claim.actors if actor.registry_id and actor.name}
    return Selection(
        incidents=tuple(_coarse_incident(incident, options, known) for incident in selection.incidents),
        claims=tuple(_coarse_claim(claim, options) for claim in selection.claims),
        documents=tuple(_coarse_document(document, options) for document in selection.documents),
        filters=_coarse_filters(selection, options),
        left_out=selection.left_out,
        judgements=selection.judgements,
    )


def _coarse_incident(incident: Incident, options: ExportOptions, known: Collection[str]) -> Incident:
    return replace(
        incident,
        when=coarse_window(incident.when, options.days),
        where=coarse_place(incident.where, options.places),
        parties=tuple(party if party.name in known else replace(party, name=party.type) for party in incident.parties),
        disagreements=tuple(_coarse_disagreement(row) for row in incident.disagreements),
        grade_reason=WITHHELD,
        summary=WITHHELD,
    )


def _coarse_filters(selection: Selection, options: ExportOptions) -> dict[str, str]:
    """The filters, without the values that would tell what was made coarser."""
    hidden = set(_TELL_PLACES) if options.places != "as_read" else set()
    hidden |= {"country"} if options.places == HIDDEN else set()
    hidden |= set(_TELL_DAYS) if options.days != "as_read" else set()
    return {name: WITHHELD if name in hidden else told for name, told in selection.filters.items()}


def _coarse_disagreement(row: Disagreement) -> Disagreement:
    """Numbers stay; every other reading is words that may tell a place or a day."""
    readings = row.readings if row.severity == "number" else tuple(replace(r, text=WITHHELD) for r in row.readings)
    if row.severity == "number":
        readings = tuple(replace(r, text=only_figures(r.text)) for r in readings)
    return replace(row, sentence=WITHHELD, readings=readings)


def _coarse_claim(claim: Claim, options: ExportOptions) -> Claim:
    when, where = claim.when, claim.where
    if when is not None:
        when = Slot(raw=WITHHELD, value=coarse_window(when.value, options.days), score=when.score)
    if where is not None:
        where = Slot(raw=WITHHELD, value=coarse_place(where.value, options.places), score=where.score)
    return replace(
        claim,
        when=when,
        where=where,
        actors=tuple(actor if actor.registry_id else replace(actor, raw=actor.type, name=None) for actor in claim.actors),
        harm=tuple(replace(harm, group=None, raw=WITHHELD, speaker=harm.speaker and WITHHELD) for harm in claim.harm),
        speakers=tuple(replace(speaker, raw=WITHHELD, name=None) for speaker in claim.speakers),
    )


def _coarse_document(document: Document, options: ExportOptions) -> Document:
    published = document.published if options.days == "as_read" else None
    return replace(document, title=WITHHELD, url=None, name=None, external_id=None, published=published)


def coarse_place(place: Place | None, unit: str) -> Place | None:
    """The place as its point to a tenth of a degree, its region, its country, or nothing. Regions and countries may stay.

    Only places that are known to be a region or a country keep their name: one that could not be resolved may be a village.
    """
    if place is None or unit == "as_read":
        return place
    if unit == HIDDEN:
        return None
    if unit in (TENTH, "admin1") and place.precision in ("admin1", "country"):
        return place
    if unit == TENTH and place.precision in _FINER_THAN_ADMIN1 and place.latitude is not None and place.longitude is not None:
        return replace(
            place,
            name=None,
            gazetteer_id=None,
            latitude=round(place.latitude, 1),
            longitude=round(place.longitude, 1),
            precision="area",
        )
    unit = "admin1" if unit == TENTH else unit
    admin1 = place.admin1 if unit == "admin1" else None
    return Place(
        name=admin1,
        country=place.country,
        admin1=admin1,
        gazetteer_id=None,
        latitude=None,
        longitude=None,
        precision="admin1" if admin1 else ("country" if place.country else "unknown"),
    )


def coarse_window(window: DateWindow | None, unit: str) -> DateWindow | None:
    """The window widened to whole months; a longer one that ends within a month ("January, up to the 20th") is widened too."""
    if window is None or unit == "as_read":
        return window
    return DateWindow(
        earliest=window.earliest.replace(day=1) if window.earliest else None,
        latest=_month_end(window.latest) if window.latest else None,
        precision="month" if window.precision in _FINER_THAN_MONTH else window.precision,
        flags=window.flags,
    )


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
