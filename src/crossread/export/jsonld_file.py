"""JSON-LD: incidents, claims and reports as linked records; W3C PROV says who made what, Web Annotation which words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from crossread.export.cells import Cell, to_typed
from crossread.export.content import LeftOut
from crossread.export.grounds import find_words
from crossread.export.job import Job
from crossread.export.tables import Row, load_columns
from crossread.records import Claim, Evidence, Judgement
from crossread.registry import register

URN = "urn:crossread:"
ANNOTATED = ("type", "when", "where", "actors", "harm", "means", "speakers")
_LINKS = ("prov:wasDerivedFrom", "prov:wasGeneratedBy", "prov:wasAssociatedWith", "prov:used", "prov:wasInfluencedBy")
# Columns that are links to other records here, or the record's own name.
_NAMED = ("id", "claim_ids", "documents", "incident_id", "claim_id", "document_id")
Node = dict[str, Any]


@register("exporters", "jsonld@1")
def write_jsonld(job: Job) -> tuple[LeftOut, ...]:
    """One graph. Its context stands in the file, so that no program has to ask another machine for it.

    Words that are withheld have no quote selector, only their place; with coarser places or days no words are told at all.
    """
    graph = list(_Graph(job).nodes())
    text = json.dumps({"@context": _context(), "@graph": graph}, ensure_ascii=False, allow_nan=False, indent=1)
    job.staging.stage(job.path).write_text(text + "\n", encoding="utf-8")
    return ()


def _context() -> Node:
    days = {column.name for columns in load_columns().values() for column in columns if column.kind == "date"}
    return {
        "@vocab": f"{URN}term:",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "prov:endedAtTime": {"@type": "xsd:dateTime"},
        **{name: {"@type": "@id"} for name in _LINKS},
        **{name: {"@type": "xsd:date"} for name in sorted(days)},
    }


class _Graph:
    """The records of one export as nodes."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._texts = {document.id: document.text for document in job.selection.documents}
        self._claims = {claim.id: claim for claim in job.selection.claims}
        told = {str(row["claim_id"]) for row in job.tables["accounts"].rows}
        incidents = {incident.id for incident in job.selection.incidents}
        self._decided = [
            row
            for row in job.selection.judgements
            if row.subject in told | incidents and row.other in (None, *told, *incidents)
        ]

    def nodes(self) -> Iterator[Node]:
        """Reports, claims with their words, incidents, decisions, and who and what made them."""
        yield from self._makers()
        for row in self._job.tables["sources"].rows:
            yield {"@id": _name(row["document_id"]), "@type": "prov:Entity", **_cells(row)}
        for row in self._job.tables["accounts"].rows:
            yield from self._claim_nodes(row)
        for row in self._job.tables["incidents"].rows:
            yield self._incident_node(row)
        for judgement in self._decided:
            yield self._decision_node(judgement)

    def _makers(self) -> Iterator[Node]:
        version = self._job.manifest["crossread"]
        yield {"@id": f"{URN}software:{version}", "@type": "prov:SoftwareAgent", "version": version}
        yield {
            "@id": f"{URN}weighing",
            "@type": "prov:Activity",
            "policy": self._job.manifest["policy"],
            "prov:wasAssociatedWith": f"{URN}software:{version}",
            "prov:endedAtTime": self._job.manifest["made_at"],
        }
        for made_by in sorted({str(row["made_by"]) for row in self._job.tables["accounts"].rows}):
            kind = "prov:Agent" if made_by.startswith("hand@") else "prov:SoftwareAgent"
            yield {"@id": _name(f"reader:{made_by}"), "@type": kind, "made_by": made_by}
            reading = {"@id": _name(f"reading:{made_by}"), "@type": "prov:Activity"}
            yield {**reading, "prov:wasAssociatedWith": _name(f"reader:{made_by}")}
        for person in sorted({row.made_by for row in self._decided}):
            yield {"@id": _name(f"person:{person}"), "@type": "prov:Person", "name": person}

    def _claim_nodes(self, row: Row) -> Iterator[Node]:
        claim = self._claims[str(row["claim_id"])]
        harm = [_cells(one) for one in self._job.tables["harm"].rows if one["claim_id"] == claim.id]
        yield {
            "@id": _name(claim.id),
            "@type": "prov:Entity",
            **_cells(row),
            **({"harm": harm} if harm else {}),
            "prov:wasDerivedFrom": _name(claim.document_id),
            "prov:wasGeneratedBy": _name(f"reading:{claim.made_by}"),
            **self._influences(claim.id),
        }
        if not self._job.options.is_coarse:
            yield from self._annotations(claim)

    def _annotations(self, claim: Claim) -> Iterator[Node]:
        for slot in ANNOTATED:
            for number, evidence in enumerate(find_words(claim, slot), 1):
                yield {
                    "@id": f"{_name(claim.id)}#{slot}-{number}",
                    "@type": "oa:Annotation",
                    "slot": slot,
                    "oa:motivatedBy": {"@id": "oa:identifying"},
                    "oa:hasBody": {"@id": _name(claim.id)},
                    "oa:hasTarget": {
                        "@type": "oa:SpecificResource",
                        "oa:hasSource": {"@id": _name(claim.document_id)},
                        "oa:hasSelector": self._selectors(evidence),
                    },
                }

    def _selectors(self, evidence: Evidence) -> list[Node]:
        span = evidence.span
        found: list[Node] = [{"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}]
        if self._texts[evidence.document_id][span.start : span.end] == evidence.quote:
            found.append({"@type": "oa:TextQuoteSelector", "oa:exact": to_typed(evidence.quote)})
        return found

    def _incident_node(self, row: Row) -> Node:
        tolls = [_cells(one) for one in self._job.tables["tolls"].rows if one["incident_id"] == row["id"]]
        differ = [_cells(one) for one in self._job.tables["disagreements"].rows if one["incident_id"] == row["id"]]
        claims = row["claim_ids"] if isinstance(row["claim_ids"], list) else []
        return {
            "@id": _name(row["id"]),
            "@type": "prov:Entity",
            **_cells({name: value for name, value in row.items() if name != "disagreements"}),
            **({"tolls": tolls} if tolls else {}),
            **({"disagreements": differ} if differ else {}),
            "prov:wasDerivedFrom": [_name(claim) for claim in claims],
            "prov:wasGeneratedBy": f"{URN}weighing",
            **self._influences(str(row["id"])),
        }

    def _influences(self, name: str) -> Node:
        found = [_name(row.id) for row in self._decided if name in (row.subject, row.other)]
        return {"prov:wasInfluencedBy": found} if found else {}

    def _decision_node(self, row: Judgement) -> Node:
        told = {"kind": row.kind, "slot": row.slot}
        if row.reason and not self._job.options.is_coarse:
            told["reason"] = row.reason
        return {
            "@id": _name(row.id),
            "@type": "prov:Activity",
            **{name: value for name, value in told.items() if value},
            "prov:used": [_name(name) for name in (row.subject, row.other) if name],
            "prov:wasAssociatedWith": _name(f"person:{row.made_by}"),
            "prov:endedAtTime": row.made_at.isoformat(),
        }


def _name(told: Cell) -> str:
    return URN + quote(str(told), safe=":@._-")


def _cells(row: Mapping[str, Cell]) -> Node:
    """The cells that are told; what is not known is left away, never zero."""
    told = {name: to_typed(value) for name, value in row.items() if value is not None and value != [] and name not in _NAMED}
    claims = row.get("claim_ids") if "id" not in row else None
    return {
        **{name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()},
        **({"rests_on": [{"@id": _name(claim)} for claim in claims]} if isinstance(claims, list) and claims else {}),
    }
