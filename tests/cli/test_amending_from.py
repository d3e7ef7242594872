"""`crossread amend --from` corrects the reports of a table in one go, and says of each row what became of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.errors import ConflictError, RecordError
from crossread.flow import amending, amending_many, updating
from crossread.store import open_store

TEXT = (
    "---\nTitle: Raid at {place}\nSource: Test wire\nPublished: 2019-05-21\n---\n\n"
    "BAMAKO - Gunmen killed {count} peacekeepers in an attack on a camp in {place}, in the Kidal region of Mali, on Sunday.\n"
)
RAIDS = {"Aguelhok": "ten", "Tessalit": "four", "Abeibara": "two"}


def run(*arguments: str, store: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", store], env={"COLUMNS": "200", "NO_COLOR": "1"})


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with three reports, read once."""
    folder = tmp_path_factory.mktemp("reports")
    for place, count in RAIDS.items():
        (folder / f"{place}.txt").write_text(TEXT.format(place=place, count=count), encoding="utf-8")
    assert run("read", *(str(folder / f"{place}.txt") for place in RAIDS), store=str(folder / "s.db")).exit_code == 0
    with open_store(str(folder / "s.db")):
        pass  # closed, so that everything stands in the one file
    return (folder / "s.db").read_bytes()


@pytest.fixture
def url(read: bytes, tmp_path: Path) -> str:
    """A copy of it which the test may change."""
    (tmp_path / "s.db").write_bytes(read)
    return str(tmp_path / "s.db")


def sources(url: str, folder: Path) -> list[dict[str, str]]:
    """The rows of the table `sources` of an export, in the order of the reports."""
    assert run("export", "csv", str(folder / "out.csv"), "--overwrite", store=url).exit_code == 0
    with (folder / "out.sources.csv").open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: list(RAIDS).index(row["title"].rpartition(" ")[2]))


def give(url: str, folder: Path, rows: Sequence[dict[str, str]], *options: str, code: int = 0) -> dict[str, Any]:
    """What the command says for a program of these rows."""
    with (folder / "fix.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
    done = run("amend", "--from", str(folder / "fix.csv"), "--json", *options, store=url)
    assert done.exit_code == code, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def documents(url: str) -> dict[str, Any]:
    """The reports that stand, by their places."""
    with open_store(url) as store:
        return {next(place for place in RAIDS if place in row.text): row for row in store.iter_documents()}


def test_an_exported_table_comes_back_with_its_changed_cells(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only these are corrected, incidents are made anew once, and the table given a second time changes nothing."""
    rows = sources(url, tmp_path)
    assert give(url, tmp_path, rows)["unchanged"] == [2, 3, 4]
    rows[0] |= {"published": "2019-01-21", "reason": "misread"}
    rows[1] |= {"published": "2019-01-21", "source": "none"}
    rows[2] |= {"title": "Another title"}
    dry = give(url, tmp_path, rows, "--dry-run")
    assert (dry["written"], [row["changed"] for row in dry["amended"]][2]) == (
        False,
        {"title": ["Raid at Abeibara", "Another title"]},
    )
    assert documents(url)["Aguelhok"].id == rows[0]["document_id"]
    made: list[int] = []
    derive = updating.Relinking.derive
    monkeypatch.setattr(updating.Relinking, "derive", lambda *given: made.append(1) or derive(*given))
    told = give(url, tmp_path, rows, "--by", "Awa")
    assert made == [1]
    assert [(row["line"], row["was"]) for row in told["amended"]] == [
        (at, row["document_id"]) for at, row in enumerate(rows, 2)
    ]
    assert [row["summary"][:11] for row in told["incidents"]].count("20 Jan 2019") == 2
    assert (told["led"], told["new"]) == ({}, [])
    found = documents(url)
    assert [(str(found[place].published), found[place].source, found[place].title) for place in RAIDS] == [
        ("2019-01-21", "Test wire", "Raid at Aguelhok"),
        ("2019-01-21", None, "Raid at Tessalit"),
        ("2019-05-21", "Test wire", "Another title"),
    ]
    assert "Awa  amended" in run("audit", store=url).stdout
    assert give(url, tmp_path, rows)["unchanged"] == [2, 3, 4]


def test_a_bad_row_is_told_by_cell_and_costs_no_other(url: str, tmp_path: Path) -> None:
    """Line, column, what was expected and found; of two rows about one report the first is taken."""
    first, second, third = (row["document_id"] for row in sources(url, tmp_path))
    rows = [
        {"document": "doc_ffff", "title": "Raid"},
        {"document": first, "published": "yesterday"},
        {"document": first, "published": "2199-01-01"},
        {"document": first, "language": "english"},
        {"document": second[:12], "published": "2019-01-21"},
        {"document": second, "source": "Other wire"},
        {"document": "", "title": "Raid"},
        {"document": third, "url": "https://example.org/raid"},
    ]
    told = give(url, tmp_path, rows, code=1)
    columns = ["document", "published", "published", "language", "document", "document"]
    assert [(row["line"], row["column"]) for row in told["refused"]] == list(zip((2, 3, 4, 5, 7, 8), columns, strict=True))
    assert [row["line"] for row in told["amended"]] == [6, 9]
    assert documents(url)["Abeibara"].url == "https://example.org/raid"
    said = run("amend", "--from", str(tmp_path / "fix.csv"), store=url)
    assert "line 3, column published: This is no day.\n  expected: a day as YYYY-MM-DD, or `none`" in said.stderr
    assert "1 report corrected; 2 unchanged (lines 6, 9); 5 refused" in said.stdout  # line 7 is the only row of it now


def test_one_that_cannot_be_kept_leaves_no_trace(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had written is taken back, and all others are done."""
    rows = [{**row, "published": "2019-01-21"} for row in sources(url, tmp_path)]
    enter = amending.enter_amendment

    def fail(store: Any, prepared: Any, tools: Any) -> int:
        written = enter(store, prepared, tools)
        if prepared.plan.old.id == rows[1]["document_id"]:
            raise ConflictError("It could not be kept.")
        return written

    monkeypatch.setattr(amending_many, "enter_amendment", fail)
    told = give(url, tmp_path, rows, code=1)
    assert [row["line"] for row in told["amended"]] == [2, 4]
    assert [(row["line"], row["message"]) for row in told["refused"]] == [(3, "It could not be kept.")]
    found = documents(url)
    assert [str(found[place].published) for place in RAIDS] == ["2019-01-21", "2019-05-21", "2019-01-21"]


def test_a_single_report_can_be_looked_at_first_too(url: str, tmp_path: Path) -> None:
    """--dry-run writes nothing; a table and a report beside it, or neither, are wrong usage; columns are needed."""
    name = sources(url, tmp_path)[0]["document_id"]
    said = run("amend", name, "--published", "2019-01-21", "--dry-run", store=url).stdout
    assert said == f"Nothing is written. It would give:\n{name}: published 2019-05-21 → 2019-01-21\n"
    assert json.loads(run("amend", name, "--title", "x", "--dry-run", "--json", store=url).stdout)["written"] is False
    assert documents(url)["Aguelhok"].id == name
    (tmp_path / "a.csv").write_text("claim,slot\n", encoding="utf-8")
    table = ["amend", "--from", str(tmp_path / "a.csv")]
    assert isinstance(run(*table, store=url).exception, RecordError)
    for wrong in ([*table, "--title", "x"], [*table, name], ["amend", "--title", "x"]):
        assert run(*wrong, store=url).exit_code == 2
