"""`crossread correct --from` makes the corrections of a table as if each were made alone, and says what is amiss by cell."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from crossread.cli import correcting_many
from crossread.cli.door import app
from crossread.errors import NotFoundError, RecordError
from crossread.flow import updating
from crossread.flow.selecting import correct_claims
from crossread.records import Claim
from crossread.store import open_store

REPORTS = {
    "Bandiagara": "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a police station in Bandiagara, Mali, on Monday, "
    "killing a police officer and wounding two others, the mayor of Koro said.\n",
    "Gao": "GAO, 4 June 2021 (Wire) - A roadside bomb killed three soldiers near Gao, Mali, on Thursday, "
    "the army said in Bamako.\n",
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with two reports of one claim each, read once."""
    folder = tmp_path_factory.mktemp("many")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("read", *(str(folder / f"{name}.txt") for name in REPORTS), store=str(folder / "s.db")).exit_code == 0
    with open_store(str(folder / "s.db")):
        pass  # closed, so that everything stands in the one file
    return (folder / "s.db").read_bytes()


@pytest.fixture
def url(read: bytes, tmp_path: Path) -> str:
    """A copy of it which the test may change."""
    (tmp_path / "s.db").write_bytes(read)
    return str(tmp_path / "s.db")


class Stopped(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: Any = None) -> Stopped:
        return cls(2026, 1, 1, tzinfo=tz)


