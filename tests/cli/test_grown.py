"""After a run `crossread read` names the incidents that it changed, with their tolls before and now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app

FIRST = "GAO, 12 March 2018 (Agency) - Gunmen killed four herders in Kita, Mali, on Sunday, police said."
RISEN = (
    "BAMAKO, 13 March 2018 (Radio) - The death toll from an attack by gunmen on herders in Kita, Mali, on Sunday has risen"
    " to six, the mayor said."
)
OTHER = "SEGOU, 13 March 2018 (Radio) - Soldiers abducted a teacher in Niono, Mali, on Monday."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def crossread(*arguments: str) -> Result:
    """Run the command line on the store of this folder."""
    return CliRunner().invoke(app, [*arguments, "--store", "s.db"])


def read(name: str, text: str, *options: str) -> str:
    """What the command says after reading this report."""
    Path(name).write_text(text, encoding="utf-8")
    done = crossread("read", name, *options)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_toll_that_rose_is_told_with_the_one_before() -> None:
    """And only for incidents that were there before the run."""
    assert "changed" not in read("first.txt", FIRST)
    assert "changed" not in read("other.txt", OTHER)
    said = read("risen.txt", RISEN)
    assert "1 incident told before has changed:" in said
    assert "11 Mar 2018, Kita, Kayes, Mali: 1 further account; 4 killed → 6 killed (4–6)" in said
    assert "changed" not in read("risen.txt", RISEN), "nothing new, nothing changed"


def test_an_accepted_incident_is_to_be_looked_at_again() -> None:
    """Whoever accepted it had not seen what it rests on now."""
    read("first.txt", FIRST)
    row = json.loads(crossread("incidents", "--json").stdout.splitlines()[0])
    assert crossread("judge", "accept", row["id"]).exit_code == 0
    assert f"{row['id']}  11 Mar 2018" in (said := read("risen.txt", RISEN))
    assert "accepted before, look at it again" in said


def test_programs_get_documents_alone() -> None:
    """A line of JSON a document, as before."""
    read("first.txt", FIRST)
    for line in read("risen.txt", RISEN, "--json").splitlines():
        assert "claims" in json.loads(line)


def test_a_slip_of_typing_is_no_refused_report() -> None:
    """It is told in the run, and `status` lists nothing."""
    read("first.txt", FIRST)
    done = crossread("read", "frist.txt")
    assert (done.exit_code, "frist.txt" in done.output) == (1, True)
    assert json.loads(crossread("status", "--json").stdout)["rejections"] == 0
