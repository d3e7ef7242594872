"""Neighbouring towns: two places, unless a report names both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claim_maker import harm, make_claim, make_document
from test_tolls import cluster

from crossread.gazetteer import Gazetteer
from crossread.records import Incident, Place
from crossread.weigh import compare_cells, weigh_cluster
from crossread.weigh.towns import are_two_towns

ULMA = Place(
    name="Ulma", country="ML", admin1="Gao", gazetteer_id="place:ulma", latitude=16.0, longitude=1.0, precision="exact"
)
SARO = replace(ULMA, name="Saro", gazetteer_id="place:saro", latitude=16.05)  # 5.6 km north of it


def weighed(*texts: str, places: tuple[Place, ...] = (ULMA, SARO)) -> tuple[Incident, list[str]]:
    """The incident of two reports on seven dead, and the signs of its places."""
    documents, claims = {}, []
    for name, text, place in zip("ab", texts, places, strict=True):
        documents[name] = make_document(name, text=text)
        claims.append(make_claim(documents[name], day=date(2022, 5, 2), place=place, harm=(harm("killed", 7),)))
    incident = weigh_cluster(cluster(claims), claims, documents)
    cells = compare_cells(incident, {claim.id: claim for claim in claims}, documents)["where"]
    return incident, sorted(cell.sign for cell in cells.values())


def slots(incident: Incident) -> list[str]:
    """What the accounts differ on."""
    return [row.slot for row in incident.disagreements]


def test_two_towns_are_a_disagreement_and_no_agreement() -> None:
    """Seven dead here and seven there: the places are told to differ, and the incident is not fair."""
    incident, signs = weighed("A shell killed seven in Ulma.", "Shelling of Saro left seven dead.")
    assert slots(incident) == ["where"]
    assert incident.grade == "weak"
    assert signs == ["agrees", "differs"]


def test_a_report_that_names_both_tells_one_place() -> None:
    """ "In Saro, a suburb of Ulma" is in Ulma for whoever tells no more than the city."""
    incident, signs = weighed("A shell killed seven in Ulma.", "A shell killed seven in Saro, a suburb of Ulma.")
    assert slots(incident) == []
    assert incident.grade == "fair"
    assert signs == ["agrees", "compatible"]


def test_near_names_coarse_places_and_one_spot_are_no_two_towns() -> None:
    """A camp beside the town it is named after, "near Saro", a site without an entry, and two names of one spot."""
    assert are_two_towns(ULMA, SARO)
    assert not are_two_towns(ULMA, replace(SARO, name="Ulma camp"))
    assert not are_two_towns(ULMA, replace(SARO, precision="near"))
    assert not are_two_towns(ULMA, replace(SARO, gazetteer_id=None))
    assert not are_two_towns(ULMA, replace(SARO, name="the market, Ulma", gazetteer_id="place:ulma"))
    assert not are_two_towns(ULMA, replace(SARO, latitude=16.005))


def test_two_villages_that_no_list_has_are_two_by_their_names() -> None:
    """One word each, and no spelling of each other; a site, or another spelling, is none."""
    one = replace(ULMA, gazetteer_id=None, latitude=None, longitude=None)
    assert are_two_towns(one, replace(one, name="Bekoro"))
    assert not are_two_towns(one, replace(one, name="Oulma"))
    assert not are_two_towns(one, replace(one, name="Bekoro Hospital"))
    told_with = replace(ULMA, name="Bekoro, Ulma")  # the point is that of the district
    assert are_two_towns(told_with, replace(told_with, name="Tissi, Ulma"))
    assert not are_two_towns(told_with, replace(told_with, name="Tissi Market, Ulma"))
    assert not are_two_towns(told_with, replace(told_with, name="Tissi, Ulma", precision="near"))
    assert not are_two_towns(told_with, ULMA)


def test_a_suburb_is_told_by_the_name_of_its_city() -> None:
    """Petionville is a quarter of Port-au-Prince's size and beside it; Pokrovsk and Myrnohrad are alike."""
    capital, suburb = _place("Port-au-Prince", "HT"), _place("Pétion-Ville", "HT")
    assert not are_two_towns(capital, suburb)
    assert not are_two_towns(suburb, capital)
    assert are_two_towns(_place("Pokrovsk", "UA"), _place("Myrnohrad", "UA"))


def _place(name: str, country: str) -> Place:
    """The largest place of that name in the gazetteer."""
    found = [entry for entry in Gazetteer.open().find_places_exact(name) if entry.country == country]
    entry = max((row for row in found if row.kind == "settlement"), key=lambda row: row.population)
    return Place(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        gazetteer_id=entry.id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision="exact",
    )