def run(*arguments: str, store: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", store], env={"COLUMNS": "200", "NO_COLOR": "1"})


def claims(url: str) -> dict[str, Claim]:
    """The claims as corrected, by the place of their reports."""
    with open_store(url) as store:
        found = correct_claims(store, store.iter_claims())
        texts = {claim.id: store.get_document(claim.document_id).text for claim in found}
    return {name: next(claim for claim in found if name in texts[claim.id]) for name in REPORTS}


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> str:
    """A CSV file with the columns of all rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def give(url: str, path: Path, rows: Sequence[Mapping[str, str]], *options: str, code: int = 0) -> dict[str, Any]:
    """What the command says for a program of these rows."""
    done = run("correct", "--from", write(path, rows), "--by", "coder", "--json", *options, store=url)
    assert done.exit_code == code, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def log(url: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run("judge", "log", "--json", store=url).stdout)
    return rows


def test_each_row_is_a_correction_of_its_own(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes, words, rows and own values; incidents are made anew once; each has an undo of its own."""
    gao, bandiagara = claims(url)["Gao"].id, claims(url)["Bandiagara"].id
    made: list[int] = []
    derive = updating.Relinking.derive
    monkeypatch.setattr(updating.Relinking, "derive", lambda *given: made.append(1) or derive(*given))
    rows = [
        {"claim": bandiagara, "slot": "status", "value": "attempted"},
        {"claim": bandiagara[:12], "slot": "where", "value": "Koro"},
        {"claim": bandiagara, "slot": "harm:injured", "value": "two others", "take_out": "x"},
        {"claim": gao, "slot": "when", "value": "2021-06-02", "own": "yes", "reason": "a log book", "by": "Binta"},
        {"claim": gao, "slot": "harm:killed", "value": "4", "own": "yes", "replaces": "three soldiers", "reason": "counted"},
        {"claim": gao, "slot": "where", "value": "Kossa", "own": "1", "country": "ml", "at": "14.5,-4.25", "reason": "seen"},
    ]
    told = give(url, tmp_path / "fix.csv", rows)
    assert made == [1]
    assert [row["line"] for row in told["corrected"]] == [2, 3, 4, 5, 6, 7]
    assert (told["unchanged"], told["refused"], told["written"]) == ([], [], True)
    assert len(told["incidents"]) == 2
    found = claims(url)
    assert found["Bandiagara"].status == "attempted"
    assert [row.effect for row in found["Bandiagara"].harm] == ["killed"]
    where, gone = found["Bandiagara"].where, found["Gao"].where
    assert (where and where.value and where.value.name, gone and gone.value and gone.value.name) == ("Koro", "Kossa")
    assert [row.count.low for row in found["Gao"].harm if row.count] == [4]
    assert [(row["made_by"], row["reason"]) for row in log(url)][3:5] == [("Binta", "a log book"), ("coder", "counted")]
    assert run("judge", "undo", told["corrected"][2]["id"], store=url).exit_code == 0
    assert [row.effect for row in claims(url)["Bandiagara"].harm] == ["killed", "injured"]
    assert claims(url)["Bandiagara"].status == "attempted"


def test_rows_that_hold_already_are_unchanged(url: str, tmp_path: Path) -> None:
    """Given a second time, a table writes nothing; what differs in one respect is no repetition."""
    gao, bandiagara = claims(url)["Gao"].id, claims(url)["Bandiagara"].id
    rows = [
        {"claim": bandiagara, "slot": "status", "value": "accomplished"},
        {"claim": bandiagara, "slot": "harm:injured", "value": "two others", "take_out": "yes"},
        {"claim": bandiagara, "slot": "harm:killed", "value": "Gunmen", "who": "police"},
        {"claim": gao, "slot": "harm:killed", "value": "4", "own": "yes", "replaces": "three soldiers", "reason": "counted"},
        {"claim": gao, "slot": "when", "not_told": "yes"},
    ]
    first = give(url, tmp_path / "fix.csv", rows)
    assert (first["unchanged"], len(first["corrected"])) == ([2], 4)
    again = give(url, tmp_path / "fix.csv", rows)
    assert (again["unchanged"], again["corrected"], again["refused"]) == ([2, 3, 4, 5, 6], [], [])
    assert len(log(url)) == 4
    other = give(url, tmp_path / "fix.csv", [{**rows[3], "value": "5", "replaces": ""}])
    assert [row["change"] for row in other["corrected"]] == ["harm: killed 4 → killed 5"]
    give(url, tmp_path / "fix.csv", [{**rows[1], "value": "nobody"}], code=1)


def test_of_rows_about_one_slot_the_last_one_holds(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is read of what the rows before it left, and the log keeps their order although they are made at once."""
    monkeypatch.setattr(correcting_many, "datetime", Stopped)
    gao = claims(url)["Gao"].id
    names = ("Bamako", "Gao", "Mali", "Bamako", "Gao", "Bamako")
    rows = [{"claim": gao, "slot": "where", "value": name} for name in names]
    rows += [
        {"claim": gao, "slot": "harm:injured", "value": name} for name in ("three soldiers", "the army", "A roadside bomb")
    ]
    assert give(url, tmp_path / "fix.csv", rows)["refused"] == []
    where = claims(url)["Gao"].where
    assert (where and where.raw) == "Bamako"
    assert len([row for row in claims(url)["Gao"].harm if row.effect == "injured"]) == 3
    assert len({row["made_at"] for row in log(url)}) == len(log(url))


def test_a_bad_row_is_told_by_cell_and_costs_no_other(url: str, tmp_path: Path) -> None:
    """Line, column, what was expected and found, and what to do; all other rows are written."""
    gao = claims(url)["Gao"].id
    rows = [
        {"claim": "clm_ffff", "slot": "status", "value": "attempted"},
        {"claim": gao, "slot": "colour", "value": "red"},
        {"claim": gao, "slot": "status", "value": "maybe"},
        {"claim": gao, "slot": "where", "value": "Timbuktu"},
        {"claim": gao, "slot": "where", "value": "Kossa", "own": "yes", "reason": "seen"},
        {"claim": gao, "slot": "when", "value": "2021-06-02", "own": "yes"},
        {"claim": gao, "slot": "when", "value": "2021-06-02", "own": "perhaps"},
        {"claim": gao, "slot": "harm:killed", "value": "three", "replaces": "nobody"},
        {"claim": "", "slot": "status", "value": "attempted"},
        {"claim": gao, "slot": "status", "value": "attempted"},
    ]
    told = give(url, tmp_path / "fix.csv", rows, code=1)
    columns = ["claim", "slot", "value", "value", "country", "reason", "own", "replaces", "claim"]
    assert [(row["line"], row["column"]) for row in told["refused"]] == list(zip(range(2, 11), columns, strict=True))
    assert all(row["message"] and (row["expected"] or row["next_step"]) for row in told["refused"])
    assert all(row["expected"] and row["found"] for row in told["refused"][1:])
    assert [row["line"] for row in told["corrected"]] == [11]
    said = run("correct", "--from", str(tmp_path / "fix.csv"), store=url)
    assert said.exit_code == 1
    assert "line 5, column value: The report does not hold these words." in said.stderr
    assert "  expected: words as they stand in the report\n  found: Timbuktu\n  Copy them" in said.stderr
    assert "0 corrections; 1 unchanged (line 11); 9 refused (lines 2, 3, 4" in said.stdout


def test_what_the_store_refuses_is_refused_of_its_row_alone(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of such a row stays in hand: what comes after it is read of the claim as it was."""
    gao = claims(url)["Gao"].id
    change = correcting_many.change_of
    broken = {"where": '{"raw": "x", "evidence": [{"start": 0, "end": 3, "quote": "not"}]}'}
    monkeypatch.setattr(correcting_many, "change_of", lambda *given: broken if given[2].slot == "where" else change(*given))
    rows = [{"claim": gao, "slot": "where", "value": "Bamako"}, {"claim": gao, "slot": "status", "value": "attempted"}]
    told = give(url, tmp_path / "fix.csv", rows, code=1)
    assert [row["line"] for row in told["refused"]] == [2]
    assert [row["line"] for row in told["corrected"]] == [3]
    assert len(log(url)) == 1


def test_a_dry_run_says_what_would_change_and_writes_nothing(url: str, tmp_path: Path) -> None:
    """From what to what, also the incident as it would be; of a single correction as well."""
    gao = claims(url)["Gao"].id
    path = write(tmp_path / "fix.csv", [{"claim": gao, "slot": "status", "value": "attempted"}])
    done = run("correct", "--from", path, "--dry-run", store=url)
    assert done.stdout.startswith(f"Nothing is written. It would give:\nline 2  {gao}  status: accomplished → attempted.\n")
    assert "(attempted)" in done.stdout
    assert "takes it back" not in done.stdout
    single = run("correct", gao, "status", "attempted", "--dry-run", store=url)
    assert "Nothing is written." in single.stdout
    assert json.loads(run("correct", gao, "status", "attempted", "--preview", "--json", store=url).stdout)["written"] is False
    own = run("correct", gao, "when", "2019-03-09", "--own", "--preview", store=url)
    assert "Nothing is written." in own.stdout  # without the reason that a correction of one's own is kept with
    assert log(url) == []
    assert claims(url)["Gao"].status == "accomplished"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("claim;slot;value\n{gao};status;attempted\n", 2, None),
        ("\ufeffClaim\tSlot\tValue\tMy notes\n{gao}\tstatus\tattempted\tsee mail\n", 2, None),
        ("claim,slot,value\n\n{gao},status,attempted\n", 3, None),
        ('claim,slot,value\n{gao},where,"Gao\n', 2, "quotes"),
        ("claim,slot,value\n{gao},status,attempted,more\n", 2, "4 cells under 3"),
    ],
)
def test_spreadsheets_write_csv_in_many_ways(url: str, tmp_path: Path, text: str, line: int, told: str | None) -> None:
    """Separators, marks and columns of one's own do no harm; a row that cannot be told apart is refused by its line."""
    (tmp_path / "fix.csv").write_text(text.replace("{gao}", claims(url)["Gao"].id), encoding="utf-8")
    done = run("correct", "--from", str(tmp_path / "fix.csv"), "--json", store=url)
    found = json.loads(done.stdout)
    assert [row["line"] for row in found["refused" if told else "corrected"]] == [line]
    assert done.exit_code == (1 if told else 0)
    assert told is None or told in json.dumps(found["refused"])


