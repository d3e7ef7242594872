"""In which order the lines of a page are read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from crossread.read.options import load_table
from crossread.read.pdf_lines import Line, Page

_RULES = load_table("papers.toml")["layout"]
MOST_CUTS = 40  # levels of blocks within blocks; a page has 2 to 6


def order_lines(page: Page) -> list[Line]:
    """The lines in reading order: that of the file, unless it leads up and down within one column.

    Programs that set text write it in reading order. Where they did not, the page is cut along its white space, into
    blocks one below the other and columns side by side, until no cut is left.
    """
    if _jumps(page.lines) <= _RULES["upward_jumps"] * len(page.lines):
        return list(page.lines)
    return _cut(list(page.lines), MOST_CUTS)


def _jumps(lines: Sequence[Line]) -> int:
    """How often a line stands above the one before it, in the same column."""
    return sum(
        line.stands_above(before) and line.left < before.right and before.left < line.right
        for before, line in itertools.pairwise(lines)
    )


def _cut(lines: list[Line], levels: int) -> list[Line]:
    if len(lines) < 2 or levels == 0:
        return sorted(lines, key=lambda line: (-line.top, line.left))
    columns = _split(sorted(lines, key=lambda line: line.left), sideways=True)
    parts = columns if len(columns) > 1 else _split(sorted(lines, key=lambda line: -line.top), sideways=False)
    if len(parts) == 1:
        return sorted(lines, key=lambda line: (-line.top, line.left))
    return [line for part in parts for line in _cut(part, levels - 1)]


def _split(lines: list[Line], *, sideways: bool) -> list[list[Line]]:
    """The lines, sorted in one direction, parted where white space goes right through."""
    parts = [[lines[0]]]
    reach = lines[0].right if sideways else -lines[0].bottom
    for line in lines[1:]:
        start, end = (line.left, line.right) if sideways else (-line.top, -line.bottom)
        space = _RULES["column_gap"] * line.height if sideways else 0.0
        if start > reach + space:
            parts.append([])
        parts[-1].append(line)
        reach = max(reach, end)
    return parts
