"""The project's own names and places: usual names of listed settlements, and sites that the open list lacks."""

from __future__ import annotations

import csv

import pytest

from crossread.gazetteer import Gazetteer, fold_name
from crossread.gazetteer.sources import load_facts
from crossread.gazetteer.version import DATA


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _rows(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


@pytest.mark.parametrize(
    ("usual", "number"),
    [
        ("Baramulla", "1277085"),
        ("Qalqilya", "282457"),
        ("Deir al-Balah", "281141"),
        ("Woldiya", "326406"),
        ("Tal Rifaat", "163476"),
        ("Qala-e-Naw", "1129867"),
        ("Laukkaing", "13494766"),
    ],
)
def test_a_usual_name_is_a_name_of_the_settlement_itself(gazetteer: Gazetteer, usual: str, number: str) -> None:
    """It gives the one settlement with its number and people, and no second place beside it."""
    found = [place for place in gazetteer.find_places_exact(usual) if place.matched == "name"]
    assert [place.id for place in found] == [f"geonames:{number}"]


@pytest.mark.parametrize("name", ["Bāramūla", "Qalqīlyah", "Weldiya", "Tall Rif‘at"])
def test_the_name_in_the_list_stays(gazetteer: Gazetteer, name: str) -> None:
    """What the open list calls the settlement still finds it, and is what it is called."""
    assert name in {place.name for place in gazetteer.find_places_exact(name)}


def test_every_usual_name_belongs_to_a_settlement_of_the_list() -> None:
    """The number and the name beside it are those of one settlement: a slip of a digit would name another town."""
    names = {str(row["geonameid"]): row["name"] for row in load_facts().settlements}
    assert [row for row in _rows("also.tsv") if names.get(row[0]) != row[1]] == []


def test_a_usual_name_is_told_once() -> None:
    """No number twice, and no name that the settlement has already."""
    rows = _rows("also.tsv")
    assert len({row[0] for row in rows}) == len(rows)
    assert [row for row in rows for usual in row[2].split(";") if fold_name(usual) == fold_name(row[1])] == []


@pytest.mark.parametrize(("name", "country"), [("Baramulla", "PK"), ("Kass", "SS"), ("Surobi", "PK"), ("Arbin", "TR")])
def test_a_usual_name_is_given_to_no_other_country(gazetteer: Gazetteer, name: str, country: str) -> None:
    """A neighbour's place of a like name does not get it."""
    assert country not in {place.country for place in gazetteer.find_places_exact(name)}


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Sévaré", "ML", "Mopti"),
        ("Kantchari", "BF", "Est"),
        ("Walikale", "CD", "North Kivu"),
        ("Pinlebu", "MM", "Sagaing"),
        ("Seiyun", "YE", "Hadramaut"),
        ("Panjwai", "AF", "Kandahar"),
        ("Masafer Yatta", "PS", "West Bank"),
        ("Shiroro", "NG", "Niger"),
    ],
)
def test_towns_and_districts_that_the_open_list_lacks_are_known(
    gazetteer: Gazetteer, name: str, country: str, admin1: str
) -> None:
    """Each has its country and region."""
    assert (country, admin1) in {(place.country, place.admin1) for place in gazetteer.find_places_exact(name)}


def test_every_site_lies_in_a_region_that_the_list_has() -> None:
    """A slip in a region's name would part the place from its region."""
    facts = load_facts()
    regions = {(country, name) for (country, _), (name, _) in facts.regions.items()}
    assert [row for row in facts.sites if row[1] and (row[0], row[1]) not in regions] == []


def test_a_site_is_told_once() -> None:
    """No second row for one name in one region, and no further name that only repeats the first."""
    rows = _rows("sites.tsv")
    keys = [(row[0], row[1], fold_name(row[2])) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("name", "country"), [("Bil'in", "PS"), ("Mombasa", "KE"), ("Bogor", "ID"), ("Kiunga", "PG")])
def test_a_new_site_takes_no_name_from_a_known_place(gazetteer: Gazetteer, name: str, country: str) -> None:
    """Places abroad of a like name are still found by it."""
    assert country in {place.country for place in gazetteer.find_places_exact(name)}
