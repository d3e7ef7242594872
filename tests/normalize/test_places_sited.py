"""Sites that a report tells by a side of the compass and by no name."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    "slot",
    [
        "the central mosque",
        "at the northern livestock market",
        "in the southern part of the camp",
        "at the western gate of the barracks",
        "the south-eastern edge of the cattle market",
        "the north of the base",
        "at the base's eastern perimeter",
    ],
)
def test_a_side_of_a_site_is_no_side_of_the_country(resolver: PlaceResolver, slot: str) -> None:
    """The site stands in the town told before; without a town it is open."""
    found = place(resolver, f"Shells fell on Nyala at dawn. Nine people were killed as one hit {slot}.", slot)
    assert found is not None
    assert found.name == "Nyala"
    assert place(resolver, f"The Sudanese army said that nine people were killed as a shell hit {slot}.", slot) is None


@pytest.mark.parametrize(
    "slot",
    [
        "in the northern region",
        "in a northern village",
        "along the northern border",
        "on the northern highway",
        "in the northern camps",
        "in the northern part of the country",
        "in the north",
    ],
)
def test_regions_roads_and_many_sites_keep_their_side(resolver: PlaceResolver, slot: str) -> None:
    """What is no single site lies in that part of the country."""
    found = place(resolver, f"Nine people were killed {slot}, the Sudanese army said.", slot)
    assert found is not None
    assert found.name == "northern Sudan"


@pytest.mark.parametrize(
    "slot", ["in the national stadium", "outside the national library", "at the country's national museum"]
)
def test_a_national_site_stands_in_a_town(resolver: PlaceResolver, slot: str) -> None:
    """It is not the country, which is no answer for a stadium; without a town it is open."""
    found = place(resolver, f"Shells fell on Nyala at dawn. Nine people were killed {slot}.", slot)
    assert found is not None
    assert found.name == "Nyala"
    assert place(resolver, f"The Sudanese army said that nine people were killed {slot}.", slot) is None


@pytest.mark.parametrize("slot", ["in the national park", "on the national highway", "on national territory"])
def test_national_parks_and_roads_are_in_the_country(resolver: PlaceResolver, slot: str) -> None:
    found = place(resolver, f"Nine people were killed {slot}, the Sudanese army said.", slot)
    assert found is not None
    assert found.precision == "country"


@pytest.mark.parametrize(
    ("slot", "precision"),
    [
        ("on Nyala's outskirts", "near"),
        ("in the Nyala suburbs", "near"),
        ("on the outskirts of Nyala", "near"),
        ("in a suburb of the capital", "near"),
        ("on the outskirts of the Sudanese capital", "near"),
        ("in the capital", "exact"),
        ("in Nyala", "exact"),
    ],
)
def test_suburbs_and_outskirts_are_near_the_town(resolver: PlaceResolver, slot: str, precision: str) -> None:
    found = place(resolver, f"Nine people were killed {slot}, the Sudanese army said in Sudan.", slot)
    assert found is not None
    assert found.precision == precision
