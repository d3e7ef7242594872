"""What an export leaves in the audit log: who took what, how coarse, with or without names, and the hash of its manifest."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from crossread.export import ExportOptions
from crossread.store import Store

EXPORT = "export"


def log_export(
    store: Store, *, who: str, format: str, manifest: Path, counts: dict[str, int], told: dict[str, Any] | None = None
) -> None:
    """Write the entry of an export whose files are ready. The manifest's hash stands for all files: it lists theirs."""
    seal = hashlib.sha256(manifest.read_bytes()).hexdigest()
    store.audit.add(
        who=who, action=EXPORT, subject=manifest.name, detail={"format": format, **counts, **(told or {}), "manifest": seal}
    )


def tell_choices(options: ExportOptions, filters: dict[str, str]) -> dict[str, Any]:
    """What was asked of an export, without what nobody asked for."""
    told: dict[str, Any] = {"with_names": options.with_names, "places": options.places, "days": options.days}
    told |= {"delay": options.delay} if options.delay else {}
    return {**told, "filters": filters} if filters else told
