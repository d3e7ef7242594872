"""Nations of people who are abroad say nothing of where something happened."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    "who",
    [
        "a Malawian soldier",
        "a Tanzanian peacekeeper",
        "two Indian UN peacekeepers",
        "four soldiers of the Moroccan contingent",
        "two Kenyan aid workers",
        "three Chinese nationals",
        "a German tourist",
    ],
)
def test_guests_put_a_village_nowhere(resolver: PlaceResolver, who: str) -> None:
    """A village that the gazetteer has not does not lie where a victim came from."""
    text = f"Rebels killed {who} as they raided Zarzamin."
    assert place(resolver, text, "Zarzamin") is None
    at_home = place(resolver, f"{text} The Congolese army came late.", "Zarzamin")
    assert at_home is not None
    assert at_home.country == "CD"


@pytest.mark.parametrize(
    "who", ["four Malian soldiers", "a Malian policeman", "a Malian army officer", "three Malian villagers"]
)
def test_others_may_be_at_home(resolver: PlaceResolver, who: str) -> None:
    """Soldiers, policemen and villagers speak for their country."""
    found = place(resolver, f"Rebels killed {who} as they raided Zarzamin.", "Zarzamin")
    assert found is not None
    assert found.country == "ML"
