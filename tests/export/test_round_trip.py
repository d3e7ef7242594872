"""What is read back from an exported file is what was written."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from crossread.export import ExportOptions, Selection, export_incidents, guard_formula, unguard_formula
from crossread.export.cells import LIST_JOINT, write_safe
from crossread.export.content import TABLES
from crossread.export.tables import build_tables, load_columns
from crossread.export.write import take_care
from crossread.records import claim_from_json, wording_from_json

COLUMNS = load_columns()


def expected_rows(selection: Selection, table: str) -> list[dict[str, Any]]:
    """The rows of a table before any format touches them."""
    rows = build_tables(take_care(selection, ExportOptions()).written)[table].rows
    return [{c.name: row[c.name] for c in COLUMNS[table]} for row in rows]


def table_path(path: Path, table: str) -> Path:
    """Where a table lies when its format writes one file per table."""
    return path if table == "incidents" else path.with_name(f"{path.stem}.{table}{path.suffix}")


def from_csv(kind: str, cell: str) -> Any:
    """The value of a CSV cell, as a program that knows the column's kind reads it."""
    if cell == "":
        return [] if kind == "list" else None
    readers: dict[str, Any] = {
        "integer": int,
        "number": float,
        "date": date.fromisoformat,
        "flag": {"true": True, "false": False}.__getitem__,
        "list": lambda text: unguard_formula(text).split(LIST_JOINT),
        "text": unguard_formula,
    }
    return readers[kind](cell)


def from_xlsx(kind: str, cell: Any) -> Any:
    """The value of an Excel cell; numbers, dates and flags must come as such, not as text."""
    if cell is None:
        return [] if kind == "list" else None
    if kind == "date":
        assert isinstance(cell, datetime)
        return cell.date()
    if kind in ("integer", "number", "flag"):
        assert not isinstance(cell, str)
        return cell
    text = unguard_formula(unescape(cell))
    return text.split(LIST_JOINT) if kind == "list" else text


@pytest.mark.parametrize("table", TABLES)
def test_csv_gives_back_every_value(tmp_path: Path, selection: Selection, table: str) -> None:
    """Every cell of every CSV table reads back as the value it was made of, unknown as empty."""
    path = tmp_path / "out.csv"
    export_incidents("csv", path, selection=selection)
    with table_path(path, table).open(encoding="utf-8", newline="") as file:
        read = [{c.name: from_csv(c.kind, row[c.name]) for c in COLUMNS[table]} for row in csv.DictReader(file)]
    assert read == expected_rows(selection, table)
    assert read


@pytest.mark.parametrize("table", TABLES)
def test_xlsx_gives_back_every_value(tmp_path: Path, selection: Selection, table: str) -> None:
    """Every sheet of the workbook reads back as the values it was made of, numbers as numbers and days as days."""
    path = tmp_path / "out.xlsx"
    export_incidents("xlsx", path, selection=selection)
    heads, *rows = openpyxl.load_workbook(path)[table].iter_rows(values_only=True)
    assert list(heads) == [column.name for column in COLUMNS[table]]
    read = [{c.name: from_xlsx(c.kind, cell) for c, cell in zip(COLUMNS[table], row, strict=True)} for row in rows]
    assert read == expected_rows(selection, table)


@pytest.mark.parametrize("table", TABLES)
def test_parquet_gives_back_every_value(tmp_path: Path, selection: Selection, table: str) -> None:
    """Parquet rows are equal to the rows they were made of, without any conversion."""
    path = tmp_path / "out.parquet"
    export_incidents("parquet", path, selection=selection)
    assert pq.read_table(table_path(path, table)).to_pylist() == expected_rows(selection, table)


def test_parquet_tells_its_types_and_its_making(tmp_path: Path, selection: Selection) -> None:
    """Columns are typed even where all values are null, and the schema says which policy and version made the file."""
    path = tmp_path / "out.parquet"
    export_incidents("parquet", path, selection=selection)
    schema = pq.read_schema(path)
    assert str(schema.field("date_earliest").type) == "date32[day]"
    assert str(schema.field("injured_best").type) == "int64"
    assert str(schema.field("sources").type).startswith("list<")
    assert json.loads(schema.metadata[b"crossread.manifest"])["policy"] == "range"
    assert schema.field("killed_low").metadata[b"description"]


