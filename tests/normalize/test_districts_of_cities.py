"""Districts and areas of a city are told finer than the city, and sites by their whole name."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver(Gazetteer.open())


def name_of(places: PlaceResolver, raw: str) -> tuple[str | None, str | None, str] | None:
    text = f"Gunmen fired at people {raw} on Monday."
    start = text.index(raw)
    found = places.for_document(text).resolve(raw, start=start, end=start + len(raw))
    return (found.place.name, found.place.country, found.place.precision) if found else None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("in the Tareq al-Bab district of Aleppo", ("Tareq al-Bab, Aleppo", "SY", "exact")),
        ("in the Salaheddin district of Aleppo", ("Salaheddin, Aleppo", "SY", "exact")),  # and not Iraq's Salah ad-Din
        ("in the Lyari area of Karachi", ("Lyari, Karachi", "PK", "exact")),
        ("in the Molenbeek neighbourhood of Brussels, Belgium", ("Molenbeek, Brussels", "BE", "exact")),
        ("in Baghdad's Bab al-Muadham area", ("Bab al-Muadham, Baghdad", "IQ", "exact")),
        ("in the Sadr City district of Baghdad", ("Sadr City", "IQ", "exact")),
        ("in the al-Zahra district of the Syrian city of Homs", ("Zahra, Homs", "SY", "exact")),
    ],
)
def test_a_district_of_a_city_is_its_part(places: PlaceResolver, raw: str, expected: tuple[str, str, str]) -> None:
    assert name_of(places, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("in the Surobi district of Kabul province", ("Surobi", "AF", "area")),
        ("in the Kismayo district of Lower Juba", ("Kismayo", "SO", "area")),
        ("in the Magumeri area of Borno State, Nigeria", ("Magumeri", "NG", "area")),
        ("in the Churachandpur district of India's Manipur State", ("Churachandpur", "IN", "area")),
    ],
)
def test_a_district_of_a_region_stays_an_area(places: PlaceResolver, raw: str, expected: tuple[str, str, str]) -> None:
    assert name_of(places, raw) == expected


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("at the Army Public School in Peshawar", "Army Public School, Peshawar"),
        ("outside the Journalists’ Syndicate in Cairo", "Journalists’ Syndicate, Cairo"),
        ("at the National Police Academy in Kabul", "National Police Academy, Kabul"),
        ("at the Islamic University in Gaza City", "Islamic University, Gaza City"),
        ("near the Workers' Party office in Diyarbakir", "Workers' Party office, Diyarbakir"),
        ("at the Saint Joseph Mission Hospital in Kumbo", "Saint Joseph Mission Hospital, Kumbo"),
        ("at Monday's market in Maiduguri", "Maiduguri"),
        ("at the central market in Jos", "Jos"),
    ],
)
def test_a_site_has_its_whole_name(places: PlaceResolver, raw: str, name: str) -> None:
    found = name_of(places, raw)
    assert found is not None
    assert found[0] == name


def test_the_city_of_a_regions_name_is_the_city(places: PlaceResolver) -> None:
    assert name_of(places, "in the eastern Syrian city of Deir Ezzor") == ("Deir Ezzor", "SY", "exact")
    assert name_of(places, "in Deir Ezzor province") == ("Deir ez-Zor", "SY", "admin1")
