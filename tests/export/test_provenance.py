"""The provenance sidecar: every value that an export holds has its row, with words that its report holds at that place."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from crossread.codebook import SHAPES
from crossread.export import ExportOptions, Selection, export_formats, export_incidents, file_name
from crossread.export.cells import to_flat
from crossread.export.content import TABLES
from crossread.export.csv_file import csv_cell
from crossread.export.provenance import HEADER, KEYS, sidecar_path
from crossread.export.tables import load_columns
from crossread.records import SLOTS, Actor, Count, Judgement, Party, Toll

Told = set[tuple[str, str, str, str]]
NOT_VALUES = ("evidence", "trigger", "retellings", "quote", "start", "end")
NAME = "Keïta"


@pytest.fixture
def decided(selection: Selection) -> Selection:
    """The same with an incident accepted, a date corrected, a doer whom every form can hold and a toll only claimed."""
    claim = selection.claims[0]
    group = Actor(role="perpetrator", raw="Gunmen", name="Ilu Front", type="rebel_group")
    party = Party(role="perpetrator", name="Ilu Front", type="rebel_group", claims=(claim.id,))
    market = selection.incidents[0]
    boast = Toll(effect="injured", count=Count(low=9, high=9, qualifier="exact"), best=None, claims=(claim.id,))
    made = {"made_by": "Awa", "made_at": datetime(2021, 6, 1, tzinfo=UTC)}
    boasted = replace(market, parties=(party, *market.parties[2:]), tolls=(*market.tolls, boast))
    rows = (
        Judgement(id="jdg_1", kind="accept", subject="inc_market", **made),
        Judgement(id="jdg_2", kind="correct", subject=claim.id, slot="when", value="null", **made),
    )
    return replace(
        selection,
        judgements=rows,
        claims=(replace(claim, actors=(group, *claim.actors[1:])), *selection.claims[1:]),
        incidents=tuple(replace(row, policy="best_low_high@1") for row in (boasted, *selection.incidents[1:])),
    )


def _export(tmp_path: Path, selection: Selection, format: str, **options: Any) -> Path:
    path = tmp_path / file_name(format, "out")
    export_incidents(format, path, selection=selection, options=ExportOptions(provenance=True, **options))
    return path


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sidecar(path: Path) -> list[dict[str, str]]:
    return _rows(sidecar_path(path))


def _keyed(table: str, rows: Iterable[dict[str, Any]], key: tuple[str, ...] | None = None) -> Told:
    """The values of rows as the sidecar names them."""
    names = key or KEYS[table]
    return {
        (table, "/".join(str(row[name]).removeprefix("'") for name in names), column, str(value))
        for row in rows
        for column, value in row.items()
        if value not in (None, "", [])
    }


def _leaves(told: Any, path: str) -> Iterable[tuple[str, str]]:
    if isinstance(told, dict):
        for name, part in told.items():
            if name not in NOT_VALUES:
                yield from _leaves(part, f"{path}.{name}" if path else name)
    elif isinstance(told, list):
        for number, part in enumerate(told):
            yield from _leaves(part, f"{path}.{number}")
    elif told is not None:
        yield path, told if isinstance(told, str) else json.dumps(told)


def _plain(value: Any) -> Any:
    """A cell of a typed format as CSV would have it."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer() and abs(value) > 180:
        return int(value)
    return csv_cell(to_flat(value))


def _read(path: Path, format: str) -> Told:
    """Every value that the files of an export hold, read with the libraries that users read them with."""
    if format.partition("_")[0] in SHAPES:
        return _keyed(format.partition("_")[0], _rows(path), ("relid",) if format == "ged" else ("event_id_cnty",))
    if format == "jsonl":
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return {("claims", c["id"], at, told) for line in lines for c in line["claims"] for at, told in _leaves(c, "")}
    if format == "geojson":
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        points = [dict(zip(("longitude", "latitude"), f["geometry"]["coordinates"], strict=True)) for f in features]
        rows = [{**f["properties"], **p} for f, p in zip(features, points, strict=True)]
        return _keyed("incidents", [{name: _plain(value) for name, value in row.items()} for row in rows])
    found: Told = set()
    for table in TABLES:
        if format == "xlsx":
            head, *lines = openpyxl.load_workbook(path)[table].iter_rows(values_only=True)
            rows = [dict(zip(head, line, strict=True)) for line in lines]
            found |= _keyed(table, [{n: _text(v) for n, v in row.items()} for row in rows])
            continue
        beside = path if table == "incidents" else path.with_name(f"{path.stem}.{table}{path.suffix}")
        if format == "parquet":
            rows = pq.read_table(beside).to_pylist()
            found |= _keyed(table, [{n: _plain(v) for n, v in row.items()} for row in rows])
        else:
            found |= _keyed(table, _rows(beside)[1 if format == "hxl" else 0 :])
    return found


def _text(value: Any) -> Any:
    return csv_cell(value.date() if isinstance(value, datetime) else value) if isinstance(value, bool | date) else value


