"""Namesakes at home and abroad."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("Rebels left a peace deal in Mali. Mali lost men as gunfire erupted, and a resident of Nara fled.", "Nara", "ML"),
        ("Mali's army fights on. A man from Mali was shot in Tokyo, Japan, and one in Nara, Japan.", "in Nara, Japan", "JP"),
        ("Mexican police said that a Mexican was killed in San Salvador.", "in San Salvador", "SV"),
    ],
)
def test_a_town_at_home_goes_before_a_namesake_abroad(text: str, slot: str, country: str) -> None:
    """A region or town of a country the report is silent on gives way, unless it is a city of millions or a capital."""
    start = text.rindex(slot)
    found = PlaceResolver(Gazetteer.open()).for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert found.place.country == country
