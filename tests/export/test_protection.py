"""What an export protects: names of victims, and places and days when they are to be coarser."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossread.errors import ExportError
from crossread.export import ExportOptions, Selection, export_incidents
from crossread.export.blanking import Phrases, WordGuard
from crossread.export.caution import coarse_place, coarse_window
from crossread.export.names import NameGuard, find_names
from crossread.export.tables import build_tables
from crossread.export.write import take_care
from crossread.records import Actor, Claim, Count, DateWindow, Evidence, Harm, Place, Speaker


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest beside an exported file."""
    manifest: dict[str, Any] = json.loads(path.with_name(f"{path.name}.manifest.json").read_text(encoding="utf-8"))
    return manifest


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as a spreadsheet sees them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("format", ["csv", "parquet", "geojson", "xlsx"])
def test_names_of_victims_are_withheld(tmp_path: Path, selection: Selection, format: str) -> None:
    """The teacher's name is in no table, its summary and harm rows included, unless names are asked for."""
    path = tmp_path / f"out.{format}"
    export_incidents(format, path, selection=selection)
    tables = build_tables(take_care(selection, ExportOptions()).written)
    assert "Keïta" not in repr(tables)
    assert "Keïta" in repr(build_tables(selection))
    assert any(row["what"] == "words" and row["count"] == 1 for row in read_manifest(path)["left_out"])
    if format in ("csv", "geojson"):
        assert "Keïta" not in "".join(p.read_text(encoding="utf-8") for p in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "kind", "withheld"),
    [
        ("teacher Amadou Keïta", "civilians", True),
        ("Mr Diallo", "officials", True),
        ("Fatou bint Sidi", "journalists", True),
        ("two Sri Lankan civilians", "civilians", False),
        ("engineer Omar al-Hadi", "civilians", True),
        ("the teacher Diallo", "civilians", True),
        ("the Sidibé family", "civilians", True),
        ("villagers from Burkina Faso", "civilians", False),
        ("mostly Kurds", "civilians", False),
        ("Palestinian", "civilians", False),
        ("residents of Burkina Faso", "civilians", False),
        ("mayor of Timbuktu", "officials", False),
        ("Tuareg villagers", "civilians", False),
        ("Islamic State", "rebel_group", False),
        ("Patrolman Luis R.", "state_forces", True),
        ("Patrolman Luis R. and Sub-Intendent Carlos M", "state_forces", True),
        ('comrade "Yesid', "rebel_group", True),
        ("Sergeant Issa Ba", "state_forces", True),
        ("Malian Armed Forces", "state_forces", False),
        ("soldiers of the Presidential Guard", "state_forces", False),
        ("the brothers Hamza, 9", "civilians", True),
        ("her children Omar, 7, and Salma, 4", "civilians", True),
        ("villagers of Gao, 12 of them women", "civilians", False),
        ("a Chadian soldier", "foreign_forces", False),
        ("civilians", "civilians", False),
    ],
)
def test_what_may_be_a_name(words: str, kind: str, withheld: bool) -> None:
    """Full names and names with a title are withheld for persons; peoples, places and armed groups are not."""
    assert bool(find_names(words, kind)) is withheld


def test_a_place_is_no_name(claims: tuple[Claim, ...]) -> None:
    """A word in the victim slot that is the claim's own place is kept, and so is the same word in the summary."""
    place = replace(claims[0], actors=(Actor(role="victim", raw="Kossa", name=None, type="civilians"),), harm=())
    person = replace(place, where=None)
    assert NameGuard.from_claims([place]).of([place.id]).clean("Attack near Kossa") == "Attack near Kossa"
    assert NameGuard.from_claims([person]).of([person.id]).clean("Kossa was killed") == "[a civilian] was killed"


def test_a_name_is_withheld_also_without_the_words_around_it(selection: Selection) -> None:
    """The slot says "teacher Amadou Keïta"; a summary that says only "Amadou Keïta" must not give the name either."""
    first, second = selection.incidents
    told = replace(selection, incidents=(replace(first, summary="Amadou Keïta killed at Kossa."), second))
    rows = build_tables(take_care(told, ExportOptions()).written)["incidents"].rows
    assert rows[0]["summary"] == "[a teacher] killed at Kossa."