@pytest.mark.parametrize("format", [name for name in export_formats() if name not in ("jsonld", "dossier")])
def test_every_value_of_every_export_has_its_row(tmp_path: Path, decided: Selection, format: str) -> None:
    """The files are read back; the sidecar has each of their values and no other, each with claim or report and its hash."""
    path = _export(tmp_path, decided, format, with_names=True)
    rows, told = _sidecar(path), _read(path, format)
    assert len(told) > 20
    assert {(row["table"], row["row"].removeprefix("'"), row["column"], row["value"]) for row in rows} == told
    claims = {claim.id: claim for claim in decided.claims}
    texts = {document.id: document.text for document in decided.documents}
    for row in rows:
        assert list(row) == HEADER
        assert row["document_sha256"] == "ab" * 32
        assert row["basis"] in ("words", "claim", "derived", "document")
        if row["basis"] != "document":
            assert claims[row["claim_id"]].document_id == row["document_id"]
            quote = row["quote"].removeprefix("'") if row["quote"].startswith("'=") else row["quote"]
            assert texts[row["document_id"]][int(row["start"]) : int(row["end"])] == quote != ""


def test_the_sidecar_of_a_dossier_is_that_of_its_tables(tmp_path: Path, decided: Selection) -> None:
    """A dossier tells its values in words; beside it each stands as the tables have it, with what it rests on."""
    tables = _sidecar(_export(tmp_path, decided, "csv"))
    assert _sidecar(_export(tmp_path, decided, "dossier")) == tables != []


def test_a_value_stands_by_its_correction_or_by_the_verdict(tmp_path: Path, decided: Selection) -> None:
    """The corrected date names the correction and who made it; other values of that incident its accept; the rest nobody."""
    rows = _sidecar(_export(tmp_path, decided, "csv"))
    first = decided.claims[0].id
    by = {(row["claim_id"], row["column"], row["table"]): row for row in rows}
    assert by[first, "date_earliest", "accounts"]["judgement_id"] == "jdg_2"
    assert by[first, "date_earliest", "accounts"]["decided_by"] == "Awa"
    assert by[first, "type", "incidents"]["judgement_id"] == "jdg_1"
    assert {row["judgement_id"] for row in rows if row["row"] == "inc_pit"} == {""}


def test_an_incident_s_toll_rests_on_the_words_for_the_dead(tmp_path: Path, decided: Selection) -> None:
    """Where claims carry the words, they and no others are the ground of the number."""
    alpha = decided.documents[0]
    start = alpha.text.index("At least four")
    evidence = (alpha.quote(start, start + len("At least four")),)
    claim = replace(decided.claims[0], harm=(replace(decided.claims[0].harm[0], evidence=evidence),))
    rows = _sidecar(_export(tmp_path, replace(decided, claims=(claim, *decided.claims[1:])), "acled", with_names=True))
    dead = [row for row in rows if row["column"] == "fatalities"]
    assert ("words", "At least four") in {(row["basis"], row["quote"]) for row in dead}
    assert {row["basis"] for row in dead if row["claim_id"] == claim.id} == {"words"}


@pytest.mark.parametrize("format", ["csv", "xlsx", "acled", "geojson"])
def test_the_sidecar_withholds_what_the_files_withhold(tmp_path: Path, decided: Selection, format: str) -> None:
    """No name of a victim unless asked for; with coarser places no word of any report at all."""
    alpha = decided.documents[0]
    start = alpha.text.index("teacher Amadou Keïta")
    evidence = (alpha.quote(start, start + len("teacher Amadou Keïta")),)
    victim = replace(decided.claims[0].actors[2], evidence=evidence)
    claim = replace(decided.claims[0], actors=(*decided.claims[0].actors[:2], victim))
    chosen = replace(decided, claims=(claim, *decided.claims[1:]))
    for options, shown in (({}, False), ({"with_names": True}, True)):
        folder = tmp_path / str(shown)
        folder.mkdir()
        text = sidecar_path(_export(folder, chosen, format, **options)).read_text(encoding="utf-8")
        assert (NAME in text) is shown
    coarse = _sidecar(_export(tmp_path, chosen, format, places="country")) if format != "acled" else []
    assert {row["quote"] + row["start"] for row in coarse} <= {""}


def test_without_asking_there_is_no_sidecar(tmp_path: Path, decided: Selection) -> None:
    """It holds words of reports, so that it is only written when asked for; then the manifest vouches for it too."""
    export_incidents("csv", tmp_path / "out.csv", selection=decided)
    assert not sidecar_path(tmp_path / "out.csv").exists()
    (tmp_path / "asked").mkdir()
    path = _export(tmp_path / "asked", decided, "csv")
    manifest = json.loads(path.with_name(f"{path.name}.manifest.json").read_text(encoding="utf-8"))
    assert sidecar_path(path).name in {row["name"] for row in manifest["files"]}
    assert manifest["options"]["provenance"] is True


def test_every_column_says_what_it_rests_on_and_has_its_hashtag() -> None:
    """A slot, the report, or crossread itself; hashtags and attributes are formed as HXL wants them."""
    for columns in load_columns().values():
        for column in columns:
            assert column.rests_on.partition(".")[0] in (*SLOTS, "made", "document"), column
            assert re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", column.hxl), column
        assert len({column.hxl for column in columns}) == len(columns)


def test_hxl_is_csv_with_a_row_of_hashtags(tmp_path: Path, selection: Selection) -> None:
    """Names, hashtags, then the same rows as the CSV of the same selection, in every table."""
    _export(tmp_path, selection, "hxl")
    _export(tmp_path, selection, "csv")
    for table in TABLES:
        beside = "" if table == "incidents" else f".{table}"
        plain = (tmp_path / f"out{beside}.csv").read_text(encoding="utf-8").splitlines()
        tagged = (tmp_path / f"out.hxl{beside}.csv").read_text(encoding="utf-8").splitlines()
        assert [tagged[0], *tagged[2:]] == plain
        assert tagged[1].split(",") == [column.hxl for column in load_columns()[table]]
