"""The manifest: what is in an export, how it was made, and what is not in it."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import ExportError
from crossread.export.content import ExportOptions, LeftOut, Selection
from crossread.export.losses import Loss
from crossread.export.staging import WrittenFile
from crossread.export.tables import Table

FORMULA_NOTE = (
    "In CSV and XLSX a text that a spreadsheet could run as a formula (it starts with =, +, -, @, tab or return) has an "
    "apostrophe before it; take one apostrophe off such a cell to have the text as read."
)
EMPTY_NOTE = "Empty or null means not known or not told, never zero."


def made_at() -> str:
    """The time of the export in UTC; the environment variable SOURCE_DATE_EPOCH stands in for the clock where it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        return datetime.now(UTC).replace(microsecond=0).isoformat()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ExportError(
            "SOURCE_DATE_EPOCH is not a time.",
            expected="seconds since 1 January 1970, such as 1548979200",
            found=seconds,
            next_step="Set it to a number of seconds, or unset it.",
        ) from error


def codebook_fingerprint() -> str:
    """The version of the codebook: a hash of all its codes and definitions, so that two files can be told to share them."""
    codebook = load_codebook()
    told = [(kind, c.code, c.definition) for kind in codebook.vocabularies for c in codebook.vocabularies[kind].values()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def describe_export(
    selection: Selection,
    options: ExportOptions,
    *,
    exporter: str,
    tables: Mapping[str, Table],
    losses: Sequence[Loss] = (),
) -> dict[str, Any]:
    """What is known about an export before its files are written."""
    return {
        "crossread": version("crossread"),
        "made_at": made_at(),
        "format": exporter,
        "codebook": codebook_fingerprint(),
        "policy": selection.policy,
        "filters": dict(selection.filters),
        "options": _options_told(options),
        # Counts alone: an example of what was taken out would tell it.
        "lost": [{"what": loss.what, "count": loss.count, "of": loss.of, "how": loss.how} for loss in losses],
        "counts": {
            "incidents": len(selection.incidents),
            "accidents": sum(row["conflict"] is False for row in tables["incidents"].rows),
            "claims": len(selection.claims),
            "documents": len(selection.documents),
            "review": dict(sorted(Counter(str(row["review"]) for row in tables["incidents"].rows).items())),
        },
        "notes": [EMPTY_NOTE, FORMULA_NOTE],
    }


def finish_manifest(
    known: Mapping[str, Any], *, left_out: Sequence[LeftOut], files: Sequence[WrittenFile], tables: Sequence[Table]
) -> str:
    """The whole manifest as JSON text, once the files and what is not in them are known."""
    manifest = {
        **known,
        "counts": {**known["counts"], "rows": {table.name: len(table.rows) for table in tables}},
        "left_out": [asdict(row) for row in left_out],
        "files": [asdict(file) for file in files],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def left_out_of_tables(selection: Selection) -> list[LeftOut]:
    """Claims that no incident rests on, by scope."""
    told = {account.claim_id for incident in selection.incidents for account in incident.accounts}
    scopes = Counter(claim.scope for claim in selection.claims if claim.id not in told)
    return [LeftOut(what="claims", reason=_why_no_incident(scope), count=count) for scope, count in sorted(scopes.items())]


def _why_no_incident(scope: str) -> str:
    if scope == "aggregate":
        return "a total over several incidents is no incident of its own"
    told = "" if scope == "incident" else f"told as {load_codebook().label('scope', scope).lower()}, "
    return f"of the same reports, {told}about none of the incidents in this file"


def _options_told(options: ExportOptions) -> dict[str, Any]:
    told = asdict(options)
    del told["overwrite"]
    return {**told, "tables": list(options.tables)}
