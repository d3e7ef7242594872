"""The sample reports are kept apart from somebody's own: neither may be found among the other."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING

from crossread.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Container

    from crossread.records import Document
    from crossread.store import Store

MOST_NAMED = 3


def refuse_other_reports(store: Store, where: str) -> None:
    """Refuse with `ConflictError` a store that holds reports which are none of the samples."""
    from crossread.samples import sample_folder, sample_paths

    seals = {hashlib.sha256(path.read_bytes()).hexdigest() for path in sample_paths()}
    home = "/".join(sample_folder().parts[-3:])  # where samples of an older version lay, too
    others = (row for row in store.iter_documents() if not _is_sample(row, seals, home))
    named = [row.name or row.title or row.id for row in islice(others, MOST_NAMED)]
    if named:
        raise ConflictError(
            "The sample reports would be mixed into this store's own.",
            where=where,
            expected="a store with nothing but the samples, or a new one",
            found=", ".join(named) + (" and others" if next(others, None) else ""),
            next_step="Name another store, or leave --store away: the samples then have one of their own.",
        )


def _is_sample(document: Document, seals: Container[str | None], home: str) -> bool:
    return document.sha256 in seals or f"{home}/" in (document.name or "").replace("\\", "/")