def test_a_table_without_its_columns_and_a_file_that_is_not_there(url: str, tmp_path: Path) -> None:
    wrong = run("correct", "--from", write(tmp_path / "a.csv", [{"id": "1", "status": "attempted"}]), store=url)
    assert isinstance(wrong.exception, RecordError)
    assert (wrong.exception.expected or "").startswith("the columns claim, slot and value")
    twice = tmp_path / "b.csv"
    twice.write_text("claim,slot,Slot\n", encoding="utf-8")
    assert isinstance(run("correct", "--from", str(twice), store=url).exception, RecordError)
    assert isinstance(run("correct", "--from", "gone.csv", store=url).exception, NotFoundError)
    for beside in (["clm_f"], ["--own"], ["--not-told"]):
        assert run("correct", *beside, "--from", str(twice), store=url).exit_code == 2
    assert run("correct", "clm_f", store=url).exit_code == 2


def export(url: str, folder: Path, *options: str) -> dict[str, list[dict[str, str]]]:
    """The tables of an export by their names."""
    done = run("export", "csv", str(folder / "out.csv"), "--overwrite", *options, store=url)
    assert done.exit_code == 0, done.output
    found = {}
    for name in ("accounts", "harm"):
        with (folder / f"out.{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def test_an_exported_table_comes_back_with_its_changed_cells(url: str, tmp_path: Path) -> None:
    """As it is it changes nothing; a code, words, days, a place and a number are corrected where their cells differ."""
    tables = export(url, tmp_path)
    for name, rows in tables.items():
        assert give(url, tmp_path / f"out.{name}.csv", rows)["corrected"] == []
    here = {row["where_raw"].removeprefix("near "): row for row in tables["accounts"]}
    bandiagara, gao = (next(row for name, row in here.items() if place in name) for place in ("Bandiagara", "Gao"))
    bandiagara |= {"status": "attempted", "where_raw": "Koro", "when_raw": "none", "victims": "passed over"}
    gao |= {"date_earliest": "2021-06-01", "date_latest": "2021-06-02", "place": "Kossa", "stance": "", "reason": "seen"}
    told = give(url, tmp_path / "out.accounts.csv", tables["accounts"])
    assert sorted((row["slot"], row["made_by"]) for row in told["corrected"]) == [
        (slot, "coder") for slot in ("status", "when", "when", "where", "where")
    ]
    found = claims(url)
    assert (found["Bandiagara"].status, found["Bandiagara"].when) == ("attempted", None)
    when, where = found["Gao"].when, found["Gao"].where
    assert when is not None
    assert when.value is not None
    assert (str(when.value.earliest), str(when.value.latest)) == ("2021-06-01", "2021-06-02")
    assert where is not None
    assert where.value is not None
    assert (where.value.name, where.value.country, where.value.latitude) == ("Kossa", "ML", None)
    killed = next(row for row in tables["harm"] if row["raw"].startswith("three"))
    killed |= {"low": "4", "high": "5"}
    told = give(url, tmp_path / "out.harm.csv", tables["harm"], "--reason", "the register")
    assert [row["change"] for row in told["corrected"]] == ["harm: killed 3 → killed 4–5"]
    assert give(url, tmp_path / "out.harm.csv", tables["harm"], "--reason", "again")["corrected"] == []


def test_a_cell_that_says_two_things_or_needs_a_reason_is_refused(url: str, tmp_path: Path) -> None:
    """Other cells of the row are taken; a number that is not where it was is not taken for another."""
    tables = export(url, tmp_path)
    gao = next(row for row in tables["accounts"] if "Gao" in row["where_raw"])
    gao |= {"status": "attempted", "date_earliest": "2021-06-01", "date_latest": "2021-06-01"}
    told = give(url, tmp_path / "out.accounts.csv", [gao], code=1)
    assert [row["slot"] for row in told["corrected"]] == ["status"]
    assert [row["column"] for row in told["refused"]] == ["reason"]
    for cell, column in (({"date_earliest": "soon"}, "date_earliest"), ({"where_raw": "Bamako", "place": "Bamako"}, "place")):
        told = give(url, tmp_path / "out.accounts.csv", [{**gao, **cell}], "--reason", "seen", code=1)
        assert [row["column"] for row in told["refused"]] == [column]
    harm = next(row for row in tables["harm"] if row["raw"].startswith("three"))
    for cell, column in (
        ({"effect": "injured"}, "row"),
        ({"row": "9"}, "row"),
        ({"low": "many"}, "low"),
        ({"low": "-1"}, "low"),
    ):
        told = give(url, tmp_path / "out.harm.csv", [{**harm, **cell}], "--reason", "seen", code=1)
        assert [row["column"] for row in told["refused"]] == [column]


def test_a_coarse_export_is_refused_and_an_old_one_warned_of(url: str, tmp_path: Path) -> None:
    """Days by the month would all be taken for corrections; what others corrected since would be set back."""
    rows = export(url, tmp_path, "--days", "month")["accounts"]
    path = write(tmp_path / "out.accounts.csv", rows)
    refused = run("correct", "--from", path, store=url)
    assert isinstance(refused.exception, RecordError)
    assert refused.exception.found == "days month"
    rows = export(url, tmp_path)["accounts"]
    assert run("correct", rows[0]["claim_id"], "status", "attempted", store=url).exit_code == 0
    again = run("correct", "--from", str(tmp_path / "out.accounts.csv"), "--dry-run", store=url)
    assert "attempted → accomplished" in again.stdout
    assert "Warning: 1 correction was made since" in again.stderr
