"""A number that a claim has already becomes part of another, or a number of its own, in one correction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.flow.selecting import correct_claims
from crossread.records import Harm
from crossread.store import open_store

REPORT = (
    "MOPTI, 12 March 2019 (Wire) - Gunmen killed 12 villagers in Bandiagara, Mali, on Monday, the mayor said. "
    "Three children were buried on Tuesday.\n"
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with a claim of twelve dead, and three children as more dead."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert run("read", str(tmp_path / "a.txt"), store=store).exit_code == 0
    correct(store, "Three children", "--part-of", "itself")  # refused where the reader has it so
    return store


def run(*arguments: str, store: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", store])


def correct(url: str, *arguments: str) -> Result:
    with open_store(url) as store:
        (claim,) = (row.id for row in store.iter_claims() if row.harm)
    return run("correct", claim, "harm:killed", *arguments, store=url)


def dead(url: str) -> list[tuple[str, int | None]]:
    """The rows of dead: their words, and the number of the row that each is part of."""
    rows: list[Harm] = []
    with open_store(url) as store:
        for claim in correct_claims(store, store.iter_claims()):
            rows += [row for row in claim.harm if row.effect == "killed"]
    return [(row.raw, row.part_of) for row in rows]


def best(url: str) -> list[int]:
    rows = [json.loads(line) for line in run("incidents", "--json", store=url).stdout.splitlines()]
    return [toll["best"] for row in rows for toll in row["tolls"] if toll["effect"] == "killed"]


def test_a_number_that_is_there_becomes_a_part(url: str) -> None:
    """The toll follows, the log says it, and an undo puts it back."""
    assert best(url) == [15]
    done = correct(url, "three children", "--part-of", "12 villagers")
    assert done.exit_code == 0, done.output
    assert dead(url) == [("12 villagers", None), ("Three children", 0)]
    assert best(url) == [12]
    assert "15 before, 12 now" in done.stdout
    log = run("judge", "log", "--json", store=url).stdout
    assert run("judge", "undo", json.loads(log)[-1]["id"], store=url).exit_code == 0
    assert best(url) == [15]


def test_a_part_becomes_a_number_of_its_own_and_its_people_are_told(url: str) -> None:
    """`itself` sets it free; --who alone says who they were."""
    correct(url, "Three children", "--part-of", "12 villagers")
    assert correct(url, "Three children", "--part-of", "itself").exit_code == 0
    assert dead(url) == [("12 villagers", None), ("Three children", None)]
    assert correct(url, "Three children", "--who", "protesters").exit_code == 0
    assert dead(url) == [("12 villagers", None), ("Three children", None)]


def test_what_changes_nothing_or_cannot_be_is_refused_with_the_next_step(url: str) -> None:
    """The same row again, a part of itself, a part of its own part, of another effect."""
    again = correct(url, "Three children")
    assert again.exit_code == 1
    assert "--take-out" in str(again.exception)
    assert "--part-of WORDS" in str(again.exception)
    assert correct(url, "Three children", "--part-of", "Three children").exit_code == 1
    assert correct(url, "Three children", "--part-of", "12 villagers").exit_code == 0
    assert correct(url, "Three children", "--part-of", "12 villagers").exit_code == 1
    turned = correct(url, "12 villagers", "--part-of", "Three children")
    assert turned.exit_code == 1
    assert "cannot be part of itself" in str(turned.exception)
    assert dead(url) == [("12 villagers", None), ("Three children", 0)]


def test_a_table_sets_a_part_too(url: str, tmp_path: Path) -> None:
    """The column `part_of`, once; given again it changes nothing."""
    with open_store(url) as store:
        (claim,) = (row.id for row in store.iter_claims() if row.harm)
    table = tmp_path / "fixes.csv"
    table.write_text(f"claim,slot,value,part_of\n{claim},harm:killed,Three children,12 villagers\n", encoding="utf-8")
    assert run("correct", "--from", str(table), store=url).exit_code == 0
    assert best(url) == [12]
    assert run("correct", "--from", str(table), store=url).exit_code == 0
    assert best(url) == [12]
