"""What an export says of itself when it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.store import open_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with one report and its incident."""
    told = "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a police station in Bandiagara, Mali, on Monday, killing an officer."
    (tmp_path / "a.txt").write_text(told, encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert run("read", str(tmp_path / "a.txt"), store=store).exit_code == 0
    return store


def run(*arguments: str, store: str) -> Result:
    """The command with these arguments on this store."""
    return CliRunner().invoke(app, [*arguments, "--store", store])


def test_an_export_says_that_it_takes_what_nobody_reviewed(url: str, tmp_path: Path) -> None:
    """With the option that leaves it out; silent where the state was asked for."""
    with open_store(url) as store:
        (incident,) = store.iter_incidents()
    run("judge", "accept", incident.id, store=url)
    assert "--state accepted" in run("export", "csv", str(tmp_path / "all.csv"), store=url).stdout
    assert "--state" not in run("export", "csv", str(tmp_path / "some.csv"), "--state", "accepted", store=url).stdout


def test_a_dossier_is_written_read_and_refused_as_other_formats_are(url: str, tmp_path: Path) -> None:
    """From a real store: both forms with the report's words, a manifest, no overwriting unasked, a preview, an audit."""
    for ending in ("html", "md"):
        path = tmp_path / f"mali.{ending}"
        assert "1 incident in" in run("export", "dossier", str(path), store=url).stdout
        text = path.read_text(encoding="utf-8")
        for phrase in ("Bandiagara", "police station", "1 open", "11 Mar 2019", "SHA-256"):
            assert phrase in text, phrase
        assert path.with_name(f"{path.name}.manifest.json").exists()
        again = run("export", "dossier", str(path), store=url)
        assert again.exit_code == 1
        assert "already a file" in str(again.exception)
        assert run("export", "dossier", str(path), "--overwrite", "--country", "ML", store=url).exit_code == 0
        assert "country: ML" in path.read_text(encoding="utf-8").replace("**", "").replace("</dt><dd>", ": ")
    shown = run("export", "dossier", str(tmp_path / "none.html"), "--preview", "--places", "country", store=url)
    assert "1 of 1 incident would be written" in shown.stdout
    assert "written as their country" in shown.stdout
    assert not (tmp_path / "none.html").exists()
    with open_store(url) as store:
        assert [entry.detail["format"] for entry in store.audit if entry.action == "export"] == ["dossier"] * 4


def test_a_dossier_tells_a_correction_from_what_to_what(url: str, tmp_path: Path) -> None:
    """As `judge log` does."""
    with open_store(url) as store:
        (claim,) = store.iter_claims()
    run("correct", claim.id, "status", "attempted", "--by", "awa", store=url)
    assert run("export", "dossier", str(tmp_path / "mali.html"), store=url).exit_code == 0
    text = (tmp_path / "mali.html").read_text(encoding="utf-8")
    assert "awa: corrected status: accomplished → attempted of Wire" in text


@pytest.mark.parametrize("name", ["mali.pdf", "mali"])
def test_a_dossier_in_no_known_form_is_wrong_usage(tmp_path: Path, name: str) -> None:
    """Told before any store is opened, with the endings there are and what to call it."""
    refused = run("export", "dossier", str(tmp_path / name), store=str(tmp_path / "none.db"))
    assert refused.exit_code == 2
    for phrase in ("chooses the form", ".html or .md", "Call it mali.html"):
        assert phrase in " ".join(refused.output.replace("│", " ").split())
