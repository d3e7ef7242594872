"""The provenance sidecar: a row for every value of an export, with the claim, the words, the report's hash, the decision."""

from __future__ import annotations

import csv
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossread.codebook import SHAPES
from crossread.export.cells import guard_formula, to_flat, write_safe
from crossread.export.csv_file import csv_cell
from crossread.export.grounds import Decisions, find_words
from crossread.export.job import Job
from crossread.export.lookup import Lookup
from crossread.export.tables import Row, Table
from crossread.records import SLOTS, Claim, Document, claim_to_json, review_to_json

HEADER = (
    "table row column value basis claim_id quote start end document_id source document_sha256"
    " judgement judgement_id decided_by decided_at"
).split()
# The columns that name a row of each table; joined by "/" they are its `row` in the sidecar.
KEYS = {
    "incidents": ("id",),
    "tolls": ("incident_id", "effect"),
    "accounts": ("claim_id",),
    "harm": ("claim_id", "row"),
    "disagreements": ("incident_id", "severity", "slot", "reading"),
    "sources": ("document_id",),
}
ONE_TABLE = ("geojson",)  # formats that hold the incidents and no other table
MADE, OF_DOCUMENT = "made", "document"
_SELF = ("jsonld",)  # holds its provenance itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value as it stands in a CSV file, and what it rests on: the claims, and a slot of theirs, `document` or `made`."""

    table: str
    row: str
    column: str
    text: str
    rests_on: str
    claims: tuple[str, ...]
    incident: str | None


def sidecar_path(path: Path) -> Path:
    """Where the sidecar stands: `mali.csv` has `mali.csv.provenance.csv` beside it, as its manifest has the whole name."""
    return path.with_name(f"{path.name}.provenance.csv")


def write_sidecar(job: Job, format: str) -> None:
    """Write the sidecar of an export whose files are staged. It quotes what the files may: names are barred in both."""
    if format in _SELF:
        return
    lookup = Lookup.of(job.selection, hides_words=job.options.is_coarse)
    tracer = _Tracer(lookup=lookup, decisions=lookup.decisions)
    with job.staging.stage(sidecar_path(job.path)).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for value in iter_values(job, format):
            writer.writerows(tracer.rows(value))


def iter_values(job: Job, format: str) -> Iterator[Value]:
    """Every value of the export that is not empty; of claim JSON all but the quotes, which are what values rest on."""
    if format.partition("_")[0] in SHAPES:
        for incident, row in job.rows_of_form:
            yield from _form_values(format.partition("_")[0], incident, row, job)
    elif format == "jsonl":
        homes = {account.claim_id: incident.id for incident in job.selection.incidents for account in incident.accounts}
        decisions = Decisions.of(job.selection.judgements)
        for claim in job.selection.claims:
            home = homes.get(claim.id)
            yield from _claim_values(claim, home)
            for path, text in _leaves(review_to_json(decisions.review(claim.id, home)), "review"):
                if text is not None:
                    yield Value(
                        table="claims", row=claim.id, column=path, text=text, rests_on=MADE, claims=(claim.id,), incident=home
                    )
    else:
        told: dict[str, list[str]] = {}
        for claim in job.selection.claims:
            told.setdefault(claim.document_id, []).append(claim.id)
        for table in job.wanted_tables()[: 1 if format in ONE_TABLE else None]:
            yield from _table_values(table, told, only_points=format in ONE_TABLE)


def _table_values(table: Table, told: Mapping[str, Sequence[str]], *, only_points: bool) -> Iterator[Value]:
    for row in table.rows:
        if only_points and row["latitude"] is None:
            continue
        key = "/".join(str(row[name]) for name in KEYS[table.name])
        claims = _claims_of(row) or told[str(row["document_id"])]
        incident = str(row.get("incident_id") or row.get("id") or "") or None
        for column in table.columns:
            text = str(csv_cell(to_flat(row[column.name])))
            if text:
                yield Value(
                    table=table.name,
                    row=key,
                    column=column.name,
                    text=text,
                    rests_on=_slot(column.rests_on, table.name, row),
                    claims=tuple(claims),
                    incident=incident,
                )


