"""How far regions reach, where no outline is at hand: a circle that holds most of the known places of each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from crossread.gazetteer.place import Circle

# The share of a region's places that its circle holds. The farthest are left out because the gazetteer puts some places of a
# namesake elsewhere into a region: with nine in ten the circle of Gao in Mali had a radius of 430 km, with four in five 186.
HELD = 0.8
LEAST = 5  # places; fewer say nothing about how far a region reaches
KM_PER_DEGREE = 111.2

Region = tuple[str, str]


def draw_circles(settlements: Iterable[tuple[str, str, float, float]]) -> dict[Region, Circle]:
    """The circle of every region with enough places, from rows of country, region, latitude and longitude."""
    places: dict[Region, list[tuple[float, float]]] = defaultdict(list)
    for country, admin1, latitude, longitude in settlements:
        places[country, admin1].append((latitude, longitude))
    return {region: _circle(points) for region, points in places.items() if len(points) >= LEAST}


def _circle(points: list[tuple[float, float]]) -> Circle:
    middle = median(point[0] for point in points)
    east = points[0][1]  # longitudes are counted from one of them, so that a region astride 180° is one region
    away = [(point[1] - east + 180) % 360 - 180 for point in points]
    centre = median(away)
    narrow = math.cos(math.radians(middle))
    distances = sorted(
        KM_PER_DEGREE * math.hypot(latitude - middle, (side - centre) * narrow)
        for (latitude, _), side in zip(points, away, strict=True)
    )
    return Circle(
        latitude=round(middle, 3),
        longitude=round((east + centre + 180) % 360 - 180, 3),
        radius_km=round(distances[math.ceil(HELD * len(distances)) - 1], 1),
    )
