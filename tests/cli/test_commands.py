"""The command line as a user meets it: real files, a real store, exit codes."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossread import __version__
from crossread.cli.showing import demo
from crossread.config import Settings
from crossread.flow import update_incidents
from crossread.read import read_text
from crossread.records import Judgement, claim_to_json
from crossread.store import open_store

REPORT = """Title: Raid on a camp
Source: Test wire
Published: 2019-01-21

BAMAKO - Gunmen killed ten Chadian peacekeepers in an attack on a camp in Aguelhok, in the Kidal region of Mali, on Sunday.
At least 25 others were injured, the UN mission said.
"""


def run(*arguments: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """`crossread` with these arguments in its own process."""
    command = [sys.executable, "-m", "crossread", *arguments]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, input=stdin, env=environment, timeout=100, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one report, one file that is none, and a store with both read into it."""
    path = tmp_path_factory.mktemp("work")
    (path / "reports").mkdir()
    (path / "reports" / "raid.txt").write_text(REPORT, encoding="utf-8")
    (path / "reports" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    (path / "policy.toml").write_text('policy = "highest"\n', encoding="utf-8")
    done = run("read", "reports", "--store", "s.db", cwd=path)
    assert done.returncode == 1, done.stderr
    assert "1 document read" in done.stdout
    assert "broken.pdf" in done.stderr
    return path


def test_reading_again_adds_nothing(folder: Path) -> None:
    """The same file twice: known already, no new document, the same claims."""
    before = json.loads(run("status", "--store", "s.db", "--json", cwd=folder).stdout)
    done = run("read", "reports/raid.txt", "--store", "s.db", cwd=folder)
    after = json.loads(run("status", "--store", "s.db", "--json", cwd=folder).stdout)
    assert done.returncode == 0
    assert "1 known already" in done.stdout
    assert (before["documents"], before["claims"]) == (after["documents"], after["claims"])


def test_what_waits_in_the_store_is_read_without_its_file(tmp_path: Path) -> None:
    """A document that a run left without claims: status says how to go on, and that reads it though no file is there."""
    with open_store(str(tmp_path / "s.db")) as store:
        store.add_document(read_text(REPORT))
    waiting = run("status", "--store", "s.db", cwd=tmp_path)
    assert "crossread read --pending" in waiting.stdout
    done = run("read", "--pending", "--store", "s.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 document read, 1 claim; 1 incident now" in done.stdout
    assert "--pending" not in run("status", "--store", "s.db", cwd=tmp_path).stdout


def test_read_json_is_the_claim_json_with_true_quotes(folder: Path) -> None:
    """One object a document; every quote is found in the report's text at its offsets."""
    done = run("read", "reports/raid.txt", "--store", "s.db", "--json", cwd=folder)
    (line,) = done.stdout.splitlines()
    row = json.loads(line)
    shown = json.loads(run("show", row["document"]["id"], "--store", "s.db", "--json", cwd=folder).stdout)
    assert shown == row
    assert row["document"]["source"] == "Test wire"
    assert row["document"]["published"] == "2019-01-21"
    assert row["claims"]
    body = REPORT.split("\n\n", 1)[1]
    for claim in row["claims"]:
        assert body[claim["trigger"]["start"] : claim["trigger"]["end"]] == claim["trigger"]["quote"]


def test_incidents_are_listed_filtered_and_shown(folder: Path) -> None:
    """A filter that fits finds the incident, codes as tables show them included, one that does not exits with 3; show takes
    the beginning of an id."""
    rows = [json.loads(line) for line in run("incidents", "--store", "s.db", "--json", cwd=folder).stdout.splitlines()]
    assert rows
    assert run("incidents", "--country", "Mali", "--store", "s.db", cwd=folder).returncode == 0
    assert run("incidents", "--country", "ml", "--from", "2019-01-20", "--store", "s.db", cwd=folder).returncode == 0
    as_shown = rows[0]["type"].replace("_", " ")
    assert run("incidents", "--type", as_shown, "--store", "s.db", cwd=folder).returncode == 0
    assert run("incidents", "--country", "FR", "--store", "s.db", cwd=folder).returncode == 3
    shown = run("show", rows[0]["id"][:10], "--store", "s.db", "--quotes", cwd=folder)
    assert shown.returncode == 0
    assert "“" in shown.stdout


def test_what_a_person_corrected_is_what_is_shown(folder: Path) -> None:
    """Incident, claim and document are shown with the corrected slot, never with what the machine read in its place."""
    shutil.copy(folder / "s.db", folder / "corrected.db")
    with open_store(str(folder / "corrected.db")) as store:
        (claim,) = store.iter_claims()
        (row, *_) = [dict(one) for one in claim_to_json(claim)["harm"] if one["effect"] == "killed"]
        harm = json.dumps([{**row, "low": 11, "high": 11}])
        moment = datetime(2024, 5, 1, tzinfo=UTC)
        told = {"slot": "harm", "value": harm, "made_by": "A", "made_at": moment}
        store.add_judgement(Judgement(id="jdg_1", kind="correct", subject=claim.id, **told))
        update_incidents(store, "best_low_high")
        (incident,) = store.iter_incidents()
    assert [(toll.effect, toll.best) for toll in incident.tolls] == [("killed", 11)]
    for shown in (incident.id, claim.id, claim.document_id):
        told = json.loads(run("show", shown, "--store", "corrected.db", "--json", cwd=folder).stdout)
        (found,) = told.get("claims", [told])
        assert [(one["effect"], one["low"]) for one in found["harm"]] == [("killed", 11)]
    lines = run("show", incident.id, "--store", "corrected.db", cwd=folder).stdout.splitlines()
    assert ["killed", "11"] in [line.split() for line in lines]


def test_compare_needs_no_store_and_leaves_none(tmp_path: Path) -> None:
    """Two accounts of one attack, from a file and from standard input, meet; nothing is written."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    other = REPORT.replace("Test wire", "Other paper").replace("ten", "eight").replace("Gunmen killed", "Attackers killed")
    done = run("compare", "a.txt", "-", "--json", cwd=tmp_path, stdin=other)
    assert done.returncode == 0, done.stderr
    incidents = json.loads(done.stdout)["incidents"]
    assert max(len(incident["accounts"]) for incident in incidents) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_map_turned_round_is_named(tmp_path: Path) -> None:
    """The two sides of FIELD=COLUMN are easily swapped: wrong usage, and what was meant."""
    (tmp_path / "a.csv").write_text('body,source\n"Two men were killed.",x\n', encoding="utf-8")
    done = run("compare", "a.csv", "--map", "body=text", cwd=tmp_path)
    assert done.returncode == 2
    assert "text=body" in " ".join(done.stderr.split())


def test_the_version_needs_no_command(tmp_path: Path) -> None:
    """`crossread --version` alone."""
    done = run("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, f"crossread {__version__}")


def test_of_files_that_are_not_there_only_the_cause_is_said(tmp_path: Path) -> None:
    """A mistyped name is no comparison without incidents."""
    done = run("compare", "nofile.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "No incidents" not in done.stdout
    assert "nofile.txt" in done.stderr


def test_totals_stand_below_the_reports_compared(tmp_path: Path) -> None:
    """A total that a report tells is set against the incidents compared, for people and for programs."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    total = "Source: Other paper\nPublished: 2019-01-28\n\nAt least 40 people were killed in Mali since 1 January 2019."
    done = run("compare", "a.txt", "-", "--json", cwd=tmp_path, stdin=total)
    told = json.loads(done.stdout)
    assert told["totals"], done.stdout
    shown = run("compare", "a.txt", "-", cwd=tmp_path, stdin=total).stdout
    assert "Beside totals" in shown
    assert json.loads(run("compare", "a.txt", "--json", cwd=tmp_path).stdout)["totals"] == []


def test_documents_without_day_or_source_are_called_by_name(tmp_path: Path) -> None:
    """Who reads many files must not look for the two that lack a day; `sources` says how many it cannot count."""
    silent = REPORT.replace("Source: Test wire\nPublished: 2019-01-21\n", "")
    (tmp_path / "silent.txt").write_text(silent, encoding="utf-8")
    done = run("read", "silent.txt", "--store", "s.db", cwd=tmp_path)
    assert "1 document has no day of publication" in done.stdout
    assert "silent.txt" in done.stdout
    assert "1 document states no source" in done.stdout
    assert "crossread amend DOC --source NAME --store s.db" in done.stdout
    (tmp_path / "raid.txt").write_text(REPORT.replace("Aguelhok", "Tessalit"), encoding="utf-8")
    done = run("read", "raid.txt", "--store", "s.db", cwd=tmp_path)
    assert "states no source" not in done.stdout
    assert "no day of publication" not in done.stdout
    empty = "Published: 2019-01-21\n\nThe minister opened a bakery."
    done = run("read", "-", "--store", "t.db", cwd=tmp_path, stdin=empty)
    assert "no source" not in done.stdout  # no claim, no word
    done = run("read", "silent.txt", "--source", "Wire", "--store", "t.db", cwd=tmp_path)
    assert "no source" not in done.stdout
    assert "1 document whose source is not stated" in run("sources", "--store", "s.db", cwd=tmp_path).stderr


def test_export_writes_file_and_manifest_and_refuses_to_overwrite(folder: Path) -> None:
    """A second export to the same path is an error (exit 4) unless asked for."""
    done = run("export", "csv", "out.csv", "--store", "s.db", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("1 incident in out.csv")
    assert (folder / "out.csv").exists()
    assert json.loads((folder / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert run("export", "csv", "out.csv", "--store", "s.db", cwd=folder).returncode == 4
    assert run("export", "csv", "out.csv", "--store", "s.db", "--overwrite", cwd=folder).returncode == 0


def test_an_export_of_nothing_says_so_and_writes_nothing(folder: Path) -> None:
    """Filters that no incident meets: code 3, the filters on standard error, and no file."""
    done = run("export", "csv", "none.csv", "--country", "FR", "--from", "2030-01-01", "--store", "s.db", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "No incident meets the filters (date_from 2030-01-01, country FR)" in done.stderr
    assert not list(folder.glob("none.*"))


def test_a_policy_that_is_not_there_stops_a_decision_before_it_is_logged(folder: Path) -> None:
    """An error after the decision was written would leave it in force behind the back of whoever made it."""
    shutil.copy(folder / "s.db", folder / "decided.db")
    (row, *_) = run("incidents", "--store", "decided.db", "--json", cwd=folder).stdout.splitlines()
    done = run("judge", "accept", json.loads(row)["id"], "--store", "decided.db", "--config", "policy.toml", cwd=folder)
    assert done.returncode == 4
    assert "CROSSREAD_POLICY" in done.stderr
    assert "No judgement stands." in run("judge", "log", "--store", "decided.db", cwd=folder).stdout


def test_status_names_the_judgement_that_was_changed_from_outside(folder: Path) -> None:
    """A log that is not what was written is exit 1, as for `audit verify`, with the row, so that somebody can look at it."""
    shutil.copy(folder / "s.db", folder / "changed.db")
    with open_store(str(folder / "changed.db")) as store:
        claim = next(iter(store.iter_claims()))
        moment = datetime(2024, 5, 1, tzinfo=UTC)
        store.add_judgement(
            Judgement(id="jdg_1", kind="dismiss", subject=claim.id, reason="a rumour", made_by="Aïssa", made_at=moment)
        )
    assert run("status", "--store", "changed.db", cwd=folder).returncode == 0
    database = sqlite3.connect(folder / "changed.db")
    with database:
        database.execute("DROP TRIGGER judgements_refuse_UPDATE")
        database.execute("UPDATE judgements SET reason = 'confirmed'")
    database.close()
    done = run("status", "--store", "changed.db", cwd=folder)
    assert done.returncode == 1
    assert "row 1, jdg_1" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "inc_ffffffff", "--store", "s.db"), 3, "inc_ffffffff"),
        (("show", "nonsense", "--store", "s.db"), 3, "inc_"),
        (("incidents", "--store", "none.db"), 3, "crossread read"),
        (("export", "docx", "x.docx", "--store", "s.db"), 2, "csv"),
        (("incidents", "--from", "yesterday", "--store", "s.db"), 2, "YYYY-MM-DD"),
        (("compare", "reports/raid.txt", "--policy", "highest"), 2, "best_low_high"),
        (("compare", "missing.txt", "--policy", "highest"), 2, "--policy"),  # refused before files are opened
        (("compare", "reports/raid.txt", "--extractor", "nobody"), 2, "encoder-en"),
        (("serve", "--store", "s.db", "--policy", "highest"), 2, "--policy"),
        (("read", "reports/raid.txt", "--store", "t.db", "--config", "policy.toml"), 4, "best_low_high"),
        (("incidents", "--type", "airstrike", "--store", "s.db"), 2, "air_strike"),
        (("export", "csv", "none.csv", "--grade", "doubtful", "--store", "s.db"), 2, "contested"),
        (("incidents", "--country", "Malice", "--store", "s.db"), 2, "ML"),
        (("incidents", "--from", "2019-02-01", "--to", "2019-01-01", "--store", "s.db"), 2, "not after the last"),
        (("sources", "nowhere", "--store", "s.db"), 3, "nowhere"),
        (("read", "missing.txt", "--store", "t.db"), 1, "missing.txt"),
        (("read", "--store", "t.db"), 2, "crossread.toml"),
        (("read", "--pending", "reports", "--store", "s.db"), 2, "leave PATH"),
        (("read", "--pending", "--store", "none.db"), 3, "crossread read"),
    ],
)
def test_what_goes_wrong_is_told_without_a_traceback(folder: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    """Each error has its exit code, names what is wrong or what to do, and shows no Python."""
    done = run(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_help_answers_at_once(tmp_path: Path) -> None:
    """--help loads nothing of what makes a start slow, neither the encoder nor the readers nor the store."""
    slow = "{'numpy', 'onnxruntime', 'trafilatura', 'lxml', 'sqlalchemy', 'pyarrow', 'pydantic', 'tokenizers'}"
    program = (
        "import sys; from crossread.cli import main; sys.argv = ['crossread', '--help']\n"
        f"try: main()\nexcept SystemExit: print('loaded:', sorted({slow} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=100, check=True, cwd=tmp_path
    )
    assert "Usage:" in done.stdout
    assert done.stdout.rstrip().endswith("loaded: []")


def test_samples_are_kept_apart_from_ones_own_reports() -> None:
    """Whoever tries `crossread demo` beside a store of real reports does not find the samples among them."""
    assert inspect.signature(demo).parameters["store"].default != Settings().store


def test_a_report_in_another_language_says_so_each_time(folder: Path) -> None:
    """At the second reading, too, and where the document is shown; a code that is no language is refused."""
    text = "Dix soldats ont été tués samedi dans une attaque près de Mopti, a annoncé l'armée malienne dans un communiqué."
    (folder / "mopti.txt").write_text(text, encoding="utf-8")
    for _ in range(2):
        done = run("read", "mopti.txt", "--store", "fr.db", cwd=folder)
        assert (done.returncode, "is in 'fr'" in done.stderr) == (1, True)
    shown = run("show", "doc_", "--store", "fr.db", cwd=folder).stdout
    assert "is in 'fr'" in shown
    assert "No claim was found" not in shown
    assert run("read", "mopti.txt", "--language", "xx", cwd=folder).returncode == 2


@pytest.mark.parametrize(("command", "told"), [("compare", "peacekeepers"), ("dealings", "threaten")])
def test_a_tables_own_column_names_can_be_told(folder: Path, command: str, told: str) -> None:
    """`--map` is heard wherever files are read."""
    body = REPORT.split("\n\n", 1)[1].replace("\n", " ")
    (folder / "own.csv").write_text(f'day,words\n2019-01-21,"{body} The army threatened the rebels."\n', encoding="utf-8")
    assert run(command, "own.csv", cwd=folder).returncode == 1
    done = run(command, "own.csv", "--map", "text=words", "--map", "published=day", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert told in done.stdout


def test_an_actor_is_found_by_any_name_of_it(folder: Path) -> None:
    """An acronym finds incidents that hold the full name."""
    text = REPORT.replace("Gunmen", "Fighters of Jama'at Nusrat al-Islam wal-Muslimin")
    (folder / "named.txt").write_text(text, encoding="utf-8")
    run("read", "named.txt", "--store", "named.db", cwd=folder)
    assert run("incidents", "--actor", "JNIM", "--store", "named.db", cwd=folder).returncode == 0
    assert run("incidents", "--actor", "Boko Haram", "--store", "named.db", cwd=folder).returncode == 3
