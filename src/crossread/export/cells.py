"""One value as one cell of a table: unknown is empty, a number stays a number, and no text becomes a formula."""

from __future__ import annotations

import re
from datetime import date

Cell = str | int | float | bool | date | list[str] | None

LIST_JOINT = "; "

# What a spreadsheet takes for the start of a formula when it opens a CSV file (OWASP, "CSV Injection"). Apostrophes before it
# are part of the pattern so that the guard can be taken off again without doubt.
_FORMULA_START = re.compile(r"'*[=+\-@\t\r]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def guard_formula(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could run it as a formula, else unchanged."""
    return f"'{text}" if _FORMULA_START.match(text) else text


def unguard_formula(text: str) -> str:
    """The reverse of `guard_formula`, for whoever reads a CSV or XLSX file back."""
    return text[1:] if text.startswith("'") and _FORMULA_START.match(text[1:]) else text


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
