"""Vehicles stopped on their way."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("slot", "name"),
    [
        ("from Kano to Abuja near Kaduna", "Kaduna"),
        ("from Kano to Abuja at Jere", "Jere"),
        ("between Kano and Abuja, near Kaduna", "Kaduna"),
        ("travelling from Kano towards Abuja at the village of Rijana", "Rijana"),
        ("from Kano to Abuja", "Kano–Abuja road"),
        ("from Kano to Abuja in Kaduna state", "Kano–Abuja road"),
        ("from Kano to Abuja in northern Nigeria", "Kano–Abuja road"),
        ("on the road from Kano to Abuja near Kaduna", "Kano–Abuja road"),
    ],
)
def test_the_place_behind_a_route_is_where_it_was(resolver: PlaceResolver, slot: str, name: str) -> None:
    """A town or village behind the route of a vehicle counts; regions and roads leave the route what it is."""
    found = place(resolver, f"Gunmen attacked a bus {slot} on Sunday, Nigerian police said.", slot)
    assert found is not None
    assert found.name == name