def test_geojson_has_points_with_their_precision(tmp_path: Path, selection: Selection) -> None:
    """A feature has longitude before latitude and says how exact the point is; incidents without one are named as left out."""
    path = tmp_path / "out.geojson"
    exported = export_incidents("geojson", path, selection=selection)
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert [f["id"] for f in features] == ["inc_market"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [-4.25, 14.5]}
    assert features[0]["properties"]["place_precision"] == "near"
    assert features[0]["properties"]["date_earliest"] == "2021-05-03"
    (left,) = [row for row in exported.left_out if row.what == "incidents"]
    assert (left.count, left.ids) == (1, ("inc_pit",))


def test_claim_json_gives_back_the_claims(tmp_path: Path, selection: Selection) -> None:
    """Claims and wording read from the JSONL file are equal to the records that were exported."""
    path = tmp_path / "out.jsonl"
    export_incidents("jsonl", path, selection=selection, options=ExportOptions(with_names=True))
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["document"]["id"] for line in lines] == [document.id for document in selection.documents]
    claims = [claim_from_json(row, document_id=line["document"]["id"]) for line in lines for row in line["claims"]]
    wording = [wording_from_json(row, document_id=line["document"]["id"]) for line in lines for row in line["wording"]]
    assert claims == list(selection.claims)
    assert wording == list(selection.wording)


@given(text=st.text())
def test_formula_guard_can_be_taken_off(text: str) -> None:
    """Whatever the text, guarding and unguarding gives it back, and no guarded text starts like a formula."""
    assert unguard_formula(guard_formula(text)) == text
    assert not guard_formula(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(summary=st.text(st.characters(codec=None), max_size=60), source=st.text(max_size=20))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_texts_survive_csv_and_parquet(tmp_path: Path, selection: Selection, summary: str, source: str) -> None:
    """Control characters, quotes, line ends, emoji and other odd texts come back as they were; lone surrogates as U+FFFD."""
    odd = odd_selection(selection, summary, source)
    export_incidents("csv", tmp_path / "odd.csv", selection=odd, options=ExportOptions(overwrite=True, with_names=True))
    export_incidents("parquet", tmp_path / "odd.parquet", selection=odd, options=ExportOptions(overwrite=True, with_names=True))
    with (tmp_path / "odd.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert unguard_formula(first["summary"]) == write_safe(summary)
    assert pq.read_table(tmp_path / "odd.parquet").to_pylist()[0]["summary"] == write_safe(summary)
    assert pq.read_table(tmp_path / "odd.accounts.parquet").to_pylist()[0]["source"] == write_safe(source)


@given(summary=st.text(max_size=60))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_texts_survive_xlsx(tmp_path: Path, selection: Selection, summary: str) -> None:
    """A workbook gives back odd texts too; XML makes one line end of all kinds."""
    export_incidents(
        "xlsx",
        tmp_path / "odd.xlsx",
        selection=odd_selection(selection, summary, "s"),
        options=ExportOptions(overwrite=True, with_names=True),
    )
    sheet = openpyxl.load_workbook(tmp_path / "odd.xlsx")["incidents"]
    place = [cell.value for cell in sheet[1]].index("summary")
    assert with_one_line_end(from_xlsx("text", sheet[2][place].value) or "") == with_one_line_end(summary)


def with_one_line_end(text: str) -> str:
    """The text with \\n for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def odd_selection(selection: Selection, summary: str, source: str) -> Selection:
    """The selection with odd texts in the first incident."""
    first, second = selection.incidents
    accounts = (replace(first.accounts[0], source=source), *first.accounts[1:])
    return replace(selection, incidents=(replace(first, summary=summary, accounts=accounts), second))
