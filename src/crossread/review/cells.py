"""The map of a selection: places that share a cell of the screen are one mark, each precision by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.gazetteer import Circle
from crossread.review.columns import Columns, Real
from crossread.store import Box
from crossread.store.incident_filter import NOT_TOLD

# How wide the stretch of the screen is, in CSS pixels, that one mark of each precision stands for: as wide as the mark is,
# so that two do not hide each other. A region that is drawn as far as it reaches stands for itself.
CELLS = {"exact": 34.0, "near": 34.0, "area": 60.0, "admin1": 90.0}
REGION = "admin1"
TILE = 512.0  # pixels of the whole world at zoom 0, as the map draws it
PRECISIONS = tuple(CELLS)
Reach = Callable[[str, str], Circle | None]
_FLATTEST = 85.0  # degrees; the poles are at no height of this projection


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Incidents drawn as one mark: its middle, the stretch it stands for (west, south, east, north), how exactly their
    places are told, how many there are, of how many places, and the name where it is one place. A region whose reach is known
    is one mark, `radius_km` wide about its middle."""

    longitude: float
    latitude: float
    stretch: tuple[float, float, float, float]
    precision: str
    count: int
    places: int
    name: str | None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The marks within the asked stretch.

    `countries` counts incidents of which only the country is told, `nowhere` those that have no coordinates for another reason,
    `unplaced` of these the ones of which no place is told at all; `extent` holds all places of the selection, None if there is
    none.
    """

    cells: tuple[Cell, ...]
    countries: dict[str, int]
    nowhere: int
    unplaced: int
    extent: tuple[float, float, float, float] | None


def make_picture(
    columns: Columns, mask: NDArray[np.bool_], *, zoom: float, bounds: Box | None = None, reach: Reach | None = None
) -> Picture:
    """The map of the chosen incidents at a zoom (0 is the whole world in 512 pixels), only what lies in `bounds`.

    `reach` tells how far a region of a country reaches. Regions are drawn also where their middle lies outside.
    """
    told = mask & (columns.place_of >= 0)
    precision = np.array([_class(name) for _, name in columns.places] or [-1])[np.maximum(columns.place_of, 0)]
    drawn = told & (precision >= 0)
    countries = _by_country(columns, mask)
    inside = drawn if bounds is None else drawn & _within(columns, bounds)
    circles = _circles(columns, reach) if reach else {}
    whole = drawn & np.isin(columns.place_of, list(circles))
    return Picture(
        cells=(*_regions(columns, whole, circles), *_cells(columns, np.flatnonzero(inside & ~whole), precision, zoom)),
        countries=countries,
        nowhere=int(mask.sum() - drawn.sum()) - sum(countries.values()),
        unplaced=columns.facets["precision"].count(mask).get(NOT_TOLD, 0),
        extent=_extent(columns, np.flatnonzero(drawn)),
    )


def _circles(columns: Columns, reach: Reach) -> dict[int, Circle]:
    """The circles of the places that are regions, by number; a region of unknown reach has none."""
    regions = {i: (columns.lands[i], name) for i, (name, precision) in enumerate(columns.places) if precision == REGION}
    return {i: circle for i, region in regions.items() if (circle := reach(*region)) is not None}


def _regions(columns: Columns, mask: NDArray[np.bool_], circles: Mapping[int, Circle]) -> tuple[Cell, ...]:
    numbers, counts = np.unique(columns.place_of[mask], return_counts=True)
    counted: dict[tuple[Circle, str], int] = {}
    for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
        key = (circles[number], columns.places[number][0])
        counted[key] = counted.get(key, 0) + count
    return tuple(
        Cell(
            longitude=circle.longitude,
            latitude=circle.latitude,
            stretch=(circle.longitude, circle.latitude, circle.longitude, circle.latitude),
            precision=REGION,
            count=count,
            places=1,
            name=name or None,
            radius_km=circle.radius_km,
        )
        for (circle, name), count in sorted(counted.items(), key=lambda row: -row[0][0].radius_km)
    )


def _cells(columns: Columns, rows: NDArray[np.intp], precision: NDArray[np.int64], zoom: float) -> tuple[Cell, ...]:
    if not len(rows):
        return ()
    lon, lat, place = columns.longitude[rows], columns.latitude[rows], columns.place_of[rows]
    size = np.array(list(CELLS.values()))[precision[rows]] / (TILE * 2**zoom)
    keys = np.stack(
        [precision[rows], np.floor(_east(lon) / size).astype(int), np.floor(_south(lat) / size).astype(int)], axis=1
    )
    _, first, cell = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    cell = cell.reshape(-1)
    counts = np.bincount(cell)
    spots = np.unique(np.stack([cell, place], axis=1), axis=0)[:, 0]
    places = np.bincount(spots, minlength=len(counts))
    middle_x, middle_y = (np.bincount(cell, weights=values) / counts for values in (lon, lat))
    west, south, east, north = _edges(cell, lon, lat, len(counts))
    found = [
        Cell(
            longitude=round(float(middle_x[i]), 4),
            latitude=round(float(middle_y[i]), 4),
            stretch=(float(west[i]), float(south[i]), float(east[i]), float(north[i])),
            precision=PRECISIONS[precision[rows[first[i]]]],
            count=int(counts[i]),
            places=int(places[i]),
            name=columns.places[place[first[i]]][0] or None if places[i] == 1 else None,
        )
        for i in range(len(counts))
    ]
    return tuple(sorted(found, key=lambda row: -row.count))


def _edges(cell: NDArray[np.intp], lon: Real, lat: Real, size: int) -> tuple[Real, Real, Real, Real]:
    west, south = np.full(size, np.inf), np.full(size, np.inf)
    east, north = np.full(size, -np.inf), np.full(size, -np.inf)
    np.minimum.at(west, cell, lon)
    np.minimum.at(south, cell, lat)
    np.maximum.at(east, cell, lon)
    np.maximum.at(north, cell, lat)
    return west, south, east, north


def _by_country(columns: Columns, mask: NDArray[np.bool_]) -> dict[str, int]:
    facet = columns.facets["precision"]
    codes = [i for i, value in enumerate(facet.values) if value == "country"]
    only = np.zeros(len(mask), dtype=np.bool_)
    only[facet.incident[np.isin(facet.value, codes)]] = True
    return columns.facets["country"].count(mask & only)


def _within(columns: Columns, box: Box) -> NDArray[np.bool_]:
    east_of, west_of = columns.longitude >= box.west, columns.longitude <= box.east
    level = (columns.latitude >= box.south) & (columns.latitude <= box.north)
    return ((east_of | west_of) if box.west > box.east else (east_of & west_of)) & level


def _extent(columns: Columns, rows: NDArray[np.intp]) -> tuple[float, float, float, float] | None:
    if not len(rows):
        return None
    lon, lat = columns.longitude[rows], columns.latitude[rows]
    return float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())


def _class(precision: str) -> int:
    return PRECISIONS.index(precision) if precision in PRECISIONS else -1


def _east(longitude: Real) -> Real:
    """From 0 at 180° west to 1 at 180° east."""
    return longitude / 360 + 0.5


def _south(latitude: Real) -> Real:
    """From 0 far north to 1 far south, as Web Mercator has it."""
    slope = np.sin(np.radians(np.clip(latitude, -_FLATTEST, _FLATTEST)))
    south: Real = 0.5 - np.log((1 + slope) / (1 - slope)) / (4 * np.pi)
    return south
