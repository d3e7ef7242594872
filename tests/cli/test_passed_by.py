"""What a run did not take in is told, by name and by number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import crossread
from crossread.cli.door import app
from crossread.cli.passed_by import own_to_json, say_known, say_own
from crossread.flow import ReadReport
from crossread.store import open_store


def test_known_files_are_named() -> None:
    """The first of them; that there are more is said."""
    assert say_known(ReadReport(known=1, known_first=("a.txt",))) == "1 known already (a.txt)"
    many = ReadReport(known=5, known_first=("a", "b", "c", "d", "e"))
    assert say_known(many) == "5 known already (a, b, c and others)"


def test_own_rows_are_counted() -> None:
    """In words and for programs."""
    assert say_own(ReadReport(own=1)) == "1 row is this store's own, left out"
    assert own_to_json(ReadReport(own=12)) == {
        "left_out": [{"reason": "own_rows", "count": 12, "sentence": "12 rows are this store's own, left out"}]
    }
    assert own_to_json(ReadReport()) is None


def test_the_own_exports_in_a_folder_are_no_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read again, a folder with reports, exports of every kind and the store itself adds and refuses nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("GAO, 12 March 2019 (Wire) - Gunmen killed twelve soldiers in Gao, Mali, on Monday.")
    assert invoke("read", ".").exit_code == 0
    (claim,) = ids("crossread.db")
    assert invoke("judge", "accept", claim).exit_code == 0
    names = {"csv": "m.csv", "hxl": "m.hxl", "xlsx": "m.xlsx", "jsonl": "m.jsonl", "jsonld": "m.jsonld", "geojson": "m.geojson"}
    names |= {"ged": "m.ged", "acled": "mali.txt", "links": "links.csv", "training": "judged.jsonl", "dossier": "m.md"}
    for form, name in names.items():
        assert invoke("export", form, name).exit_code == 0, form
    written = sum(path.name != "a.txt" for path in tmp_path.iterdir())
    done = invoke("read", ".")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "0 documents read, 0 claims; 1 known already (a.txt);" in done.stdout
    assert f"{written} files of crossread's own left out (crossread.db" in done.stdout
    (told,) = (row for line in invoke("read", ".", "--json").stdout.splitlines() if "left_out" in (row := json.loads(line)))
    assert [(row["reason"], row["count"]) for row in told["left_out"]] == [("own_files", written)]
    assert "of crossread's own left out" in invoke("compare", ".").stderr
    assert "of crossread's own left out" in invoke("dealings", ".").stderr
    with pytest.warns(UserWarning, match="of crossread's own left out"):
        assert len(crossread.read(".")) == 1


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def ids(store: str) -> list[str]:
    with open_store(store) as opened:
        return [claim.id for claim in opened.iter_claims()]


def test_garbled_letters_are_a_warning_and_no_refusal(tmp_path: Path) -> None:
    """With the name of the file, on standard error, when it is read and when it is compared; of what is known no more."""
    path = tmp_path / "a.txt"
    path.write_text("GAO, 12 March 2019 (Wire) - Twelve soldiers were killed in the armyâ€™s convoy in Gao, Mali, on Monday.")
    store = f"sqlite:///{tmp_path / 's.db'}"
    for arguments, warned in ((["read", "--store", store], True), (["read", "--store", store], False), (["compare"], True)):
        done = CliRunner().invoke(app, [*arguments, str(path)])
        assert done.exit_code == 0
        assert ("a.txt: its letters were saved in a wrong encoding" in done.stderr) is warned
