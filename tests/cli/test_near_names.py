"""A name that is near another says so: countries, places of the store; and an option that was not heard is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.cli.filtering import parse_country
from crossread.codebook.countries import find_near_countries

REPORT = "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a market in Bandiagara, Mali, on Monday, killing four traders.\n"


def _run(*arguments: str, store: Path) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", str(store)])


@pytest.mark.parametrize(
    ("given", "code", "told"), [("Congo", "CG", "CD"), ("Sudan", "SD", ""), ("ml", "ML", ""), ("Mali", "ML", "")]
)
def test_a_name_that_two_countries_have_says_which_it_is_taken_for(
    given: str, code: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "Congo" is one of two; the full name of a country, though another one holds it, and a code are no question."""
    assert parse_country(given) == code
    said = capsys.readouterr().err
    assert (told in said) if told else said == ""


@pytest.mark.parametrize(("given", "near"), [("Burkina", "Burkina Faso (BF)"), ("Nigerria", "Nigeria (NG)")])
def test_an_unknown_name_names_those_near_it(given: str, near: str) -> None:
    """A part of a name and a slip of spelling lead on; what is near nothing does not."""
    with pytest.raises(typer.BadParameter, match="near it") as refused:
        parse_country(given)
    assert near in str(refused.value)
    with pytest.raises(typer.BadParameter) as refused:
        parse_country("Xyzzy")
    assert "near it" not in str(refused.value)
    assert find_near_countries(" ") == ()


def test_a_place_in_another_spelling_is_named(tmp_path: Path) -> None:
    """Where no incident has the place, those of the store that are spelled much like it are told."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    store = tmp_path / "s.db"
    assert _run("read", str(tmp_path / "a.txt"), store=store).exit_code == 0
    done = _run("incidents", "--place", "Bandiagarra", store=store)
    assert done.exit_code == 3
    assert "Bandiagara" in done.output
    assert "spelled" not in _run("incidents", "--place", "Xyzzy", store=store).output


def test_a_language_that_is_not_heard_is_told(tmp_path: Path) -> None:
    """Of a file that the store knows the language stays; of a new one the option is heard, and nothing is said."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    first, again = (_run("read", str(tmp_path / "a.txt"), "--language", "en", store=tmp_path / "s.db") for _ in range(2))
    assert "was not heard" not in first.output
    assert "--language en was not heard for 1 document known already" in again.output
