"""A great city beside small towns of its country and name; addresses tell the country of a report."""

from __future__ import annotations

import pytest
from placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "region"),
    [
        # McDonald lies beside a Houston of 1,266 people in Pennsylvania, Halifax of Virginia is called Houston, too.
        ("Two men were shot in SE Houston near a McDonald restaurant, Houston police said.", "in SE Houston", "Texas"),
        ("A man was shot in Houston. A woman from McDonald saw it in Houston.", "in Houston", "Texas"),
        ("Houston police searched a condo called The Oaks after a man was shot in Houston.", "in Houston", "Texas"),
        ("A man was shot in Houston, Pa., near McDonald.", "in Houston, Pa.", "Pennsylvania"),
        ("Pennsylvania troopers were called to McDonald after a man was shot in Houston.", "in Houston", "Pennsylvania"),
        (
            "Two men from McDonald, Canonsburg, Cecil and Bridgeville were shot at a fair in Houston.",
            "in Houston",
            "Pennsylvania",
        ),
    ],
)
def test_one_name_near_it_is_no_sign_for_a_small_namesake(resolver: PlaceResolver, text: str, slot: str, region: str) -> None:
    """Several are, and so is its state wherever the report tells it."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.admin1 == region


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("SAN JOSE - A teen was shot in the 1200 block of Elm Street in San Jose on Sunday.", "in San Jose", "US"),
        ("A teen was shot in San Jose, the County Sheriff's Office said.", "in San Jose", "US"),
        ("SAN JOSE - A teen was shot near the bus station in San Jose on Sunday.", "in San Jose", "CR"),
        ("A fire in a block of flats killed two people in San Jose, Costa Rica.", "in San Jose, Costa Rica", "CR"),
        ("Ten died in block 12 of the prison in San Jose.", "in San Jose", "CR"),
    ],
)
def test_blocks_and_sheriffs_are_american(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """Flats and prisons have blocks, too."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country
