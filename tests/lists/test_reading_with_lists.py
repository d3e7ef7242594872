"""Reports read with own lists: compared, kept, told of when the lists change, and read anew."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.config import Settings, load_settings
from crossread.extract import name_extractor
from crossread.flow.own_lists import use_lists, with_lists
from crossread.lists import list_mark
from crossread.review.rereading import normalize_claim
from crossread.store import ClaimFilter, open_store

Write = Callable[..., Path]
PLACES = "name,latitude,longitude,country,admin1,aliases,kind", "Kourandela,14.52,-3.91,Mali,Mopti,Kurandela,village"
ACTORS = "name,aliases,kind,country,parent", "Front of the River Herders,FRH,communal militia,ML,"
FIRST = (
    "BAMAKO, 12 March 2019 (Wire) - Fighters of the Front of the River Herders attacked the village of Kourandela in central "
    "Mali on Monday, killing 12 civilians, the army said.\n"
)
SECOND = (
    "BAMAKO, 13 March 2019 (Agency) - At least 10 people were killed on Monday when gunmen of the FRH raided Kurandela, "
    "residents said.\n"
)
PLAIN = name_extractor("encoder-en")


@pytest.fixture
def folder(tmp_path: Path, write: Write) -> Path:
    """Two reports, both lists, and a settings file that names them."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "reports" / "second.txt").write_text(SECOND, encoding="utf-8")
    write("places.csv", *PLACES)
    write("actors.csv", *ACTORS)
    write("crossread.toml", 'store = "s.db"', 'places = "places.csv"', 'actors = "actors.csv"')
    write("plain.toml", 'store = "s.db"')
    return tmp_path


def cli(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "400"})


def test_reports_are_compared_with_the_lists(folder: Path) -> None:
    """In a process of its own, with flags: one village and one group, whatever a report calls them."""
    command = [sys.executable, "-m", "crossread", "compare", "reports", "--places", "places.csv", "--actors", "actors.csv"]
    done = subprocess.run([*command, "--json"], cwd=folder, capture_output=True, text=True, timeout=300, check=True)
    (incident,) = json.loads(done.stdout)["incidents"]
    where = incident["where"]
    assert (where["name"], where["gazetteer_id"], where["latitude"]) == ("Kourandela", "own:ml-kourandela", 14.52)
    told = json.loads(done.stdout)["documents"]
    claims = [claim for document in told for claim in document["claims"]]
    doers = {(actor["name"], actor["registry_id"]) for claim in claims for actor in claim["actors"] if actor["registry_id"]}
    assert doers == {("Front of the River Herders", "own:ml-front-of-the-river-herders")}
    assert all(claim["made_by"].startswith(f"{PLAIN}+lists.") for claim in claims)


def test_a_store_tells_what_was_read_with_other_lists_and_reads_it_anew(folder: Path) -> None:
    """Read with none, with lists, with changed lists, and with none again: each time told, each time read anew."""
    reports, mine, plain = str(folder / "reports"), str(folder / "crossread.toml"), str(folder / "plain.toml")

    def read_by() -> set[str]:
        with open_store(str(folder / "s.db")) as store:
            return {claim.made_by for claim in store.iter_claims(ClaimFilter(current=True))}

    def others(config: str) -> dict[str, int]:
        return dict(json.loads(cli("status", "--json", "--config", config).output)["read_by_others"])

    assert cli("read", reports, "--config", plain).exit_code == 0
    assert read_by() == {PLAIN}
    assert others(mine) == {PLAIN: 2}
    told = cli("status", "--config", mine).output
    assert "2 documents were read with other lists of places and actors than" in told
    assert cli("read", "--pending", "--config", mine).output.startswith("2 documents read")
    (first,) = read_by()
    assert (first, others(mine)) == (f"{PLAIN}+{list_mark()}", {})
    with (folder / "actors.csv").open("a", encoding="utf-8") as file:
        file.write("Northern Wing,,communal militia,ML,FRH\n")
    assert others(mine) == {first: 2}
    assert cli("read", "--pending", "--config", mine).exit_code == 0
    assert first not in read_by()
    assert len(others(plain)) == 1
    assert cli("read", reports, "--config", plain).exit_code == 0
    assert (read_by(), others(plain)) == ({PLAIN}, {})


def test_a_list_that_cannot_be_used_stops_every_command_before_it_begins(folder: Path, write: Write) -> None:
    write("places.csv", "name,latitude,longitude,country", "Kourandela,14.5,-3.9,Malli")
    done = cli("read", str(folder / "reports"), "--config", str(folder / "crossread.toml"))
    assert done.exit_code != 0
    assert "places.csv, line 2, country" in str(done.exception)
    assert not (folder / "s.db").exists()


def test_a_flag_that_names_no_file_is_wrong_usage(folder: Path) -> None:
    for flag in ("--places", "--actors"):
        done = cli("compare", str(folder / "reports"), flag, str(folder / "nothing.csv"))
        assert done.exit_code == 2
        assert "expected a CSV file" in done.output


def test_words_that_a_person_chose_are_read_with_the_lists(folder: Path) -> None:
    """The desk and `crossread correct` give a corrected place the list's point; without the list it has none."""
    cli("read", str(folder / "reports"), "--config", str(folder / "plain.toml"))
    with open_store(str(folder / "s.db")) as store:
        claim = next(iter(store.iter_claims(ClaimFilter(current=True))))
        document = store.get_document(claim.document_id)
    assert claim.where is not None
    bare = replace(claim, where=replace(claim.where, value=None))
    before = normalize_claim(document, bare).where
    use_lists(load_settings(folder / "crossread.toml"))
    after = normalize_claim(document, bare).where
    assert before is not None
    assert after is not None
    assert before.value is None or before.value.latitude is None
    assert after.value is not None
    assert (after.value.name, after.value.latitude) == ("Kourandela", 14.52)


def test_settings_give_the_files_from_where_they_stand(folder: Path) -> None:
    """In a file from its folder, in a variable as written."""
    settings = load_settings(folder / "crossread.toml", environment={"CROSSREAD_ACTORS": "others.csv"})
    assert (settings.places, settings.actors) == (str(folder / "places.csv"), "others.csv")


def test_without_lists_nothing_is_wrapped_or_renamed() -> None:
    """No list, no cost: the extractor itself, under its own name."""
    use_lists(Settings())

    class Reader:
        name = "rule@1"

        def extract(self, documents: object) -> list[object]:
            return []

    reader = Reader()
    assert with_lists(reader) is reader  # type: ignore[arg-type,comparison-overlap]
