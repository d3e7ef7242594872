"""Cells, the list of disagreements and the profiles of sources go by one rule of what agrees."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from claim_maker import collections, harm, make_claim, make_document
from hypothesis import given, settings
from test_tolls import cluster

from crossread.link import link_claims
from crossread.records import Claim, Document, Incident, Place
from crossread.weigh import compare_cells, weigh_cluster
from crossread.weigh.sources import profile_sources

DABLO = Place(
    name="Dablo", country="BF", admin1="Centre-Nord", gazetteer_id=None, latitude=None, longitude=None, precision="exact"
)
RUSSIA = replace(DABLO, country="RU", admin1=None)
BURKINA = replace(DABLO, name="Burkina Faso", admin1=None, precision="country")
BARE = replace(DABLO, country=None, admin1=None)


class Told:
    """Accounts of one incident, what is listed of a slot, and the signs of its cells by document."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        """One claim per document, called a, b, c …"""
        names = "abcdef"[: len(rows)]
        self.documents = {name: make_document(name) for name in names}
        self.claims = {name: make_claim(self.documents[name], **row) for name, row in zip(names, rows, strict=True)}
        claims = list(self.claims.values())
        self.incident = weigh_cluster(cluster(claims), claims, self.documents)
        self.by_id = {claim.id: claim for claim in claims}

    def signs(self, slot: str) -> list[str]:
        """In the order of the documents."""
        cells = compare_cells(self.incident, self.by_id, self.documents)[slot]
        return [cells[claim.id].sign for claim in self.claims.values()]

    def listed(self, slot: str) -> set[str]:
        """The documents whose reading is listed."""
        rows = [row for row in self.incident.disagreements if row.slot == slot]
        return {self.by_id[name].document_id for row in rows for reading in row.readings for name in reading.claims}


def test_two_places_of_one_name_in_two_countries_differ_in_the_cell_too() -> None:
    """Dablo in Burkina Faso, told twice, and Dablo in Russia: the third cell differs, as the list says."""
    told = Told({"place": DABLO}, {"place": DABLO}, {"place": RUSSIA})
    assert told.signs("where") == ["agrees", "agrees", "differs"]
    assert told.listed("where") == {"a", "b", "c"}


@pytest.mark.parametrize(("less", "sign"), [(BURKINA, "compatible"), (replace(DABLO, admin1=None), "agrees"), (BARE, "agrees")])
def test_a_place_that_says_less_is_no_rival(less: Place, sign: str) -> None:
    """The country, or the town without its region, beside the town: nothing is listed."""
    told = Told({"place": DABLO}, {"place": DABLO}, {"place": less})
    assert told.signs("where") == ["agrees", "agrees", sign]
    assert told.listed("where") == set()


def test_only_who_conflicts_is_listed() -> None:
    """Beside two towns far apart, "Mali" takes no side; beside two numbers, neither does "at least 3"."""
    told = Told({"place": "Gao"}, {"place": "Gao"}, {"place": "Mopti"}, {"place": "Mali"})
    assert told.listed("where") == {"a", "b", "c"}
    told = Told(
        *({"harm": (row,)} for row in (harm("killed", 10), harm("killed", 10), harm("killed", 20), harm("killed", 3, None)))
    )
    assert told.listed("harm.killed") == {"a", "b", "c"}
    assert told.signs("killed") == ["agrees", "agrees", "differs", "compatible"]


def test_a_number_that_is_listed_beside_the_best_one_differs() -> None:
    """28 fits "at least 14" but not the plain 14 beside it; where nobody says 14 plainly, it is compatible and not listed."""
    told = Told(*({"harm": (row,)} for row in (harm("killed", 14), harm("killed", 14, None), harm("killed", 28))))
    assert told.signs("killed") == ["agrees", "compatible", "differs"]
    assert told.listed("harm.killed") == {"a", "c"}
    told = Told(*({"harm": (row,)} for row in (harm("killed", 14, None), harm("killed", 14, None), harm("killed", 28))))
    assert told.signs("killed")[2] == "compatible"
    assert told.listed("harm.killed") == set()


@pytest.mark.parametrize("other", [harm("killed", 11, None), harm("killed", 11, qualifier="about")])
def test_a_coarser_number_of_the_same_figure_is_compatible(other: Any) -> None:
    """ "At least 11" and "about 11" beside 11 say less; told by all alike, "at least 11" agrees."""
    assert Told({"harm": (harm("killed", 11),)}, {"harm": (other,)}).signs("killed") == ["agrees", "compatible"]
    assert Told({"harm": (other,)}, {"harm": (other,)}).signs("killed") == ["agrees", "agrees"]


def test_sources_are_counted_by_the_same_rule() -> None:
    """The profile of the source that puts it in Russia counts one place that differs, and the others none."""
    told = Told({"place": DABLO}, {"place": DABLO}, {"place": RUSSIA})
    rows = {row.source: row.slots["where"] for row in profile_sources([told.incident], told.by_id, told.documents)}
    assert {name: row["differs"] for name, row in rows.items()} == {"a": 0, "b": 0, "c": 1}


@settings(max_examples=80, deadline=None)
@given(drawn=collections())
def test_a_cell_that_differs_is_listed(drawn: tuple[list[Claim], dict[str, Document]]) -> None:
    """On any collection: what a cell of day, place or number sets against the incident, the list names as a reading."""
    claims, documents = drawn
    by_id = {claim.id: claim for claim in claims}
    for found in link_claims(claims, documents):
        incident = weigh_cluster(found, claims, documents)
        for slot, cells in compare_cells(incident, by_id, documents).items():
            if slot in ("when", "where", "killed", "injured"):
                assert {name for name, cell in cells.items() if cell.sign == "differs"} <= _listed(incident)


def _listed(incident: Incident) -> set[str]:
    return {name for row in incident.disagreements for reading in row.readings for name in reading.claims}


def test_one_account_agrees_with_nobody() -> None:
    """A single account's cells bear no sign of agreement; what a party says of its enemy is set aside as ever."""
    told = Told({"place": DABLO, "harm": (harm("killed", 5),)})
    assert {sign for slot in ("what", "where", "killed") for sign in told.signs(slot)} == {"told"}
    assert Told({"place": DABLO, "harm": (harm("killed", 5),)}, {"place": DABLO}).signs("where") == ["agrees", "agrees"]


def test_the_numbers_of_one_account_are_not_told_as_of_several() -> None:
    """ "14, nine by the police" is one account with two numbers."""
    rows = (harm("killed", 14), harm("killed", 9, speaker="Police"))
    assert [row.sentence for row in Told({"harm": rows}).incident.disagreements] == [
        "One account gives different numbers killed: 14 (9: Police) (a)."
    ]
    both = Told({"harm": rows}, {"harm": (harm("killed", 9),)}).incident.disagreements
    assert both[0].sentence.startswith("Accounts differ on the number killed: ")
