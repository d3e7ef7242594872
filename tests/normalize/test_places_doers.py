"""What the name of who struck says of where: a group's its country, that of a nation's fighters none."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("The Russians hit Druzhkivka again, killing two people.", "Druzhkivka", "UA"),
        ("The Russians dropped two bombs on Kostiantynivka.", "on Kostiantynivka", "UA"),
        ("The Israelis bombed Nabatieh, killing two people.", "Nabatieh", "LB"),
        ("Russians protested in Engels after two people were killed in Saratov.", "in Saratov", "RU"),
        ("The Malians attacked Zarzamin at dawn.", "Zarzamin", "ML"),
        ("Fano militants killed an official near Debre Elias.", "near Debre Elias", "ET"),
        ("Fano attacked a checkpoint near Zarzamin.", "near Zarzamin", "ET"),
        ("Italian police shot two men in Fano.", "in Fano", "IT"),
        ("Two men were shot in Fano, Italy.", "in Fano, Italy", "IT"),
    ],
)
def test_doers_put_a_town_where_it_is(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """Neither the nation that strikes nor the town a group is called like draws a place to it."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country
