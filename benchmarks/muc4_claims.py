"""Coded rows (the training format, as `python -m training.convert` writes it) as claims with raw slots.

With the development keys as rows, the benchmark measures its own template writer: what it would score if reading were perfect.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from crossread.records import Actor, Claim, Document, Evidence, Extraction, Harm, Means, Slot, Span, claim_id

MAKER = "coded@1"


def read_coded(path: Path, documents: Mapping[str, Document]) -> Iterator[tuple[Document, Extraction]]:
    """Each coded row whose document is among `documents` and has the very text that was coded."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = documents.get(row["external_id"])
        if document is not None and document.text == row["text"]:
            claims = tuple(_claim(document, coded) for coded in row["claims"])
            yield document, Extraction(document_id=document.id, claims=claims, wording=(), made_by=MAKER)


def _claim(document: Document, coded: dict[str, Any]) -> Claim:
    trigger = _evidence(document, coded["trigger"])
    return Claim(
        id=claim_id(document_id=document.id, made_by=MAKER, type=coded["type"], trigger=trigger),
        document_id=document.id,
        type=coded["type"],
        scope=coded["scope"],
        status=coded["status"],
        stance=coded["stance"],
        trigger=trigger,
        retellings=tuple(_evidence(document, span) for span in coded["retellings"]),
        when=_slot(document, coded["when"]),
        where=_slot(document, coded["where"]),
        actors=tuple(
            Actor(role=row["role"], raw=_raw(row), name=None, type=row["type"], evidence=_all(document, row))
            for row in coded["actors"]
        ),
        harm=tuple(
            Harm(
                effect=row["effect"],
                raw=_raw(row),
                group=None,
                group_type=row["group_type"],
                count=None,
                evidence=_all(document, row),
            )
            for row in coded["harm"]
        ),
        means=tuple(Means(kind=row["kind"], raw=_raw(row), evidence=_all(document, row)) for row in coded["means"]),
        made_by=MAKER,
    )


def _slot(document: Document, coded: dict[str, Any] | None) -> Slot[Any] | None:
    return Slot(raw=_raw(coded), value=None, evidence=_all(document, coded)) if coded else None


def _raw(row: dict[str, Any]) -> str:
    return str(row["evidence"][0]["quote"])


def _all(document: Document, row: dict[str, Any]) -> tuple[Evidence, ...]:
    return tuple(_evidence(document, span) for span in row["evidence"])


def _evidence(document: Document, span: dict[str, Any]) -> Evidence:
    return Evidence(document_id=document.id, span=Span(start=span["start"], end=span["end"]), quote=span["quote"])
