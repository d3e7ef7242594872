"""The answer of a news service saved as one JSON object: its rows stand in a list within, their values in further objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_HOLDER = "fields"  # what a row has around its columns, beside its id and score
_NAMES = ("name", "title", "original", "created", "value", "code")  # values that stand for their object, the surest first
LONGEST_NOTE = (
    150  # characters of a text in an answer about itself; an object with a longer one is a report with a list beside it
)
_LANGUAGE = ("code", "name")


def find_rows(answer: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The rows of an answer: the longest list of objects right within it; None where there is none.

    "date": {"created": …, "original": …} becomes the day of the original, "source": [{"name": …}] the names, so that such
    columns can be mapped as those of a table.
    """
    if any(isinstance(value, str) and len(value) > LONGEST_NOTE for value in answer.values()):
        return None
    lists = [
        value for value in answer.values() if isinstance(value, list) and value and all(isinstance(row, dict) for row in value)
    ]
    if not lists:
        return None
    return [_flat(row) for row in max(lists, key=len)]


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    held = row.get(_HOLDER)
    columns = (
        {**{name: value for name, value in row.items() if name != _HOLDER}, **held} if isinstance(held, dict) else dict(row)
    )
    flat = {name: _value_of(name, value) for name, value in columns.items()}
    if flat.get("external_id") is None and flat.get("id") is not None:
        flat["external_id"] = flat["id"]
    return flat


def _value_of(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return next(
            (value[key] for key in (_LANGUAGE if name == "language" else _NAMES) if isinstance(value.get(key), str)), None
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        told = [_value_of(name, one) for one in value]
        return "; ".join(str(one) for one in told if one is not None) or None
    return value
