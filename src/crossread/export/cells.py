"""One value as one cell of a table: unknown is empty, a number stays a number, and no text becomes a formula."""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.codebook.table_cells import guard_formula, unguard_formula

Cell = str | int | float | bool | date | list[str] | None

__all__ = ["Cell", "guard_formula", "to_flat", "to_typed", "unguard_formula", "write_safe"]

LIST_JOINT = "; "

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def write_safe(text: str) -> str:
    """The text without lone surrogates, which no UTF-8 file can hold; each becomes U+FFFD."""
    return _LONE_SURROGATE.sub("�", text)


def to_flat(value: Cell) -> str | int | float | bool | date | None:
    """The value for formats without lists: lists joined, texts guarded. An empty list or text is an empty cell."""
    if isinstance(value, list):
        value = LIST_JOINT.join(value)
    if isinstance(value, str):
        return guard_formula(write_safe(value)) or None
    return value


def to_typed(value: Cell) -> Cell:
    """The value for formats with types of their own: lists stay lists, texts stay as they are."""
    if isinstance(value, list):
        return [write_safe(item) for item in value]
    return write_safe(value) if isinstance(value, str) else value
