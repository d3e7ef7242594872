"""How well the region that a site is called after tells where the site is."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "name", "precision"),
    [
        ("She died in a Texas jail cell.", "in a Texas jail cell", "Texas", "admin1"),
        ("He was beaten in a California prison.", "in a California prison", "California", "admin1"),
        ("A bomb exploded at an Aleppo mosque in Syria.", "at an Aleppo mosque", "Aleppo", "exact"),
    ],
)
def test_a_site_of_a_region(resolver: PlaceResolver, text: str, slot: str, name: str, precision: str) -> None:
    """It may be anywhere in it; one of a town is in that town."""
    found = place(resolver, text, slot)
    assert found is not None
    assert (found.name, found.precision) == (name, precision)


def test_a_town_on_an_island(resolver: PlaceResolver) -> None:
    """The two are no name together."""
    text = "Five were hurt in a village in the town of Talipao on Jolo island in the Philippines."
    found = place(resolver, text, "in a village in the town of Talipao on Jolo island in the Philippines")
    assert found is not None
    assert (found.name, found.country) == ("Talipao", "PH")


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("Gunmen shot two in Quetta. A blast in the same Pakistani city killed nine.", "in the same Pakistani city", "Quetta"),
        ("A blast in the same Pakistani city killed nine.", "in the same Pakistani city", "Pakistan"),
    ],
)
def test_the_same_city_of_a_country(resolver: PlaceResolver, text: str, slot: str, name: str) -> None:
    """It is the city told before; with none, the country is what is known."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.name == name
