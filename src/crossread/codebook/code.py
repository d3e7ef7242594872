"""One code of one vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossread.errors import CodebookError

REQUIRED = ("label", "definition", "example", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code: what it is called, what it means, one example, where it comes from; `extra` holds what only its kind has."""

    kind: str
    code: str
    label: str
    definition: str
    example: str
    source: str
    extra: Mapping[str, Any]


def parse_code(kind: str, code: str, table: object, where: str) -> Code:
    """The code that a TOML table tells; refuses one without label, definition, example or source."""
    if not isinstance(table, dict):
        raise CodebookError(f"{kind}.{code} is no table.", where=where, expected=f"[{kind}.{code}]", found=repr(table)[:60])
    for key in REQUIRED:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise CodebookError(
                f"{kind}.{code} has no {key}.",
                where=where,
                expected=f"{key} = a sentence, beside {', '.join(REQUIRED)}",
                found=", ".join(table) or "an empty table",
                next_step="Write the missing line into the file.",
            )
    extra = {key: value for key, value in table.items() if key not in REQUIRED}
    texts = {key: table[key] for key in REQUIRED}
    return Code(kind=kind, code=code, extra=extra, **texts)
