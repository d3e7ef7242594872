"""A variable that looks like a setting and is none: said on standard error, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossread.cli import main
from crossread.config import Settings, find_strays, load_settings
from crossread.read import read_text
from crossread.store import open_store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store, and no variable of crossread set."""
    with open_store(str(tmp_path / "s.db")) as store:
        store.add_document(read_text("Gunmen attacked a camp near Aguelhok on Sunday."))
    for name in find_strays():
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["crossread", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    return int(stop.value.code or 0)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("CROSSREAD_POLCY", "CROSSREAD_POLICY"),
        ("CROSSREAD_MINSCORE", "CROSSREAD_MIN_SCORE"),
        ("CROSSREAD_LLM_KEY", "CROSSREAD_LLM_KEY_ENV"),
        ("CROSSREAD_policy", "CROSSREAD_POLICY"),
        ("CROSSREAD_ZZZZZZ", None),
    ],
)
def test_a_stray_variable_is_named_with_the_setting_it_is_nearest_to(name: str, near: str | None) -> None:
    """The nearest by spelling, none where none is near; the settings stay what they are without it."""
    assert find_strays({name: "x", "CROSSREAD_STORE": "a.db", "PATH": "/bin"}) == {name: near}
    assert load_settings(environment={name: "x"}, folder=Path("nowhere")) == Settings()


def test_what_is_empty_or_known_is_no_stray() -> None:
    """An empty variable counts as not set; that of the benchmarks is known; another program's name is none of ours."""
    given = {"CROSSREAD_POLCY": "", "CROSSREAD_SHARED": "/data", "CROSSREADER": "x", "CROSSREAD_POLICY": "lowest"}
    assert find_strays(given) == {}


def test_the_warning_is_on_standard_error_and_never_in_the_json(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same JSON and exit code with and without a stray; the warning names both variables, once."""
    assert _run(monkeypatch, "status", "--store", "s.db", "--json") == 0
    before = capsys.readouterr()
    assert before.err == ""
    monkeypatch.setenv("CROSSREAD_POLCY", "lowest")
    assert _run(monkeypatch, "status", "--store", "s.db", "--json") == 0
    after = capsys.readouterr()
    assert json.loads(after.out) == json.loads(before.out)
    (line,) = after.err.splitlines()
    assert "CROSSREAD_POLCY is no setting" in line
    assert "Did you mean CROSSREAD_POLICY?" in line


def test_an_unknown_key_of_the_file_stops_the_program_with_the_nearest_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is crossread's own: a slip in it, also a table that is none, is refused before anything is printed."""
    for rows, word in (('polcy = "lowest"\n', "Did you mean policy?"), ('[llm]\nurl = "http://x"\n', "'llm'")):
        (folder / "crossread.toml").write_text(rows, encoding="utf-8")
        assert _run(monkeypatch, "status", "--store", "s.db", "--json") == 4
        told = capsys.readouterr()
        assert told.out == ""
        assert word in told.err
