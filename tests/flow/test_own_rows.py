"""A store's own export, read back into it, is no further account; that of another store is."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.export import Selection, export_incidents
from crossread.flow import read_into, update_incidents
from crossread.flow.own_rows import find_incident_id
from crossread.read import ReadOptions, iter_documents
from crossread.store import open_store

REPORT = "Report 1 of the market watch.\n\nGunmen attacked the market in Gao on 11 March 2021, and 4 traders were killed.\n"


def row_of(incident_id: str, path: Path, shape: str) -> Path:
    """A file of one row with the id of that incident, as an export has it."""
    acled = {
        "event_id_cnty": f"XR-{incident_id.removeprefix('inc_')}",
        "event_date": "2021-03-11",
        "event_type": "Violence against civilians",
        "sub_event_type": "Attack",
        "actor1": "Unidentified Armed Group (Mali)",
        "inter1": "3",
        "actor2": "Civilians (Mali)",
        "inter2": "7",
        "country": "Mali",
        "location": "Gao",
        "fatalities": "4",
    }
    ged = {
        "id": "17",
        "relid": incident_id,
        "type_of_violence": "3",
        "side_a": "Government of Mali",
        "side_b": "Civilians",
        "date_start": "2021-03-11 00:00:00.000",
        "date_end": "2021-03-11 00:00:00.000",
        "country": "Mali",
        "best": "4",
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        told = {"acled": acled, "ged": ged}[shape]
        writer = csv.DictWriter(file, told)
        writer.writeheader()
        writer.writerow(told)
    return path


@pytest.mark.parametrize("shape", ["acled", "ged"])
def test_a_row_that_the_store_wrote_is_left_out_and_counted(bench, tmp_path: Path, shape: str) -> None:
    """The incident rests on its report alone, and nothing of the row is kept."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    (incident,) = bench.store.iter_incidents()
    before = bench.store.counts()
    rows = replace(bench, options=ReadOptions(shape=shape))
    report = read_into(rows, [row_of(incident.id, tmp_path / "own.csv", shape)])
    update_incidents(bench.store, "best_low_high")
    assert (report.own, report.new, report.known, report.rejected) == (1, 0, 0, 0)
    assert bench.store.counts() == before
    assert [row.independent_sources for row in bench.store.iter_incidents()] == [1]


@pytest.mark.parametrize("shape", ["acled", "ged"])
def test_a_row_of_another_stores_export_is_an_account(bench, tmp_path: Path, shape: str) -> None:
    """An id that this store never gave, also one that is the beginning of none."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    (incident,) = bench.store.iter_incidents()
    rows = replace(bench, options=ReadOptions(shape=shape))
    for number, other in enumerate(("inc_0123456789abcdef", incident.id[:10])):
        report = read_into(rows, [row_of(other, tmp_path / f"{number}.csv", shape)])
        assert (report.own, report.new) == (0, 1)


def test_a_row_that_agrees_counts_as_a_source_and_a_copy_of_the_store_keeps_it_out(bench, tmp_path: Path) -> None:
    """As the guide says: in the copy the incident is fair, in the store that it was copied from still weak."""
    (tmp_path / "a.txt").write_text(f"Source: Radio Gao\n\n{REPORT}", encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    bench.store.close()
    (tmp_path / "beside.db").write_bytes((tmp_path / "crossread.db").read_bytes())
    with open_store(str(tmp_path / "beside.db")) as copy:
        rows = replace(bench, store=copy, options=ReadOptions(shape="acled", source="A data set"))
        read_into(rows, [row_of("inc_0123456789abcdef", tmp_path / "set.csv", "acled")])
        update_incidents(copy, "best_low_high")
        assert [(row.grade, row.independent_sources) for row in copy.iter_incidents()] == [("fair", 2)]
    assert [(row.grade, row.independent_sources) for row in bench.store.iter_incidents()] == [("weak", 1)]


def test_the_id_of_an_incident_that_is_gone_is_still_the_stores(bench, tmp_path: Path) -> None:
    """A row of an old export: its incident was withdrawn since."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    (incident,) = bench.store.iter_incidents()
    bench.store.replace_incidents([])
    rows = replace(bench, options=ReadOptions(shape="acled"))
    assert read_into(rows, [row_of(incident.id, tmp_path / "old.csv", "acled")]).own == 1


def test_what_an_export_writes_is_what_is_recognised(bench, tmp_path: Path) -> None:
    """The ids as the exporters write them, and reports are never rows."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    incidents = tuple(bench.store.iter_incidents())
    documents = tuple(bench.store.iter_documents())
    chosen = Selection(incidents=incidents, claims=tuple(bench.store.iter_claims()), documents=documents)
    export_incidents("acled", tmp_path / "out.csv", selection=chosen)
    read = [row.document for row in iter_documents([tmp_path / "out.csv"], options=ReadOptions(shape="acled"))]
    assert [find_incident_id(document) for document in read] == [incident.id for incident in incidents]
    assert [find_incident_id(document) for document in documents] == [None]


def test_known_documents_are_called_by_name(bench, tmp_path: Path) -> None:
    """So that one sees which file it was."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    (name,) = read_into(bench, [tmp_path / "a.txt"]).known_first
    assert name.endswith("a.txt")


def test_ids_are_asked_of_this_store(bench, tmp_path: Path) -> None:
    """The same row is another store's account."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    read_into(bench, [tmp_path / "a.txt"])
    update_incidents(bench.store, "best_low_high")
    (incident,) = bench.store.iter_incidents()
    with open_store(str(tmp_path / "other.db")) as other:
        elsewhere = replace(bench, store=other, options=ReadOptions(shape="acled"))
        report = read_into(elsewhere, [row_of(incident.id, tmp_path / "own.csv", "acled")])
    assert (report.own, report.new) == (0, 1)
