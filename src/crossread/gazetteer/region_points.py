"""Where regions lie: their centres, populations and boxes, from the settlements in them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

CELL = 0.2  # degrees; a region's centre is the mean of the cells its places fill, so that one big city does not pull it

Region = tuple[str, str]


def measure_regions(
    settlements: list[dict[str, Any]], regions: dict[Region, tuple[str, str]]
) -> tuple[dict[Region, tuple[float, float]], dict[Region, int], dict[Region, tuple[float, float, float, float]]]:
    """Centre and population of each region, and the boxes of countries and regions, from the settlements in them."""
    cells: dict[Region, set[tuple[int, int]]] = defaultdict(set)
    populations: dict[Region, int] = defaultdict(int)
    for row in settlements:
        cell = (round(row["latitude"] / CELL), round(row["longitude"] / CELL))
        key = (row["countrycode"], row["admin1code"])
        populations[key] += row["population"]
        cells[key].add(cell)
    points = {key: _mean(members) for key, members in cells.items()}
    boxes: dict[Region, set[tuple[int, int]]] = defaultdict(set)
    for key, members in cells.items():
        boxes[key[0], ""] |= members
        if key in regions:
            boxes[key[0], regions[key][0]] |= members
    return points, populations, {key: _box(members) for key, members in boxes.items()}


def _mean(members: set[tuple[int, int]]) -> tuple[float, float]:
    return tuple(round(CELL * sum(cell[axis] for cell in members) / len(members), 2) for axis in (0, 1))  # type: ignore[return-value]


def _box(members: set[tuple[int, int]]) -> tuple[float, float, float, float]:
    rows, columns = (sorted(CELL * cell[axis] for cell in members) for axis in (0, 1))
    low, high = int(0.05 * (len(rows) - 1)), int(0.95 * (len(rows) - 1))
    return rows[low], columns[low], rows[high], columns[high]
