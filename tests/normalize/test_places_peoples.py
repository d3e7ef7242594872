"""Peoples after whom regions are called: where they come from is not where they are."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize("who", ["Chin-Kuki militants", "Kuki-Chin armed groups", "Chin-Kuki narco-terrorists"])
def test_a_pair_of_peoples_tells_no_country(resolver: PlaceResolver, who: str) -> None:
    """They live on both sides of a border, and the town of Kuki lies in Japan."""
    found = place(resolver, f"{who} attacked Leisabithol, killing two.", "Leisabithol")
    assert found is None or found.country is None
    found = place(resolver, f"{who} attacked Leisabithol in Manipur, killing two.", "Leisabithol")
    assert found is not None
    assert found.country == "IN"


def test_a_people_is_a_sign_of_its_country_and_no_region(resolver: PlaceResolver) -> None:
    found = place(resolver, "Karen people fled Leisabithol on Sunday.", "Leisabithol")
    assert found is not None
    assert (found.country, found.admin1) == ("MM", None)


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("Troops burned houses in Chin State.", "in Chin State", "Chin State"),
        ("The Bamako-Ségou highway was cut in Mali.", "Ségou", "Ségou"),
        ("In Kachin people fled their homes.", "In Kachin", "Kachin"),
    ],
)
def test_regions_and_roads_stay_places(resolver: PlaceResolver, text: str, slot: str, name: str) -> None:
    found = place(resolver, text, slot)
    assert found is not None
    assert found.name == name