def test_coarse_export_tells_no_place_and_no_day(tmp_path: Path, selection: Selection) -> None:
    """With regions and months only, neither village nor day is left anywhere, and the manifest says how it was written."""
    options = ExportOptions(places="admin1", days="month")
    first, *rest = selection.claims
    villagers = Actor(role="target", raw="villagers of Kossa", name=None, type="civilians")
    speaker = Speaker(role="reports", raw="the mayor of Kossa")
    first = replace(first, actors=(*first.actors, villagers), speakers=(speaker,), trigger=find_trigger(selection))
    told = replace(selection, claims=(first, *rest))
    export_incidents("csv", tmp_path / "out.csv", selection=told, options=options)
    everything = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    for exact in ("Kossa", "3 May", "2021-05-03", "2021-05-04", "14.5"):
        assert exact not in everything
    market = read_csv(tmp_path / "out.csv")[0]
    assert (market["place"], market["place_precision"], market["date_earliest"]) == ("Mopti", "admin1", "2021-05-01")
    assert read_manifest(tmp_path / "out.csv")["options"]["places"] == "admin1"
    with pytest.raises(ExportError, match="Claim JSON quotes"):
        export_incidents("jsonl", tmp_path / "out.jsonl", selection=selection, options=options)


def find_trigger(selection: Selection) -> Evidence:
    """A trigger with the name of the place in it."""
    words = "attacked a market near Kossa"
    document = selection.documents[0]
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def test_coarse_values_are_never_finer_than_read() -> None:
    """A country stays a country when regions are asked for, a year stays a year when months are."""
    mali = Place(name="Mali", country="ML", admin1=None, gazetteer_id="x", latitude=17.0, longitude=-4.0, precision="country")
    year = DateWindow(earliest=date(2020, 1, 1), latest=date(2020, 12, 31), precision="year")
    assert coarse_place(mali, "admin1") == mali
    assert coarse_window(year, "month") == year


def test_no_day_shows_through_a_month() -> None:
    """A month that the report's own date cuts short is written as the whole month, and the day of reporting is gone."""
    read = DateWindow(earliest=date(2021, 2, 1), latest=date(2021, 2, 20), precision="month", reported_on=date(2021, 2, 20))
    whole = DateWindow(earliest=date(2021, 2, 1), latest=date(2021, 2, 28), precision="month")
    assert coarse_window(read, "month") == whole


def test_a_name_that_begins_a_longer_one_may_end_a_text() -> None:
    """ "Issa Ba" at the end of a text is withheld also where an "Issa Ba Diallo" is known."""
    guard = WordGuard(phrases=Phrases.of({"Issa Ba Diallo": "a soldier", "Issa Ba": "a soldier"}))
    assert guard.clean("They buried Issa Ba") == "They buried [a soldier]"
    assert guard.clean("They buried Issa Ba Diallo") == "They buried [a soldier]"


@pytest.mark.parametrize(
    ("words", "low", "high", "withheld"),
    [
        ("terrorist Ali Hassan Karam", 1, 1, True),
        ("Ali Hassan Karam", 1, 1, True),
        ("Ali Hassan Karam", 3, 3, False),
        ("Islamic State", 1, 1, False),
        ("senior Islamic State commander", 1, 1, False),
    ],
)
def test_one_who_bore_arms_and_was_killed_alone_has_a_name_too(
    claims: tuple[Claim, ...], words: str, low: int, high: int, withheld: bool
) -> None:
    """A full name that counts one is a person's, whatever a report calls him; a force or a known group is no person."""
    count = Count(low=low, high=high, qualifier="exact")
    harm = Harm(effect="killed", raw=words, group=words, group_type="unidentified_armed_group", count=count)
    victim = Actor(role="victim", raw=f"the {words}", name=None, type="unidentified_armed_group")
    claim = replace(claims[0], where=None, actors=(victim,), harm=(harm,))
    cleaned = NameGuard.from_claims([claim]).of([claim.id]).clean(f"The army killed the {words}.")
    assert ("Hassan" not in cleaned and "[" in cleaned) is withheld
