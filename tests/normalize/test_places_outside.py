"""Villages whose only namesake in the gazetteer lies outside the unit that the report puts them in."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str) -> Place:
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    return found.place


def test_a_district_and_a_region_behind_the_comma_hold_the_village(resolver: PlaceResolver) -> None:
    """Its point is that of the unit, or none; the namesakes lie in Bangkok and Al Jawf."""
    found = place(
        resolver,
        "A bomb killed two in Bangpu, a village in Pattani's Yaring district.",
        "in Bangpu, a village in Pattani's Yaring district",
    )
    assert (found.admin1, found.precision) == ("Pattani", "near")
    found = place(resolver, "A drone hit a house in Al-Rawdah, Marib, killing two.", "in Al-Rawdah, Marib")
    assert found.admin1 == "Marib"


def test_a_village_told_after_a_town_of_another_region_has_no_point(resolver: PlaceResolver) -> None:
    text = "Gunmen killed two men in El Tambo, Cauca. On Saturday three women died in the village of Playa Rica."
    assert place(resolver, text, "in the village of Playa Rica").latitude is None
    text = "Sources in Sagaing region said fighting went on. Three were killed in Nyaungbin Tae."
    assert place(resolver, text, "in Nyaungbin Tae").latitude is None


@pytest.mark.parametrize(
    ("text", "slot", "admin1"),
    [
        ("Gunmen killed two men in El Tambo, Cauca. Three died in the city of Cali.", "in the city of Cali", "Valle del Cauca"),
        ("Police shot a man in Ferguson, Missouri.", "in Ferguson, Missouri", "Missouri"),
        ("A bomb killed two in Yaring, Pattani.", "in Yaring, Pattani", "Pattani"),
        ("Gunmen killed two in El Tambo, Cauca. Three died in Playa Rica, Tolima.", "in Playa Rica, Tolima", "Tolima"),
    ],
)
def test_towns_in_their_region_stand(resolver: PlaceResolver, text: str, slot: str, admin1: str) -> None:
    found = place(resolver, text, slot)
    assert found.admin1 == admin1
    assert found.latitude is not None


def test_an_unlisted_village_is_only_near_the_seat_of_its_area(resolver: PlaceResolver) -> None:
    slot = "in Gidan Zaki, in the Tsafe area of Zamfara state, Nigeria"
    assert place(resolver, f"Bandits killed 23 people {slot}.", slot).precision == "near"
    slot = "at a mosque in the Tsafe area of Zamfara state, Nigeria"
    assert place(resolver, f"Bandits killed 23 people {slot}.", slot).precision != "near"
