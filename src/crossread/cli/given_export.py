"""A table of an export that comes back changed: what its manifest, if it still lies beside it, says against taking it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.errors import RecordError

if TYPE_CHECKING:
    from crossread.store import Store

CAUTIONS = ("places", "days")
AS_READ = "as_read"


def read_manifest(path: Path, name: str) -> dict[str, Any]:
    """The manifest of the export whose table of this name lies at the path; nothing where there is none that can be read."""
    stem, mark, _ = path.name.rpartition(f".{name}.")
    if not mark:
        return {}
    try:
        found = json.loads(path.with_name(f"{stem}{path.suffix}.manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def refuse_coarse(path: Path, manifest: dict[str, Any]) -> None:
    """Refuse a table whose days or places were made coarser: each of them would be taken for a correction."""
    options = manifest.get("options") or {}
    coarse = [f"{name} {options[name]}" for name in CAUTIONS if options.get(name, AS_READ) != AS_READ]
    if coarse:
        raise RecordError(
            "This table was exported with less than was read, and what is missing would be taken for corrected.",
            where=str(path),
            expected="a table exported without --places and --days",
            found=", ".join(coarse),
            next_step="Export it again without them, and change that one.",
        )


def count_since(store: Store, manifest: dict[str, Any]) -> int:
    """How many corrections people made since the table was exported: cells that still have what stood there undo them."""
    try:
        made = datetime.fromisoformat(str(manifest.get("made_at")))
        return sum(row.kind == "correct" and row.made_at > made for row in store.iter_judgements(standing=True))
    except (ValueError, TypeError):
        return 0
