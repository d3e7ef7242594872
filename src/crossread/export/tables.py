"""The tables of an export: which columns they have, and their rows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crossread.errors import ExportError
from crossread.export.cells import Cell
from crossread.export.claim_rows import AccountRow, account_row, harm_rows
from crossread.export.content import Selection
from crossread.export.incident_rows import disagreement_rows, incident_row, source_row, toll_rows
from crossread.export.lookup import Lookup

Row = Mapping[str, Cell]
KINDS = ("text", "integer", "number", "date", "flag", "list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, the kind of value in it, and what it means, for the person who opens the file.

    `hxl` is its hashtag with attributes, `rests_on` what its values rest on (see columns.toml).
    """

    name: str
    kind: str
    note: str
    hxl: str
    rests_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table with its rows; every row has a value, or None, for every column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@cache
def load_columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of every table, in order, from columns.toml."""
    text = (files("crossread.export") / "columns.toml").read_text(encoding="utf-8")
    tables = {name: tuple(Column(**row) for row in rows) for name, rows in tomllib.loads(text).items()}
    for name, columns in tables.items():
        for column in columns:
            if column.kind not in KINDS:
                raise ExportError(
                    "A column has a kind no exporter knows.",
                    where=f"columns.toml, {name}.{column.name}",
                    expected=", ".join(KINDS),
                    found=column.kind,
                )
    return tables


def build_tables(selection: Selection, *, hides_words: bool = False) -> dict[str, Table]:
    """Every table of the selection by name; `hides_words` takes out all quotes. Names are taken out of the records before."""
    lookup = Lookup.of(selection, hides_words=hides_words)
    accounts = [
        AccountRow(incident=i, account=a, claim=lookup.claim(a.claim_id)) for i in selection.incidents for a in i.accounts
    ]
    rows: dict[str, list[dict[str, Cell]]] = {
        "incidents": [incident_row(incident, lookup) for incident in selection.incidents],
        "tolls": [row for incident in selection.incidents for row in toll_rows(incident)],
        "accounts": [account_row(account, lookup) for account in accounts],
        "harm": [row for account in accounts for row in harm_rows(account)],
        "disagreements": [row for incident in selection.incidents for row in disagreement_rows(incident, lookup)],
        "sources": [source_row(document, lookup) for document in lookup.documents_told()],
    }
    return {name: Table(name=name, columns=load_columns()[name], rows=tuple(rows[name])) for name in rows}
