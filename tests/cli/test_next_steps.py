"""What a message advises can be copied: it names the store that was typed, and says what still holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app, main, name_store
from crossread.cli.options import say_store
from crossread.store import open_store

REPORT = "MOPTI, Mali (Wire) - Gunmen attacked a police station in Bandiagara, Mali, on Monday, killing a police officer.\n"
Told = Callable[..., str]


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """What the program says on these words, through its own door, in a folder with a report and its store `my.db`."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: str, store: str = "my.db") -> str:
        monkeypatch.setattr("sys.argv", ["crossread", *words, "--store", store])
        capsys.readouterr()
        with pytest.raises(SystemExit):
            main()
        return "".join(capsys.readouterr())

    assert "crossread amend DOC --published DAY --store my.db." in run("read", "a.txt")
    return run


def claim_of(path: str = "my.db") -> str:
    """The id of the store's claim."""
    with open_store(path) as store:
        return next(iter(store.iter_claims())).id


def copied(told: str) -> list[str]:
    """The command that the message gives, as somebody would type it."""
    (command,) = re.findall(r"crossread (judge undo \S+ --store my\.db|judge undo \S+)", told)
    return command.split()


def test_an_advice_can_be_copied(tell: Told) -> None:
    """Of a decision and of a correction: what was printed takes it back, in the store that was meant."""
    for words in (("judge", "accept", claim_of()), ("correct", claim_of(), "status", "attempted")):
        done = tell(*words)
        assert "takes it back." in done
        undone = CliRunner().invoke(app, copied(done))
        assert undone.exit_code == 0, undone.output
        assert undone.output.startswith("Took back 1 judgement.\n")
    with open_store("my.db") as store:
        assert not list(store.iter_judgements(standing=True))


def test_a_second_dismissal_names_the_first_and_so_does_its_undo(tell: Told) -> None:
    """Otherwise it would stay set aside, and nobody knew by what."""
    claim = claim_of()
    assert "Held before" not in tell("judge", "dismiss", claim, "--reason", "a rumour")
    second = tell("judge", "dismiss", claim, "--reason", "no incident")
    assert "Held before: dismiss " in second
    assert "(a rumour)" in second
    first = re.findall(r"judge undo (\S+) --store my.db takes that back", second)[0]
    last = re.findall(r"judge undo (\S+) --store my.db takes it back", second)[0]
    undone = tell("judge", "undo", last)
    assert f"crossread judge undo {first} --store my.db takes that back, too." in undone
    assert "Still holds" not in tell("judge", "undo", first)


def test_an_error_names_the_store_in_its_advice(tell: Told) -> None:
    """In every command that works on a store, once; a kind of error that only Python knows is not said."""
    told = tell("show", "clm_ffff")
    assert told.startswith("Error: There is no claim")
    assert "`crossread show ID --json --store my.db` of an incident" in told
    assert "`crossread read PATH… --store 'my other.db'`" in tell("incidents", store="my other.db")


@pytest.mark.parametrize(
    ("told", "typed", "said"),
    [
        ("`crossread judge log` lists.", ["--store=a.db"], "`crossread judge log --store a.db` lists."),
        ("`crossread judge log` lists.", ["--store", "crossread.db"], "`crossread judge log` lists."),
        ("`crossread judge log` lists.", ["--json"], "`crossread judge log` lists."),
        ("`crossread read --store NEW.db`", ["--store", "a.db"], "`crossread read --store NEW.db`"),
        ("`crossread gazetteer build`", ["--store", "a.db"], "`crossread gazetteer build`"),
        ("`crossread judge log` lists.", ["--store"], "`crossread judge log` lists."),
    ],
)
def test_where_a_store_is_named(told: str, typed: list[str], said: str) -> None:
    """Only where it was typed, is not the default, and the command takes one that it does not name."""
    assert name_store(told, typed) == said


def test_a_path_with_blanks_is_quoted() -> None:
    """As a shell needs it."""
    assert say_store("my store.db") == " --store 'my store.db'"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("incidents", "--config", "bad.toml"), "Mend that line"),
        (("incidents", "--config", "three.toml"), "docs/configuration.md tells"),
        (("incidents", "--config", "none.toml"), "Check the path after --config"),
        (("explain", "CLAIM", "CLAIM"), "`crossread show ID --store my.db`"),
        (("amend", "DOC"), "--external-id"),
        (("export", "csv", "out.csv", "--places", "0.5"), "docs/exporting.md"),
    ],
)
def test_a_refusal_says_what_to_do(tell: Told, words: tuple[str, ...], said: str) -> None:
    """Settings that cannot be used, a claim beside itself, nothing to amend, a place that is no choice."""
    Path("bad.toml").write_text("policy =\n", encoding="utf-8")
    Path("three.toml").write_text("min_score = 3\n", encoding="utf-8")
    assert said in " ".join(tell(*(claim_of() if word == "CLAIM" else word for word in words)).replace("│", " ").split())


def test_a_store_that_is_broken_says_what_to_do(tell: Told) -> None:
    """A file cut short: no words of the driver alone."""
    Path("cut.db").write_bytes(Path("my.db").read_bytes()[:3000])
    told = tell("incidents", store="cut.db")
    assert "Take the last copy of it" in told
    assert "--store NEW.db" in told


def test_status_says_by_which_settings_incidents_were_made(tell: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever shares a store sees that somebody read with other ones."""
    assert "made under policy best_low_high, of claims with a score from 0." in tell("status")
    monkeypatch.setenv("CROSSREAD_POLICY", "range")
    monkeypatch.setenv("CROSSREAD_MIN_SCORE", "0.5")
    tell("read", "a.txt")
    assert "made under policy range, of claims with a score from 0.5." in tell("status")
