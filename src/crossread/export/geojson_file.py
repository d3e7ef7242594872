"""GeoJSON (RFC 7946) for maps: one point per incident that has one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from crossread.export.cells import to_typed
from crossread.export.content import MOST_IDS, LeftOut
from crossread.export.job import Job
from crossread.export.tables import Row, Table
from crossread.registry import register

NO_POINT = "no coordinates: the place was not told or not resolved"
POINTS_TAKEN_OUT = "no coordinates: places are written no finer than asked, and a map needs points"


@register("exporters", "geojson@1")
def write_geojson(job: Job) -> tuple[LeftOut, ...]:
    """One feature per incident with coordinates. The others cannot stand on a map: they are named as left out."""
    incidents = job.tables["incidents"]
    features = [_feature(row, incidents) for row in incidents.rows if row["latitude"] is not None]
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1)
    job.staging.stage(job.path).write_text(text + "\n", encoding="utf-8")
    without = tuple(str(row["id"]) for row in incidents.rows if row["latitude"] is None)
    if not without:
        return ()
    reason = NO_POINT if job.options.keeps_points else POINTS_TAKEN_OUT
    return (LeftOut(what="incidents", reason=reason, count=len(without), ids=without[:MOST_IDS]),)


def _feature(row: Row, table: Table) -> dict[str, Any]:
    names = [column.name for column in table.columns if column.name not in ("latitude", "longitude")]
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
        "properties": {name: _json_value(to_typed(row[name])) for name in names},
    }


def _json_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
