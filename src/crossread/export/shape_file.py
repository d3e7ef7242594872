"""Incidents as a CSV file in another data set's form, with a sheet beside it of what is not in it and why."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossread.codebook import TableShape
from crossread.codebook.table_check import check_row
from crossread.codebook.table_shape import VIA, publisher
from crossread.export.cells import guard_formula, write_safe
from crossread.export.content import MOST_IDS, LeftOut
from crossread.export.job import Job
from crossread.export.lookup import Lookup, once
from crossread.export.shape_facts import NotHeldError
from crossread.records import Claim, Document, Incident

Row = Mapping[str, str | int | float]
SHEET = ("what", "id", "reason", "type", "date_earliest", "date_latest", "country", "place", "sources", "claims")
NOT_STATED = "Source not stated"
_AGGREGATE = "aggregate: a total over several incidents is no incident of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What the rows of one export are made with. `made_at` is Unix time, the same for all rows."""

    shape: TableShape
    lookup: Lookup
    made_at: int
    is_coarse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """One line of the sheet of what was not exported: an incident, or a claim that no incident rests on."""

    what: str
    id: str
    reason: str
    record: Incident | Claim


def write_shape(job: Job, shape: TableShape, make_row: Callable[[Incident, Making], Row]) -> tuple[LeftOut, ...]:
    """One row for each incident that the form can hold; what is left stands in `NAME.not-exported.csv` with the reason.

    A row that does not keep to the form is not written either: what it breaks is the reason.
    """
    lookup = Lookup.of(job.selection, hides_words=job.options.is_coarse)
    stamp = int(datetime.fromisoformat(job.manifest["made_at"]).timestamp())
    making = Making(shape=shape, lookup=lookup, made_at=stamp, is_coarse=not job.options.keeps_points)
    rows: list[dict[str, str]] = []
    left: list[Left] = []
    for incident in job.selection.incidents:
        try:
            rows.append(_checked(shape, make_row(incident, making)))
            job.rows_of_form.append((incident.id, rows[-1]))
        except NotHeldError as error:
            left.append(Left(what="incident", id=incident.id, reason=error.what, record=incident))
    left += _outside(job)
    encoding = "utf-8-sig" if job.options.with_bom else "utf-8"
    _write(job.staging.stage(job.path), shape.header, rows, encoding)
    _write(
        job.staging.stage(sheet_path(job.path)),
        SHEET,
        [*(_sheet_row(row, lookup) for row in left), *_sheet_held(job)],
        encoding,
    )
    return _left_out(left)


def sheet_path(path: Path) -> Path:
    """Where the sheet of what was not exported stands: `mali.csv` has `mali.not-exported.csv` beside it."""
    return path.with_name(f"{path.stem}.not-exported{path.suffix or '.csv'}")


def name_sources(documents: Sequence[Document], lookup: Lookup) -> list[str]:
    """The publishers of the documents, each once; of a row of another data set the sources that it names, not the data set.

    A document that states no source stands there as such, with its file: left out, its figure would be credited to the others.
    """
    parts = [part for document in documents for part in _sources_of(document, lookup)]
    return once(part.replace(";", ",").strip() for part in parts if part.strip())


def _sources_of(document: Document, lookup: Lookup) -> list[str]:
    if document.source is None:
        return [say_not_stated(document)]
    if VIA not in document.source:
        return [document.source]
    claims = [lookup.claim(name) for name in lookup.claims_of_document.get(document.id, ())]
    return [speaker.raw for claim in claims for speaker in claim.speakers] or [document.source]


def say_not_stated(document: Document) -> str:
    """That a report states no source, and which it is: its file, else its title, else its id. None of them is a publisher."""
    return f"{NOT_STATED} ({document.name or document.title or document.id})"


def name_data_sets(documents: Sequence[Document]) -> list[str]:
    """The other data sets whose rows are among the documents."""
    return once(publisher(document.source) for document in documents if document.source and VIA in document.source)


def documents_of(incident: Incident, lookup: Lookup) -> list[Document]:
    """The documents of an incident's accounts, each once."""
    return [lookup.document(name) for name in once(account.document_id for account in incident.accounts)]


def _checked(shape: TableShape, row: Row) -> dict[str, str]:
    told = {c.name: _cell(value) if c.kind == "text" else str(value) for c in shape.columns for value in (row.get(c.name, ""),)}
    faults = check_row(shape, told)
    faults_told = [fault.sentence() for fault in faults]
    faults_told += [f"{c.name}: expected a value" for c in shape.columns if not c.blank and not told[c.name]]
    if faults_told:
        raise NotHeldError(f"the row would not keep to the form: {'; '.join(faults_told)}")
    return told


def _cell(value: str | int | float) -> str:
    return guard_formula(write_safe(value)) if isinstance(value, str) else str(value)


def _write(path: Path, header: Sequence[str], rows: Sequence[Mapping[str, str]], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows)


def _outside(job: Job) -> list[Left]:
    """Claims that no incident of the selection rests on."""
    told = {account.claim_id for incident in job.selection.incidents for account in incident.accounts}
    loose = [claim for claim in job.selection.claims if claim.id not in told]
    return [
        Left(
            what="claim",
            id=claim.id,
            reason=_AGGREGATE if claim.scope == "aggregate" else f"{claim.scope}: belongs to none of these incidents",
            record=claim,
        )
        for claim in loose
    ]


def _sheet_row(left: Left, lookup: Lookup) -> dict[str, str]:
    record = left.record
    if isinstance(record, Claim):
        when = record.when.value if record.when else None
        where = record.where.value if record.where else None
        claims = [record.id]
    else:
        when, where, claims = record.when, record.where, [account.claim_id for account in record.accounts]
    cells = {
        "what": left.what,
        "id": left.id,
        "reason": left.reason,
        "type": record.type,
        "date_earliest": when.earliest.isoformat() if when and when.earliest else "",
        "date_latest": when.latest.isoformat() if when and when.latest else "",
        "country": where.country or "" if where else "",
        "place": where.name or "" if where else "",
        "sources": "; ".join(lookup.sources_of(claims)),
        "claims": "; ".join(claims),
    }
    return {name: _cell(value) for name, value in cells.items()}


def _sheet_held(job: Job) -> list[dict[str, str]]:
    """What was too young is listed by its id alone: day and place are what is held back."""
    rows = [(row.reason, name) for row in job.held_back for name in row.ids]
    return [dict.fromkeys(SHEET, "") | {"what": "incident", "id": name, "reason": reason} for reason, name in rows]


def _left_out(left: Sequence[Left]) -> tuple[LeftOut, ...]:
    ids: dict[str, list[str]] = {}
    for row in left:
        if row.what == "incident":  # claims without an incident are told of for every kind of table
            ids.setdefault(row.reason, []).append(row.id)
    rows = sorted(ids.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(LeftOut(what="incidents", reason=r, count=len(i), ids=tuple(i[:MOST_IDS])) for r, i in rows)
