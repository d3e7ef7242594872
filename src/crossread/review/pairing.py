"""The best one-to-one pairing of two lists: how many of their items are the same, and which is which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def best_pairs(grid: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The rows and columns of the pairing whose values sum to the most; no row or column twice, as many as fit.

    The Hungarian method with potentials, in the cube of the longer side: a report has tens of claims, not thousands.
    """
    if not grid or not grid[0]:
        return []
    if len(grid) > len(grid[0]):
        turned = [[row[column] for row in grid] for column in range(len(grid[0]))]
        return sorted((row, column) for column, row in best_pairs(turned))
    width = len(grid[0])
    row_price, column_price = [0.0] * (len(grid) + 1), [0.0] * (width + 1)
    holder = [0] * (width + 1)  # the row that holds each column; both count from 1, 0 is none
    for row in range(1, len(grid) + 1):
        _give_column(grid, row, holder=holder, prices=(row_price, column_price))
    return sorted((row - 1, column - 1) for column, row in enumerate(holder) if row and column)


def _give_column(
    grid: Sequence[Sequence[float]], row: int, *, holder: list[int], prices: tuple[list[float], list[float]]
) -> None:
    """Find the row a column, and others new ones where that is dearer for nobody."""
    row_price, column_price = prices
    width = len(column_price) - 1
    holder[0], at = row, 0
    slack, came_from, seen = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    while holder[at]:
        seen[at] = True
        here, least, best = holder[at], float("inf"), 0
        for column in range(1, width + 1):
            if seen[column]:
                continue
            cost = -grid[here - 1][column - 1] - row_price[here] - column_price[column]
            if cost < slack[column]:
                slack[column], came_from[column] = cost, at
            if slack[column] < least:
                least, best = slack[column], column
        for column in range(width + 1):
            if seen[column]:
                row_price[holder[column]] += least
                column_price[column] -= least
            else:
                slack[column] -= least
        at = best
    while at:
        holder[at], at = holder[came_from[at]], came_from[at]


def count_paired(first: Sequence[A], second: Sequence[B], same: Callable[[A, B], bool]) -> int:
    """The largest number of one-to-one pairs that are the same."""
    grid = [[1.0 if same(a, b) else 0.0 for b in second] for a in first]
    return sum(grid[a][b] > 0 for a, b in best_pairs(grid))


def count_shared(first: Sequence[A], second: Sequence[A]) -> int:
    """How many items two bags share."""
    rest, found = list(second), 0
    for item in first:
        if item in rest:
            rest.remove(item)
            found += 1
    return found
