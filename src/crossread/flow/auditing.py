"""What the audit log tells of exports (who took what, how coarse, with or without names) and of corrected documents."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from crossread.export import ExportOptions
from crossread.flow.amendment import say_changes
from crossread.records import AuditEntry
from crossread.store import AMEND, RESTORE, WITHDRAW, Store

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


def say_document_entry(entry: AuditEntry) -> str | None:
    """An entry about a document in words: which took the place of which, from what to what and why; None for any other."""
    told, name = entry.detail, entry.subject
    why = f": {told['reason']}" if told.get("reason") else ""
    if entry.action == AMEND:
        changed = say_changes({field: (pair[0], pair[1]) for field, pair in told.get("changed", {}).items()})
        was = told.get("was")
        return f"amended {f'{was} to {name}' if was else name} ({changed}){why}"
    return {WITHDRAW: f"withdrew {name}{why}", RESTORE: f"let {name} speak again{why}"}.get(entry.action)
