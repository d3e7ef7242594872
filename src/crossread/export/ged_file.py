"""UCDP-GED-shaped CSV: deadly incidents between organised sides or against civilians, with best, low and high."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from crossread.codebook import load_codebook, load_shape
from crossread.export.content import LeftOut
from crossread.export.ged_dead import dead_cells
from crossread.export.incident_rows import is_conflict
from crossread.export.job import Job
from crossread.export.lookup import once
from crossread.export.row_kept import with_kept
from crossread.export.shape_actors import SideActor, find_sides
from crossread.export.shape_facts import (
    YEAR,
    Days,
    NotHeldError,
    Spot,
    check_kind,
    count_dead,
    find_days,
    find_spot,
)
from crossread.export.shape_file import Making, Row, documents_of, name_sources, say_not_stated, write_shape
from crossread.records import Document, Incident
from crossread.records.roles import SIDE_ROLES
from crossread.registry import register

STATE, NON_STATE, ONE_SIDED = 1, 2, 3
AT_HOME = ("state_forces", "police")  # what is the government of the country it was in
WHERE_PRECISION = {"exact": 1, "near": 2, "area": 5, "admin1": 4, "country": 6}
# The longest range of days for each precision of that form: a day, 2-6 days, a week, 8-30 days or a month, a year.
DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4), (YEAR, 5))
# Bits of the row's number, which is a hash of the incident's id: as many as every program keeps exactly. A spreadsheet keeps 15
# digits, and makes one id of two that differ in the sixteenth.
_ID_BITS = 49
_CIVILIANS = "Civilians"


@register("exporters", "ged@1")
def write_ged(job: Job) -> tuple[LeftOut, ...]:
    """One row for each incident with dead. The data set's own numbers for conflicts, dyads and actors stay blank."""
    return write_shape(job, load_shape("ged"), ged_row)


def ged_row(incident: Incident, making: Making) -> Row:
    """The row of one incident; `NotHeldError` with the reason where the form cannot hold it."""
    if not is_conflict(incident):
        raise NotHeldError("no conflict: an accident, no hostile act is told")
    check_kind(incident, making.lookup)
    dead = count_dead(incident, making.lookup, making.shape)
    if dead is None or dead.high == 0:
        raise NotHeldError("nobody killed: the form holds incidents with at least one death in best, low or high")
    days, spot = find_days(incident), find_spot(incident, is_coarse=making.is_coarse)
    sides = _who(incident, making, spot)
    row: Row = {
        "id": int.from_bytes(hashlib.sha256(incident.id.encode()).digest()[:8]) >> (64 - _ID_BITS),
        "relid": incident.id,
        "year": days.first.year,
        **sides,
        **_sources(incident, making),
        **_where(spot),
        "event_clarity": 1,
        **_when(days),
        **dead_cells(incident, making, dead, {name: str(sides[name]) for name in SIDE_ROLES}),
    }
    return with_kept(row, incident, making)


def _who(incident: Incident, making: Making, spot: Spot) -> Row:
    sides = find_sides(incident, making.lookup)
    if not sides.first or not sides.second:
        raise NotHeldError("no two sides: the form needs who did it and who suffered it")
    first, second = sides.first[0], sides.second[0]
    kinds = [load_codebook().ucdp_side(actor.type) for actor in (first, second)]
    if kinds[0] == "civilians" and kinds[1] != "civilians":
        first, second, kinds = second, first, kinds[::-1]
    if kinds[0] not in ("government", "organised"):
        raise NotHeldError("no organised actor: who did it is not known as an organised side")
    violence = _violence(kinds)
    if violence == STATE and (kinds[0] != "government" or second.type in AT_HOME):
        first, second = second, first
    names = _side_name(first, spot), _CIVILIANS if violence == ONE_SIDED else _side_name(second, spot)
    if names[0] == names[1]:
        raise NotHeldError(f"one side only: {names[0]} would stand on both sides of the dyad")
    states = [spot.country.gw if actor.type in AT_HOME and violence != NON_STATE else None for actor in (first, second)]
    return {
        "type_of_violence": violence,
        "dyad_name": " - ".join(names),
        "side_a": names[0],
        "side_b": names[1],
        "gwnoa": states[0] or "",
        "gwnob": (states[1] or "") if violence != ONE_SIDED else "",
    }


def _violence(kinds: Sequence[str]) -> int:
    if kinds[1] == "civilians":
        return ONE_SIDED
    if kinds[1] == "none":
        raise NotHeldError("no organised actor: the other side is neither organised nor civilians")
    return STATE if "government" in kinds else NON_STATE


def _side_name(actor: SideActor, spot: Spot) -> str:
    if actor.type in AT_HOME:
        return f"Government of {spot.country.ged_name or spot.country.name}"
    if actor.name is None:
        raise NotHeldError("no name: a side is told without the name of its group")
    return actor.name


def _sources(incident: Incident, making: Making) -> Row:
    documents = documents_of(incident, making.lookup)
    claims = [making.lookup.claim(account.claim_id) for account in incident.accounts]
    speakers = once(speaker.name or speaker.raw for claim in claims for speaker in claim.speakers)
    titles = [document.title or "" for document in documents]
    return {
        "number_of_sources": incident.independent_sources,
        "source_article": "; ".join(_article(d, t) for d, t in zip(documents, titles, strict=True)),
        "source_office": "; ".join(name_sources(documents, making.lookup)),
        "source_date": "; ".join(once(d.published.isoformat() for d in documents if d.published)),
        "source_headline": "; ".join(once(title for title in titles if title)),
        "source_original": "; ".join(speakers),
    }


def _article(document: Document, title: str) -> str:
    parts = (document.source or say_not_stated(document), document.published.isoformat() if document.published else "", title)
    return '"' + ",".join(part.replace('"', "'") for part in parts) + '"'


def _where(spot: Spot) -> Row:
    near = {"near": f"near {spot.name}", "area": f"in the area of {spot.name}"}
    return {
        "where_prec": WHERE_PRECISION[spot.precision],
        "where_coordinates": spot.name,
        "where_description": near.get(spot.precision, ""),
        "adm_1": spot.admin1 or "",
        "latitude": f"{spot.latitude:.6f}".rstrip("0").rstrip("."),
        "longitude": f"{spot.longitude:.6f}".rstrip("0").rstrip("."),
        "geom_wkt": f"POINT ({spot.longitude:.6f} {spot.latitude:.6f})",
        "priogrid_gid": _grid_cell(spot),
        "country": spot.country.ged_name or spot.country.name,
        "country_id": spot.country.gw or "",
        "region": spot.country.ged or "",
    }


def _grid_cell(spot: Spot) -> int:
    """The cell of a grid of half degrees: 720 to a row, rows from the south, both counted from the edge."""
    row, column = min(int((spot.latitude + 90) * 2), 359), min(int((spot.longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _when(days: Days) -> Row:
    precision = next((code for most, code in DATE_PRECISION if days.count <= most), None)
    if precision is None:
        raise NotHeldError("date too coarse: known no closer than a year, which the form does not record")
    start, end = (f"{day.isoformat()} 00:00:00.000" for day in (days.first, days.last))
    return {"date_prec": precision, "date_start": start, "date_end": end}
