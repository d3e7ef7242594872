"""The part of the world in which a country lies is no part of the country."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("in the East African nation of Somalia", ("Somalia", "SO", "country")),
        ("the landlocked West African country of Burkina Faso", ("Burkina Faso", "BF", "country")),
        ("in the Southeast Asian nation of Myanmar", ("Myanmar", "MM", "country")),
        ("in the Central American country of Honduras", ("Honduras", "HN", "country")),
        ("in the Central African nation of Chad", ("Chad", "TD", "country")),
        ("in the former Soviet republic of Georgia", ("Georgia", "GE", "country")),
        ("in the Caribbean island nation of Haiti", ("Haiti", "HT", "country")),
        ("in the Pacific island nation of Papua New Guinea", ("Papua New Guinea", "PG", "country")),
        ("in the southern African kingdom of Lesotho", ("Lesotho", "LS", "country")),
        ("in the town of Bol in the Central African nation of Chad", ("Bol", "TD", "exact")),
        ("in western Burkina Faso", ("western Burkina Faso", "BF", "area")),
        ("in the American state of Georgia", ("Georgia", "US", "admin1")),
        ("in the Nigerian state of Borno", ("Borno", "NG", "admin1")),
        ("in the Gulf state of Tabasco", ("Tabasco", "MX", "admin1")),
        ("in the Central African Republic", ("Central African Republic", "CF", "country")),
        ("in the western city of Jeddah", ("Jeddah", "SA", "exact")),
    ],
)
def test_a_country_of_a_continent(resolver: PlaceResolver, slot: str, expected: tuple[str, str, str]) -> None:
    """The whole country; sides of countries, states of other countries and names of such words stay."""
    text = f"Five people were killed {slot} on Monday."
    found = resolver.for_document(text).resolve(slot, start=24, end=24 + len(slot))
    assert found is not None
    assert (found.place.name, found.place.country, found.place.precision) == expected


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("Five died in the West African country. Burkina Faso is at war.", "in the West African country", "Burkina Faso"),
        (
            "Five died in the South Asian country's west. Pakistan is at war.",
            "in the South Asian country's west",
            "western Pakistan",
        ),
        ("Five died in the country's west. Pakistan is at war.", "in the country's west", "western Pakistan"),
        ("Saudi police held men over attacks on Western interests.", "on Western interests", None),
        ("Saudi police held men over attacks in the west.", "in the west", "western Saudi Arabia"),
    ],
)
def test_points_back_to_the_country(resolver: PlaceResolver, text: str, slot: str, expected: str | None) -> None:
    """Without a name the country told is meant; what is the West's is in the west of no country."""
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert (found.place.name if found else None) == expected
