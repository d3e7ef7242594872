"""Towns that another state's forces strike, told by their usual names; and no other country's town of nearly that name."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver(Gazetteer.open())


@pytest.mark.parametrize(
    ("text", "raw", "country"),
    [
        ("Turkish drones killed two people in Qamishli.", "in Qamishli", "SY"),
        ("Turkish forces shelled Kobani.", "Kobani", "SY"),
        ("Turkish jets bombed a house in Mkoani.", "in Mkoani", "TZ"),
        ("Ethiopian troops shelled the Somali town of Dolow.", "the Somali town of Dolow", "SO"),
        ("Rwandan soldiers burned the Congolese village of Kobane.", "the Congolese village of Kobane", "CD"),
    ],
)
def test_what_is_struck_abroad_is_in_its_own_country(places: PlaceResolver, text: str, raw: str, country: str) -> None:
    start = text.rindex(raw)
    found = places.for_document(text).resolve(raw, start=start, end=start + len(raw))
    assert found is not None
    assert found.place.country == country


def test_a_town_that_two_countries_have_is_in_neither(places: PlaceResolver) -> None:
    """Forces that wage war elsewhere do not tell in which."""
    text = "Turkish jets bombed Qusayr."
    found = places.for_document(text).resolve("Qusayr", start=20, end=26)
    assert found is None or found.place.country is None
