"""Parts of a city are in that city."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "name", "admin1"),
    [
        ("US troops closed a road. A bomb went off in Sinak in central Baghdad.", "in Sinak", "Sinak, Baghdad", "Baghdad"),
        (
            "A bomb went off in the Karrada district in central Baghdad.",
            "in the Karrada district",
            "Karrada, Baghdad",
            "Baghdad",
        ),
        ("A bomb went off in Karrada, in the heart of Baghdad.", "in Karrada", "Karrada, Baghdad", "Baghdad"),
        (
            "The US president spoke. A gunman fired near the Olympia shopping mall - a large one - in Munich.",
            "near the Olympia shopping mall",
            "Olympia, Munich",
            "Bavaria",
        ),
        (
            "Bombs hit Sinak in central Baghdad. The shops in Sinak are shut; US aid comes.",
            "in Sinak",
            "Sinak, Baghdad",
            "Baghdad",
        ),
        # near misses
        ("A bomb went off in Basra in southern Iraq.", "in Basra", "Basra", "Basra"),
        ("A bomb went off in Lashkar Gah in western Kandahar province.", "in Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("A bomb went off in Karachi. Police in southern Lahore were warned.", "in Karachi", "Karachi", "Sindh"),
    ],
)
def test_a_part_of_a_city_is_there(resolver: PlaceResolver, text: str, slot: str, name: str, admin1: str) -> None:
    """ "X in central CITY" lies in the city; what lies in a province or country stands."""
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.admin1) == (name, admin1)


@pytest.mark.parametrize(
    ("slot", "name", "region"),
    [
        ("in Nitop, a neighbourhood of Bamenda", "Nitop, Bamenda", "North-West"),
        ("in Nitop, a poor quarter of the city of Bamenda", "Nitop, Bamenda", "North-West"),
        ("in the Nitop neighbourhood of Bamenda", "Nitop, Bamenda", "North-West"),
        ("in the Texas neighbourhood of Bamenda", "Texas, Bamenda", "North-West"),  # not the American state
        ("in the neighbourhood of Nitop", "Nitop, Douala", "Littoral"),
        ("in the quarter of Nitop", "Nitop, Douala", "Littoral"),
    ],
)
def test_a_neighbourhood_of_another_town_is_there(resolver: PlaceResolver, slot: str, name: str, region: str) -> None:
    """The town that "a neighbourhood of" leads to is no neighbourhood of the one the report is written in."""
    text = f"DOUALA, 4 March 2024 (Agency) - Gunmen killed two people {slot}."
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.admin1) == (name, region)


@pytest.mark.parametrize(
    ("slot", "name", "country", "precision"),
    [
        ("in the hamlet of Sinaí", "Sinaí", "CO", "exact"),
        ("in the small village of Sinai", "Sinai", "CO", "exact"),
        ("in a village of Sinai", "Sinai", "EG", "area"),  # a village of that region
        ("in Sinai", "Sinai", "EG", "area"),
        ("in the hamlet of El Mango", "El Mango", "CO", "exact"),
    ],
)
def test_the_village_of_a_name_is_no_region_of_it(
    resolver: PlaceResolver, slot: str, name: str, country: str, precision: str
) -> None:
    """ "The hamlet of Sinaí" lies where the report plays, without a point, unless the gazetteer has a village."""
    text = f"In Colombia, gunmen of Cauca killed two people {slot}."
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.country, found.place.precision) == (name, country, precision)


@pytest.mark.parametrize(
    ("slot", "name", "admin1"),
    [
        ("in the Paris suburb of Saint-Denis", "Saint-Denis", "Île-de-France"),
        ("in the Cairo suburb of Giza", "Giza", "Giza"),
        ("in the Baghdad neighbourhood of Karrada", "Karrada, Baghdad", "Baghdad"),
        ("in the Beirut southern suburb of Haret Hreik", "Haret Hreik, Beirut", "Beirut"),
        # near misses
        ("in the Molenbeek neighbourhood of Brussels", "Molenbeek, Brussels", "Brussels Capital"),
        ("in the Musaga neighborhood of Bujumbura", "Musaga, Bujumbura", "Bujumbura Mairie"),
        ("in the Karrada suburb of Baghdad", "Karrada, Baghdad", "Baghdad"),
        ("in a suburb of Kabul", "Kabul", "Kabul"),
    ],
)
def test_the_suburb_told_behind_a_city(resolver: PlaceResolver, slot: str, name: str, admin1: str) -> None:
    """ "The Paris suburb of Saint-Denis" is Saint-Denis; "the Molenbeek neighbourhood of Brussels" is in Brussels."""
    start = len("A bomb went off ")
    found = resolver.for_document(f"A bomb went off {slot}.").resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.admin1) == (name, admin1)
