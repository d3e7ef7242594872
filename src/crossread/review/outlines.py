"""Outlines of countries for the map: Natural Earth (public domain) as packed by world-atlas, drawn offline.

`countries-50m.json` is TopoJSON: arcs as differences of whole numbers, rings as lists of arcs, ~n for arc n backwards.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "countries-50m.json"
Ring = list[tuple[float, float]]
Window = tuple[float, float, float, float]


def draw_outlines(window: Window, at: Callable[[float, float], tuple[float, float]], *, least: float = 0.6) -> str:
    """The SVG path of all countries that reach into the window (west, east, south, north); points nearer than `least` units of
    the picture to the one before are left out."""
    west, east, south, north = window
    parts: list[str] = []
    for box, ring in _rings():
        if box[0] > east or box[1] < west or box[2] > north or box[3] < south:
            continue
        parts.append(_path(ring, at, least))
    return "".join(parts)


def _path(ring: Ring, at: Callable[[float, float], tuple[float, float]], least: float) -> str:
    points: list[str] = []
    last = (float("inf"), float("inf"))
    for x, y in ring:
        here = at(x, y)
        if abs(here[0] - last[0]) + abs(here[1] - last[1]) >= least:
            points.append(f"{here[0]:g} {here[1]:g}")
            last = here
    return f"M{'L'.join(points)}Z" if len(points) > 2 else ""


@cache
def _rings() -> tuple[tuple[Window, Ring], ...]:
    topology = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        for numbers in _polygons(geometry):
            ring = _join(numbers, arcs)
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            found.append(((min(xs), max(xs), min(ys), max(ys)), ring))
    return tuple(found)


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _polygons(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The arc numbers of each ring."""
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def _join(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring
