"""A data set of incidents beside the reports: which of its rows they tell, which not, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crossread.codebook.table_shape import is_row_reader, publisher
from crossread.records import Claim, Disagreement, Document, Evidence, Incident, Reading
from crossread.weigh.cells import Cell, compare_cells, tell_tolls
from crossread.weigh.coverage_numbers import OUTSIDE, RowNumber, compare_numbers, is_set_aside, is_settled
from crossread.weigh.coverage_sides import has_company, is_loaded
from crossread.weigh.naming import name_source
from crossread.weigh.policies import ToldToll
from crossread.weigh.signs import NOT_TOLD
from crossread.weigh.values import window_of

# Slots that a row has no column for, or that only say who tells it.
_NOT_COMPARED = ("says who",)
WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldValue:
    """One value of a slot with those who tell it; `quotes` are its words, each in its document."""

    text: str
    sources: tuple[str, ...]
    quotes: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDifference:
    """Where a row and the reports differ: the slot, how severe it is, what the row has and what the reports tell."""

    slot: str
    severity: str
    row: tuple[ToldValue, ...]
    reports: tuple[ToldValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The readings of a disagreement on the row's side and on that of the reports, with the names of those who tell them."""

    row: list[Reading]
    reports: list[Reading]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCoverage:
    """One row of a data set. `told_by` are the reports that tell its incident, `mentioned_by` those that only look back on it.

    `numbers` stand beside those of the reports; `differences` are on other values and on numbers outside the reports' range,
    `disputed` on what a report tells as the row does and another does not, `set_aside` on what a party claims of its enemy
    alone, `wording` on loaded words: these three contradict no row.
    `only_reports` are slots that the row leaves open and a report tells, such as the injured.
    """

    data_set: str
    external_id: str
    document_id: str
    claim: Claim
    incident: Incident
    told_by: tuple[str, ...]
    mentioned_by: tuple[str, ...]
    differences: tuple[RowDifference, ...]
    only_reports: Mapping[str, tuple[ToldValue, ...]]
    numbers: tuple[RowNumber, ...] = ()
    set_aside: tuple[RowDifference, ...] = ()
    wording: tuple[RowDifference, ...] = ()
    disputed: tuple[RowDifference, ...] = ()

    @property
    def differs(self) -> bool:
        """True if the reports contradict the row: on a value, or with a range of numbers that its own lies outside of."""
        return bool(self.differences) or any(one.verdict == OUTSIDE for one in self.numbers)

    @property
    def is_told(self) -> bool:
        """True if a report tells or mentions the row's incident."""
        return bool(self.told_by or self.mentioned_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All rows of a data set, by date, and the incidents of reports that no row tells.

    `without_row` are those in the same countries and days, where a row is missing; `outside` all others.
    """

    data_set: str
    rows: tuple[RowCoverage, ...]
    without_row: tuple[Incident, ...]
    outside: tuple[Incident, ...] = ()


def cover_rows(incidents: Iterable[Incident], claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> list[Coverage]:
    """One coverage for each data set whose rows are among the documents, by name.

    A row is in the reports when linking put it into one incident with a report; the differences are that incident's
    disagreements in which the row stands on another side than a report.
    """
    known = list(incidents)
    rows: dict[str, list[RowCoverage]] = {}
    for incident in known:
        for account in incident.accounts:
            document = documents[account.document_id]
            if is_row_reader(document.reader):
                row = _cover(incident, claims[account.claim_id], claims, documents)
                rows.setdefault(row.data_set, []).append(row)
    found = []
    for name in sorted(rows):
        ordered = tuple(sorted(rows[name], key=lambda row: (_first_day(row.claim), row.external_id)))
        lacking = _lacking(known, ordered, documents)
        inside = tuple(incident for incident in lacking if _is_among(incident, ordered))
        outside = tuple(incident for incident in lacking if incident not in inside)
        found.append(Coverage(data_set=name, rows=ordered, without_row=inside, outside=outside))
    return found


def _cover(incident: Incident, claim: Claim, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> RowCoverage:
    document = documents[claim.document_id]
    reports = [row for row in incident.accounts if not is_row_reader(documents[row.document_id].reader)]
    names = {row.claim_id: name_source(documents[row.document_id], row.document_id).line for row in reports}
    tolls = tell_tolls(incident, claims, documents) if reports else []
    numbers = compare_numbers(incident, claim.id, [row.claim_id for row in reports if row.weight == "account"], tolls)
    sides = [(row, found) for row in incident.disagreements if (found := _difference(row, claim, names))]
    told_by = {row.claim_id: claims[row.claim_id] for row in reports if row.weight == "account"}
    open_sides = [(row, found) for row, found in sides if not is_settled(row, numbers)]
    split = {row.slot for row, _ in open_sides if row.severity != WORDING and has_company(row, claim, told_by, documents)}
    plain = [(row, one) for row, found in open_sides if (one := _plain(found, row, tolls, aside=False))]
    cells = compare_cells(incident, claims, documents) if reports else {}
    return RowCoverage(
        data_set=publisher(document.source or document.reader),
        external_id=document.external_id or document.id,
        document_id=document.id,
        claim=claim,
        incident=incident,
        told_by=tuple(dict.fromkeys(names[row.claim_id] for row in reports if row.weight == "account")),
        mentioned_by=tuple(dict.fromkeys(names[row.claim_id] for row in reports if row.weight != "account")),
        differences=tuple(one for row, one in plain if row.severity != WORDING and row.slot not in split),
        disputed=tuple(_among_reports(one, row, names) for row, one in plain if row.slot in split),
        numbers=numbers,
        set_aside=tuple(aside for row, found in sides if (aside := _plain(found, row, tolls, aside=True))),
        wording=tuple(one for row, one in plain if row.severity == WORDING),
        only_reports={
            slot: values for slot, row in cells.items() if slot not in _NOT_COMPARED and (values := _only(row, claim, names))
        },
    )


def _difference(row: Disagreement, claim: Claim, names: Mapping[str, str]) -> _Sides | None:
    """The disagreement as one between the row and reports, None where the row takes no side or no report another one."""
    own = [reading for reading in row.readings if claim.id in reading.claims]
    others = [reading for reading in row.readings if claim.id not in reading.claims and any(c in names for c in reading.claims)]
    if not own or not others:
        return None
    return _Sides(row=own, reports=others, names=names)


def _plain(sides: _Sides, row: Disagreement, tolls: Sequence[ToldToll], *, aside: bool) -> RowDifference | None:
    """The difference with only those readings of the reports that are, or are not, a party's claim that is set aside."""
    told = [reading for reading in sides.reports if is_set_aside(reading, row, tolls) is aside]
    told = [reading for reading in told if row.severity != WORDING or is_loaded(reading)]
    if not told:
        return None
    return RowDifference(
        slot=row.slot,
        severity=row.severity,
        row=tuple(ToldValue(text=reading.text, sources=()) for reading in sides.row),
        reports=tuple(_value(reading, sides.names) for reading in told),
    )


def _among_reports(one: RowDifference, row: Disagreement, names: Mapping[str, str]) -> RowDifference:
    """The difference with all that reports say of it, also what the row says."""
    told = [reading for reading in row.readings if any(claim in names for claim in reading.claims)]
    return replace(one, reports=tuple(_value(reading, names) for reading in told))


def _value(reading: Reading, names: Mapping[str, str]) -> ToldValue:
    return ToldValue(text=reading.text, sources=tuple(dict.fromkeys(names[c] for c in reading.claims if c in names)))


def _only(cells: Mapping[str, Cell], claim: Claim, names: Mapping[str, str]) -> tuple[ToldValue, ...]:
    """What the reports tell of a slot that the row leaves open, each value once; nothing where the row tells it."""
    if cells[claim.id].sign != NOT_TOLD or (cells[claim.id].slot == "to" and any(a.role == "side_b" for a in claim.actors)):
        return ()  # of a fight the row has both sides in its own columns
    found: dict[str, list[Cell]] = {}
    for name, cell in cells.items():
        if name in names and cell.sign != NOT_TOLD:
            found.setdefault(cell.text, []).append(cell)
    return tuple(
        ToldValue(
            text=text,
            sources=tuple(dict.fromkeys(names[cell.claim_id] for cell in told)),
            quotes=tuple(dict.fromkeys(quote for cell in told for quote in cell.quotes)),
        )
        for text, told in found.items()
    )


def _lacking(
    incidents: Sequence[Incident], rows: Sequence[RowCoverage], documents: Mapping[str, Document]
) -> tuple[Incident, ...]:
    """Incidents that reports tell as their news and no row of the data set."""
    listed = {row.incident.id for row in rows}
    return tuple(
        incident
        for incident in incidents
        if incident.id not in listed
        and any(a.weight == "account" and not is_row_reader(documents[a.document_id].reader) for a in incident.accounts)
    )


def _is_among(incident: Incident, rows: Sequence[RowCoverage]) -> bool:
    """True in a country of the rows and between their first and last day."""
    countries = {place.country for row in rows if (place := row.claim.where.value if row.claim.where else None)}
    first, last = min(_first_day(row.claim) for row in rows), max(_last_day(row.claim) for row in rows)
    when, where = incident.when, incident.where
    return (
        where is not None
        and where.country in countries
        and when is not None
        and first <= (when.latest or when.earliest or date.min)
        and (when.earliest or when.latest or date.max) <= last
    )


def _first_day(claim: Claim) -> date:
    window = window_of(claim)
    return (window.earliest or window.latest or date.min) if window else date.min


def _last_day(claim: Claim) -> date:
    window = window_of(claim)
    return (window.latest or window.earliest or date.max) if window else date.max
