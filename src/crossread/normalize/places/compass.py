"""Rough centres of compass regions: "southern Thailand" is the southern third of where Thailand's places lie."""

from __future__ import annotations

from crossread.gazetteer import Gazetteer, GazetteerPlace

THIRD = 1 / 3  # how far from the middle to the edge the centre of "the north" is set, as a share of the box
SMALL_DEGREES = 0.3  # an area without a box of its own is taken to reach so far


def compass_point(gazetteer: Gazetteer, place: GazetteerPlace, adjective: str) -> tuple[float, float]:
    """The rough centre of the `adjective` part of a country or region, degrees, one decimal."""
    up = ("north" in adjective) - ("south" in adjective)
    right = ("east" in adjective) - ("west" in adjective)
    box = gazetteer.extent(place.country, place.admin1) if place.country and place.kind in ("country", "admin1") else None
    height = box.north - box.south if box else 2 * SMALL_DEGREES
    width = box.east - box.west if box else 2 * SMALL_DEGREES
    middle = ((box.north + box.south) / 2, (box.east + box.west) / 2) if box else (place.latitude, place.longitude)
    latitude = max(-90.0, min(90.0, middle[0] + up * THIRD * height))
    longitude = max(-180.0, min(180.0, middle[1] + right * THIRD * width))
    point = (round(latitude, 1), round(longitude, 1))
    return point if point != (0.0, 0.0) else (0.0, 0.1)