def _claims_of(row: Row) -> list[str]:
    """The claims that a row names; none for a row about a report."""
    named = row.get("claim_ids")
    return list(named) if isinstance(named, list) else [str(row["claim_id"])] if "claim_id" in row else []


def _slot(rests_on: str, table: str, row: Row) -> str:
    """`harm` alone is the effect of a toll's row, or the very row of harm; of an incident's row it is all its harm."""
    if rests_on != "harm" or table not in ("tolls", "harm"):
        return rests_on
    return f"harm.{row['effect']}" if table == "tolls" else f"harm#{row['row']}"


def _form_values(form: str, incident_id: str, row: Mapping[str, str], job: Job) -> Iterator[Value]:
    incident = next(one for one in job.selection.incidents if one.id == incident_id)
    slots = _form_slots()[form]
    for column, text in row.items():
        if text:
            yield Value(
                table=form,
                row=row[slots["row"]],
                column=column,
                text=text,
                rests_on=slots.get(column, MADE),
                claims=tuple(account.claim_id for account in incident.accounts),
                incident=incident_id,
            )


@cache
def _form_slots() -> Mapping[str, Mapping[str, str]]:
    text = (files("crossread.export") / "provenance.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _claim_values(claim: Claim, incident: str | None) -> Iterator[Value]:
    for path, slot, told in flatten_claim(claim):
        yield Value(table="claims", row=claim.id, column=path, text=told, rests_on=slot, claims=(claim.id,), incident=incident)


def flatten_claim(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Every value of a claim's JSON but its words and their places: its path (`actors.0.name`), the slot, the value."""
    for name, told in claim_to_json(claim).items():
        if name in ("trigger", "retellings"):
            continue
        slot = name if name in SLOTS else MADE
        for path, value in _leaves(told, name):
            if value is not None:
                yield path, f"harm#{path.split('.')[1]}" if slot == "harm" else slot, value


def _leaves(told: Any, path: str) -> Iterator[tuple[str, str | None]]:
    if isinstance(told, Mapping):
        for name, part in told.items():
            if name != "evidence":
                yield from _leaves(part, f"{path}.{name}")
    elif isinstance(told, list):
        for number, part in enumerate(told):
            yield from _leaves(part, f"{path}.{number}")
    else:
        yield path, None if told is None else _cell(told) if isinstance(told, str) else json.dumps(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tracer:
    """Looks up what values rest on."""

    lookup: Lookup
    decisions: Decisions

    def rows(self, value: Value) -> Iterable[list[str | int]]:
        """One row for each quote of each claim; one for each report where no words tell it."""
        seen: set[str] = set()
        for name in value.claims:
            claim = self.lookup.claim(name)
            document = self.lookup.document(claim.document_id)
            if value.rests_on == OF_DOCUMENT:
                if document.id not in seen:
                    seen.add(document.id)
                    yield self._row(value, OF_DOCUMENT, claim, document, None)
                continue
            words = find_words(claim, value.rests_on)
            basis = "words" if words else "derived" if value.rests_on == MADE else "claim"
            for evidence in words or (claim.trigger,):
                quote = (evidence.quote, evidence.span.start, evidence.span.end)
                yield self._row(value, basis, claim, document, quote)

    def _row(
        self, value: Value, basis: str, claim: Claim, document: Document, quote: tuple[str, int, int] | None
    ) -> list[str | int]:
        hidden = self.lookup.hides_words or quote is None
        words, start, end = ("", "", "") if hidden or quote is None else quote
        decided = self.decisions.find(claim.id, value.rests_on, value.incident)
        return [
            *(_cell(part) for part in (value.table, value.row, value.column)),
            value.text,
            basis,
            "" if basis == OF_DOCUMENT else claim.id,
            _cell(str(words)),
            start,
            end,
            document.id,
            _cell(document.source or ""),
            document.sha256 or f"text:{hashlib.sha256(document.text.encode('utf-8', 'surrogatepass')).hexdigest()}",
            decided.kind if decided else "",
            decided.id if decided else "",
            _cell(decided.made_by) if decided else "",
            decided.made_at.isoformat() if decided else "",
        ]


def _cell(text: str) -> str:
    return guard_formula(write_safe(text))
