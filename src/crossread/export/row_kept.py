"""What a row of the same form coded itself and no claim holds: a second-level region, a scale of sources, a state's number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.codebook.table_cells import parse_code, parse_day, unguard_formula
from crossread.codebook.table_shape import TableShape
from crossread.export.shape_file import Making, Row
from crossread.records import Document, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A column, and the columns that must say what the row says for its cell to hold.

    `over` is what it may be written over, None for anything.

    `alone`: only where no report tells the incident, as the cell sums up all of its sources.
    """

    column: str
    bound_to: tuple[str, ...]
    over: tuple[str, ...] | None = ("",)
    alone: bool = False


_ACLED_PLACE = ("country", "admin1", "location")
_GED_PLACE = ("country", "adm_1", "where_coordinates")
_GED_DYAD = ("year", "side_a", "side_b")
_KEPT = {
    "acled": (
        _Kept(column="admin2", bound_to=_ACLED_PLACE),
        _Kept(column="admin3", bound_to=_ACLED_PLACE),
        _Kept(column="source_scale", bound_to=("source",), over=("", "Other"), alone=True),
        _Kept(column="civilian_targeting", bound_to=("sub_event_type", "inter1", "inter2"), alone=True),
    ),
    "ged": (
        _Kept(column="adm_2", bound_to=_GED_PLACE),
        _Kept(column="where_prec", bound_to=_GED_PLACE, over=("5",)),  # "area" is what both 3 and 5 are read as
        _Kept(column="country_id", bound_to=("country",), over=None),
        _Kept(column="gwnoa", bound_to=("side_a",), over=None),
        _Kept(column="gwnob", bound_to=("side_b",), over=None),
        _Kept(column="active_year", bound_to=_GED_DYAD, alone=True),
        _Kept(column="code_status", bound_to=_GED_DYAD, alone=True),
    ),
}


def with_kept(row: Row, incident: Incident, making: Making) -> Row:
    """The row with what rows of this form among its accounts have in columns that a claim has no room for.

    Only where these rows agree, and where the cells that theirs go with are written as they have them.
    """
    documents = [making.lookup.document(account.document_id) for account in incident.accounts if account.weight == "account"]
    if making.lookup.hides_words:
        return row  # they tell a place or a day that is written coarser
    told = [cells_of(document, making.shape) for document in documents if is_row_of(document, making.shape)]
    if not told:
        return row
    alone = len(told) == len(documents)
    return {**row, **dict(_iter_kept(row, told, making.shape, alone=alone))}


def _iter_kept(row: Row, told: Sequence[Mapping[str, str]], shape: TableShape, *, alone: bool) -> Iterator[tuple[str, str]]:
    for kept in _KEPT.get(shape.name, ()):
        values = {cells.get(kept.column, "") for cells in told}
        written = str(row.get(kept.column, ""))
        if len(values) != 1 or (kept.alone and not alone) or (kept.over is not None and written not in kept.over):
            continue
        (value,) = values
        if value and all(
            _same(shape, name, str(row.get(name, "")), cells.get(name, "")) for name in kept.bound_to for cells in told
        ):
            yield kept.column, value


def _same(shape: TableShape, name: str, written: str, cell: str) -> bool:
    """True for one value in either spelling of a code."""
    codes = next(column.codes for column in shape.columns if column.name == name)
    if codes in shape.codes and cell:
        return parse_code(shape, codes or "", written) == parse_code(shape, codes or "", cell)
    return written == cell or (parse_day(cell) is not None and parse_day(cell) == parse_day(written))


def is_row_of(document: Document, shape: TableShape) -> bool:
    """True for a document that is a row of this form."""
    return document.reader.partition("@")[0] == shape.name


def cells_of(document: Document, shape: TableShape) -> dict[str, str]:
    """The cells of the row as it was read."""
    lines = (line.partition(": ") for line in document.text.split("\n"))
    return {column: unguard_formula(cell) for column, mark, cell in lines if mark and column in shape.header}
