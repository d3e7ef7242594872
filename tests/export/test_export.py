"""What an export promises: whole files, no overwriting, honest manifests, nothing invented."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from crossread import registry
from crossread.errors import ExportError
from crossread.export import ExportOptions, Job, LeftOut, Selection, export_formats, export_incidents, xlsx_file
from crossread.export.tables import build_tables, load_columns
from crossread.records import Count, DateWindow, Toll
from crossread.registry import list_plugins

FORMATS = ("csv", "geojson", "jsonl", "parquet", "xlsx")


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest beside an exported file."""
    manifest: dict[str, Any] = json.loads(path.with_name(f"{path.name}.manifest.json").read_text(encoding="utf-8"))
    return manifest


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as a spreadsheet sees them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_formats_are_the_ones_promised() -> None:
    """The built-in formats are on the list of plugins by name@version."""
    assert set(FORMATS) <= set(export_formats())
    assert "csv@1" in list_plugins("exporters")


@pytest.mark.parametrize("format", FORMATS)
def test_manifest_vouches_for_every_file(tmp_path: Path, selection: Selection, format: str) -> None:
    """The manifest names each file with the hash of its bytes, the policy, the filters and the counts."""
    path = tmp_path / f"out.{format}"
    exported = export_incidents(format, path, selection=selection)
    manifest = read_manifest(path)
    for file in manifest["files"]:
        assert hashlib.sha256((tmp_path / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert {path.name for path in exported.paths} == {file["name"] for file in manifest["files"]}
    assert manifest["policy"] == "range"
    assert manifest["filters"] == {"country": "ML"}
    assert manifest["counts"]["incidents"] == 2
    assert manifest["counts"]["accidents"] == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [*(f["name"] for f in manifest["files"]), f"out.{format}.manifest.json"]
    )


@pytest.mark.parametrize(("format", "name"), [("xlsx", "mali.csv"), ("csv", "mali.XLSX"), ("jsonl", "mali.jsonld")])
def test_a_file_is_not_called_as_another_formats_are(tmp_path: Path, selection: Selection, format: str, name: str) -> None:
    """A workbook called .csv opens as broken text: refused with the name it should have, and nothing is written."""
    with pytest.raises(ExportError, match=rf"Call it mali\.{format}"):
        export_incidents(format, tmp_path / name, selection=selection)
    assert list(tmp_path.iterdir()) == []
    assert export_incidents(format, tmp_path / "mali.txt", selection=selection).paths[0].name == "mali.txt"


@pytest.mark.parametrize("format", FORMATS)
def test_same_records_and_time_give_the_same_bytes(
    tmp_path: Path, selection: Selection, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With SOURCE_DATE_EPOCH set, exporting twice writes byte-identical files and manifests."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1548979200")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        export_incidents(format, tmp_path / folder / "out", selection=selection)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert read_manifest(tmp_path / "one" / "out")["made_at"] == "2019-02-01T00:00:00+00:00"


def test_bad_clock_is_refused(tmp_path: Path, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no number is an error, not silently the time of today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(ExportError, match="SOURCE_DATE_EPOCH"):
        export_incidents("csv", tmp_path / "out.csv", selection=selection)


@pytest.mark.parametrize("taken", ["out.csv", "out.harm.csv", "out.csv.manifest.json"])
def test_nothing_is_overwritten_unasked(tmp_path: Path, selection: Selection, taken: str) -> None:
    """If any of the files exists, none is written and the old one stays; asked to overwrite, all are."""
    (tmp_path / taken).write_text("mine")
    with pytest.raises(ExportError, match="already a file"):
        export_incidents("csv", tmp_path / "out.csv", selection=selection)
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text() == "mine"
    export_incidents("csv", tmp_path / "out.csv", selection=selection, options=ExportOptions(overwrite=True))
    assert (tmp_path / taken).read_text() != "mine"


def test_failed_export_leaves_nothing(tmp_path: Path, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exporter that breaks after half its work leaves no file, no part of one, and the old file untouched."""

    def breaks_halfway(job: Job) -> tuple[LeftOut, ...]:
        job.staging.stage(job.path).write_text("half")
        raise RuntimeError("disk on fire")

    monkeypatch.setitem(registry._plugins["exporters"], "breaks_halfway@1", breaks_halfway)

    old = tmp_path / "out.x"
    old.write_text("old")
    with pytest.raises(RuntimeError, match="disk on fire"):
        export_incidents("breaks_halfway", old, selection=selection, options=ExportOptions(overwrite=True))
    assert [path.name for path in tmp_path.iterdir()] == ["out.x"]
    assert old.read_text() == "old"


def test_unknown_format_and_missing_folder_are_explained(tmp_path: Path, selection: Selection) -> None:
    """Both errors say what was expected and what to do next."""
    with pytest.raises(ExportError, match=r"(?s)no export format called 'xls'.*xlsx.*Choose"):
        export_incidents("xls", tmp_path / "out.xls", selection=selection)
    with pytest.raises(ExportError, match=r"(?s)cannot be written there.*Create the folder"):
        export_incidents("csv", tmp_path / "none" / "out.csv", selection=selection)


def test_unknown_is_empty_never_zero(tmp_path: Path, selection: Selection) -> None:
    """ "Dozens" injured, an open top and an untold day are empty cells; "at least 4" has a low and no high."""
    export_incidents("csv", tmp_path / "out.csv", selection=selection)
    market, pit = read_csv(tmp_path / "out.csv")
    assert (market["killed_low"], market["killed_best"], market["killed_high"]) == ("4", "5", "5")
    assert {
        pit[name] for name in ("injured_low", "injured_best", "injured_high", "killed_low", "date_earliest", "latitude")
    } == {""}
    traders, *_ = read_csv(tmp_path / "out.harm.csv")
    assert (traders["low"], traders["high"], traders["qualifier"]) == ("4", "", "at_least")


def test_people_detained_have_columns_of_their_own(tmp_path: Path, selection: Selection) -> None:
    """ "At least 60 detained" is a low without a high, beside those abducted and never among them; else the cells are empty."""
    market, pit = selection.incidents
    held = Toll(effect="detained", count=Count(low=60, high=None, qualifier="at_least"), best=60, claims=market.tolls[0].claims)
    told = replace(selection, incidents=(replace(market, tolls=(*market.tolls, held)), pit))
    export_incidents("csv", tmp_path / "out.csv", selection=told)
    market_row, pit_row = read_csv(tmp_path / "out.csv")
    names = [f"{effect}_{end}" for effect in ("detained", "abducted") for end in ("low", "best", "high")]
    assert [market_row[name] for name in names] == ["60", "60", "", "", "", ""]
    assert {pit_row[name] for name in names} == {""}


def test_accidents_are_marked(tmp_path: Path, selection: Selection) -> None:
    """The mine collapse is in the table, and marked as no conflict."""
    export_incidents("csv", tmp_path / "out.csv", selection=selection)
    assert {row["id"]: row["conflict"] for row in read_csv(tmp_path / "out.csv")} == {"inc_market": "true", "inc_pit": "false"}


@pytest.mark.parametrize(("format", "quote"), [("csv", "'-Beta"), ("xlsx", "'-Beta")])
def test_no_cell_runs_as_a_formula(tmp_path: Path, selection: Selection, format: str, quote: str) -> None:
    """A source called "-Beta" stands behind an apostrophe, a negative longitude stays a bare number."""
    path = tmp_path / f"out.{format}"
    export_incidents(format, path, selection=selection)
    if format == "csv":
        rows: list[dict[str, Any]] = list(read_csv(tmp_path / "out.accounts.csv"))
        assert rows[1]["longitude"] == "-4.25"
    else:
        heads, *cells = openpyxl.load_workbook(path)["accounts"].iter_rows(values_only=True)
        rows = [dict(zip(heads, row, strict=True)) for row in cells]
        assert rows[1]["longitude"] == -4.25
    assert rows[1]["source"] == quote


def test_bom_only_when_asked(tmp_path: Path, selection: Selection) -> None:
    """The byte order mark that old Excel needs is there with the option and not without."""
    export_incidents("csv", tmp_path / "plain.csv", selection=selection)
    export_incidents("csv", tmp_path / "bom.csv", selection=selection, options=ExportOptions(with_bom=True))
    assert (tmp_path / "bom.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "plain.csv").read_bytes()


def test_only_wanted_tables_are_written(tmp_path: Path, selection: Selection) -> None:
    """`tables` picks the long tables; incidents are always there."""
    options = ExportOptions(tables=("incidents", "harm"))
    exported = export_incidents("csv", tmp_path / "out.csv", selection=selection, options=options)
    assert [path.name for path in exported.paths] == ["out.csv", "out.harm.csv"]
    with pytest.raises(ExportError, match="cannot be left away"):
        ExportOptions(tables=("harm",))


def test_claims_without_incident_are_counted(tmp_path: Path, selection: Selection) -> None:
    """A total over many incidents is in no row, and the manifest says so with its reason."""
    export_incidents("csv", tmp_path / "out.csv", selection=selection)
    left = read_manifest(tmp_path / "out.csv")["left_out"]
    assert {"what": "claims", "count": 1}.items() <= next(row for row in left if "total" in row["reason"]).items()


def test_mixed_policies_and_missing_claims_are_refused(selection: Selection) -> None:
    """A file has one policy, and every row of it can be traced to claims that are there."""
    first, second = selection.incidents
    with pytest.raises(ExportError, match="different policies"):
        replace(selection, incidents=(first, replace(second, policy="lowest")))
    with pytest.raises(ExportError, match="were not handed to the export"):
        replace(selection, claims=selection.claims[1:])


def test_every_row_has_every_column(selection: Selection) -> None:
    """The rows of each table have exactly the columns that columns.toml describes, and each column has a meaning."""
    for name, table in build_tables(selection).items():
        assert table.columns == load_columns()[name]
        assert all(set(row) == {column.name for column in table.columns} for row in table.rows)
        assert all(len(column.note) > 10 for column in table.columns)


def test_workbook_explains_itself(tmp_path: Path, selection: Selection) -> None:
    """Beside the tables there is a sheet with the meaning of columns and codes, and one with the manifest."""
    export_incidents("xlsx", tmp_path / "out.xlsx", selection=selection)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == [
        "incidents",
        "tolls",
        "accounts",
        "harm",
        "disagreements",
        "sources",
        "codebook notes",
        "manifest",
    ]
    meanings = {(row[0], row[1]): row[3] for row in book["codebook notes"].iter_rows(values_only=True)}
    assert "collapse" in meanings["incident_type", "accident"]
    manifest = dict(book["manifest"].iter_rows(max_col=2, values_only=True))
    assert manifest["policy"] == "range"
    assert "a total over several incidents" in manifest["left_out"]


def test_text_longer_than_a_cell_is_cut_and_counted(tmp_path: Path, selection: Selection) -> None:
    """Excel cells end at 32,767 characters: the text is cut with a mark, and the manifest counts it."""
    first, second = selection.incidents
    long = replace(selection, incidents=(replace(first, summary="a" * 40_000), second))
    export_incidents("xlsx", tmp_path / "out.xlsx", selection=long)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["incidents"]
    texts = [cell.value for cell in sheet[2] if isinstance(cell.value, str) and cell.value.endswith(xlsx_file.CUT_MARK)]
    assert [len(text) for text in texts] == [xlsx_file.MOST_CHARACTERS]
    assert any(row["what"] == "end of text" and row["count"] == 1 for row in read_manifest(tmp_path / "out.xlsx")["left_out"])


def test_too_many_rows_for_a_sheet_are_refused(tmp_path: Path, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a sheet holds are an error that names the formats that can hold them."""
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 2)
    with pytest.raises(ExportError, match=r"(?s)cannot hold that many rows.*parquet"):
        export_incidents("xlsx", tmp_path / "out.xlsx", selection=selection)


@pytest.mark.parametrize("format", FORMATS)
def test_empty_selection_gives_an_empty_file(tmp_path: Path, format: str) -> None:
    """No incident is a valid answer: heads without rows, and a manifest that counts none."""
    path = tmp_path / f"none.{format}"
    exported = export_incidents(format, path, selection=Selection(incidents=(), claims=(), documents=()))
    assert exported.incidents == 0
    assert read_manifest(path)["policy"] is None


@pytest.mark.parametrize(
    ("read_from", "written"),
    [
        ("/home/awa/reports/a.txt", "a.txt"),
        (r"C:\Users\awa\reports\a.txt", "a.txt"),
        ("/home/awa/rows.csv:12", "rows.csv:12"),
        ("reports/a.txt", "reports/a.txt"),
    ],
)
def test_a_file_is_named_without_the_folders_of_a_machine(
    tmp_path: Path, selection: Selection, read_from: str, written: str
) -> None:
    """A path from the root of a disk says who read the report; what somebody typed from where they were stays."""
    first, *others = selection.documents
    told = replace(selection, documents=(replace(first, name=read_from), *others))
    export_incidents("jsonl", tmp_path / "out.jsonl", selection=told)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["document"]["name"] for line in lines if line["document"]["id"] == first.id] == [written]


def test_a_day_of_reporting_is_told_as_one(tmp_path: Path, selection: Selection) -> None:
    """Of an incident that was only "reported on" a day, the table says so: its latest day is a bound and no day of it."""
    day = date(2021, 5, 6)
    told = DateWindow(earliest=None, latest=day, precision="unknown", reported_on=day)
    first, *others = selection.incidents
    export_incidents("csv", tmp_path / "out.csv", selection=replace(selection, incidents=(replace(first, when=told), *others)))
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["date_earliest"], row["date_latest"], row["reported_on"]) for row in rows[:1]] == [
        ("", "2021-05-06", "2021-05-06")
    ]
    assert rows[1]["reported_on"] == ""
