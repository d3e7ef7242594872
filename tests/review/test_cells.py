"""Marks of the map: nothing is lost, nothing is drawn more exactly than it is told."""

from __future__ import annotations

import numpy as np
import pytest

from crossread.gazetteer import Circle, Gazetteer
from crossread.gazetteer.circles import LEAST, draw_circles
from crossread.review.cells import PRECISIONS, make_picture
from crossread.review.columns import Columns, make_columns
from crossread.store import Box, Sight


def sight(number: int, **told: object) -> Sight:
    """An incident somewhere in Mopti, unless told otherwise."""
    plain = {
        "id": f"inc_{number}",
        "type": "bombing",
        "grade": "weak",
        "country": "ML",
        "earliest": None,
        "latest": None,
        "day_precision": None,
        "place": "Mopti",
        "longitude": -4.19,
        "latitude": 14.49,
        "place_precision": "exact",
        "accounts": 1,
        "disagreements": 0,
        "tags": (),
    }
    return Sight(**{**plain, **told})  # type: ignore[arg-type]


def columns_of(*sights: Sight) -> Columns:
    return make_columns(sights, {})


def everything(columns: Columns) -> np.ndarray:
    return np.ones(len(columns.ids), dtype=bool)


def scattered(count: int) -> Columns:
    """Incidents at random places of the world, of all precisions, the same each time."""
    random = np.random.default_rng(7)
    precisions = (*PRECISIONS, "country", "unknown")
    return columns_of(
        *(
            sight(
                i,
                longitude=float(random.uniform(-180, 180)),
                latitude=float(random.uniform(-85, 85)),
                place=f"place {i}",
                place_precision=precisions[i % len(precisions)],
            )
            for i in range(count)
        ),
        sight(count, longitude=None, latitude=None, place=None, place_precision=None, country=None),
    )


@pytest.mark.parametrize("zoom", [0.0, 3.5, 9.0])
def test_every_incident_is_drawn_or_counted_once(zoom: float) -> None:
    """Marks, countries and what stands nowhere together are the selection."""
    columns = scattered(600)
    picture = make_picture(columns, everything(columns), zoom=zoom)
    assert sum(cell.count for cell in picture.cells) == 400
    assert picture.countries == {"ML": 100}
    assert (picture.nowhere, picture.unplaced) == (101, 1)
    assert {cell.precision for cell in picture.cells} == set(PRECISIONS)


def test_marks_part_as_one_comes_closer() -> None:
    """Two towns 40 km apart are one mark from afar, which names no place, and two from near, each with its name."""
    columns = columns_of(sight(1), sight(2), sight(3, place="Sévaré", longitude=-3.8, latitude=14.53))
    (far,) = make_picture(columns, everything(columns), zoom=2).cells
    assert (far.count, far.places, far.name) == (3, 2, None)
    assert far.stretch == (-4.19, 14.49, -3.8, 14.53)
    near = make_picture(columns, everything(columns), zoom=8).cells
    assert [(cell.name, cell.count, cell.longitude) for cell in near] == [("Mopti", 2, -4.19), ("Sévaré", 1, -3.8)]


def test_a_region_is_never_part_of_a_dot() -> None:
    """The same point told as a town, "near", an area and a region is four marks at every zoom."""
    columns = columns_of(*(sight(i, place_precision=told) for i, told in enumerate(PRECISIONS)))
    for zoom in (0, 4, 10):
        assert sorted(cell.precision for cell in make_picture(columns, everything(columns), zoom=zoom).cells) == sorted(
            PRECISIONS
        )


def test_only_what_is_in_sight_is_sent_but_the_extent_is_of_all() -> None:
    """The window of the map bounds the marks, not the counts beside them."""
    columns = columns_of(sight(1), sight(2, longitude=44.2, latitude=15.3, place="Sanaa"))
    picture = make_picture(columns, everything(columns), zoom=5, bounds=Box(west=40, south=10, east=50, north=20))
    assert [cell.name for cell in picture.cells] == ["Sanaa"]
    assert picture.extent == (-4.19, 14.49, 44.2, 15.3)
    across = make_picture(columns, everything(columns), zoom=5, bounds=Box(west=170, south=0, east=0, north=20))
    assert [cell.name for cell in across.cells] == ["Mopti"]


def test_an_empty_selection_has_an_empty_map() -> None:
    """No store and no match are no error."""
    for columns in (columns_of(), columns_of(sight(1))):
        picture = make_picture(columns, np.zeros(len(columns.ids), dtype=bool), zoom=3)
        assert (picture.cells, picture.countries, picture.nowhere, picture.extent) == ((), {}, 0, None)


def test_a_region_is_drawn_as_far_as_it_reaches() -> None:
    """One mark for each region with its circle, whatever the zoom, also where its middle is out of sight; a region of unknown
    reach stays a cloud. A namesake in another country is another region."""
    told = {"place_precision": "admin1"}
    columns = columns_of(
        sight(1, **told),
        sight(2, longitude=-3.9, **told),
        sight(3, place="Taoudénit", **told),
        sight(4, country="XX", **told),
        sight(5),
    )
    circle = Circle(latitude=14.35, longitude=-4.2, radius_km=117.0)
    reach = {("ML", "Mopti"): circle}
    away = Box(west=-5.5, south=13, east=-5, north=14)
    for zoom, bounds in ((1.0, None), (9.0, away)):
        picture = make_picture(
            columns, everything(columns), zoom=zoom, bounds=bounds, reach=lambda land, name: reach.get((land, name))
        )
        (region,) = [cell for cell in picture.cells if cell.radius_km]
        assert (region.name, region.count, region.radius_km, region.longitude) == ("Mopti", 2, 117.0, -4.2)
        assert sum(cell.count for cell in picture.cells) == (5 if bounds is None else 2)


def test_the_gazetteer_knows_how_far_a_region_reaches() -> None:
    """The circle of Mopti lies in Mali and is neither a dot nor a country; a region of hardly any known place has none."""
    gazetteer = Gazetteer.open()
    mopti = gazetteer.circle("ML", "Mopti")
    assert mopti
    assert 60 < mopti.radius_km < 250
    assert -6 < mopti.longitude < -2
    assert 13 < mopti.latitude < 16
    assert gazetteer.circle("ML", "Taoudénit") is None
    assert gazetteer.circle("ML", "no such region") is None


def test_a_circle_holds_four_fifths_and_crosses_the_date_line() -> None:
    """The farthest fifth, where namesakes elsewhere are, does not draw the circle out; at 180° a region stays in one piece."""
    rows = [("FJ", "Northern", -16.5, longitude) for longitude in (179.6, 179.8, -179.9, -179.7, 12.0)]
    circle = draw_circles([*rows, *(("FJ", "Small", -17.0, 178.0) for _ in range(LEAST - 1))])
    assert list(circle) == [("FJ", "Northern")]
    found = circle["FJ", "Northern"]
    assert abs(found.longitude) > 179
    assert found.radius_km < 60
