"""Neighbourhoods, bare streets, chains and people whose namesakes lie far from the town of the report."""

from __future__ import annotations

import pytest
from placing import place

from crossread.normalize.places import PlaceResolver

CHICAGO = "Four people were shot in the Pullman neighborhood on Friday, Chicago police said."
SIDE = "Chicago police were busy. A man was shot in the West Pullman neighborhood on the Far South Side in Chicago."


@pytest.mark.parametrize(
    ("text", "slot", "name", "region"),
    [
        (CHICAGO, "in the Pullman neighborhood", "Pullman, Chicago", "Illinois"),
        (CHICAGO.replace("neighborhood", "section"), "in the Pullman section", "Pullman, Chicago", "Illinois"),
        (
            "Police came to an Alexandria neighborhood. A church on Friday burned there.",
            "to an Alexandria neighborhood",
            "Alexandria",
            "Alexandria",
        ),
        # A town is none, and a street in a quarter is in the quarter's town.
        (
            "Four people were shot in the town of Pullman, Chicago police said.",
            "in the town of Pullman",
            "Pullman",
            "Washington",
        ),
        (
            "One man died in Chicago. A second was shot in the 700 block of Elm Street in the Pullman neighborhood.",
            "in the 700 block of Elm Street in the Pullman neighborhood",
            "Elm Street, Chicago",
            "Illinois",
        ),
    ],
)
def test_a_neighbourhood_is_of_the_town_told(resolver: PlaceResolver, text: str, slot: str, name: str, region: str) -> None:
    """Before it or behind it; Pullman, Washington, is 2,500 kilometres from Chicago."""
    found = place(resolver, text, slot)
    assert found is not None
    assert (found.name, found.admin1) == (name, region)


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        (
            "Three men were shot in Houston, in the 800 block of Wilson Street. The crowd fled on Wilson.",
            "on Wilson",
            "Wilson, Houston",
        ),
        ("Three men were shot in Houston at the 1300 block of Robin. The crowd fled on Robin.", "on Robin", "Robin, Houston"),
        ("Three men were shot in Dallas at a Starbucks.", "at a Starbucks", "Starbucks, Dallas"),
        ("Three men were shot in Dallas at a Wilson, near a park.", "at a Wilson", "Wilson, Dallas"),
        ("Jets flew over Gao. They dropped three bombs on Gao.", "on Gao", "Gao"),
        ("Three men were shot in Miami Gardens at a Miami Gardens home.", "at a Miami Gardens home", "Miami Gardens"),
        ("Three men were shot in Houston, at Wilson Street. A fourth was shot in Wilson.", "in Wilson", "Wilson"),
    ],
)
def test_bare_streets_and_chains(resolver: PlaceResolver, text: str, slot: str, name: str) -> None:
    """ "On Wilson" beside "Wilson Street"; nobody is "at a Mosul"."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        (
            "Police in Corpus Christi said that a man shot Nichols before fleeing from Elm Street.",
            "from Elm Street",
            "Elm Street, Corpus Christi",
        ),
        ("Police in Corpus Christi said that soldiers shot Nichols farmers. A man died in Nichols.", "in Nichols", "Nichols"),
    ],
)
def test_who_is_shot_is_no_town(resolver: PlaceResolver, text: str, slot: str, name: str) -> None:
    """A town is never shot, its farmers may be."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.name == name


def test_the_town_right_behind_a_site_is_its_town(resolver: PlaceResolver) -> None:
    """A slot may hold the church alone; a town told elsewhere in the report is not behind it."""
    told = "Police in Cairo looked on as a crowd prayed at St. Takla Church{} on Sunday."
    for behind, name in ((" in Alexandria", "St. Takla Church, Alexandria"), ("", "St. Takla Church, Cairo")):
        found = place(resolver, told.format(behind), "at St. Takla Church")
        assert found is not None
        assert found.name == name
