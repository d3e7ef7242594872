"""What a run did not take in is told, by name and by number."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.cli.passed_by import own_to_json, say_known, say_own
from crossread.flow import ReadReport


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


def test_garbled_letters_are_a_warning_and_no_refusal(tmp_path: Path) -> None:
    """With the name of the file, on standard error, when it is read and when it is compared; of what is known no more."""
    path = tmp_path / "a.txt"
    path.write_text("GAO, 12 March 2019 (Wire) - Twelve soldiers were killed in the armyâ€™s convoy in Gao, Mali, on Monday.")
    store = f"sqlite:///{tmp_path / 's.db'}"
    for arguments, warned in ((["read", "--store", store], True), (["read", "--store", store], False), (["compare"], True)):
        done = CliRunner().invoke(app, [*arguments, str(path)])
        assert done.exit_code == 0
        assert ("a.txt: its letters were saved in a wrong encoding" in done.stderr) is warned
