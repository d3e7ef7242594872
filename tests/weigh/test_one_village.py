""" "Mamove" with its own point and "Mamove, Beni" with that of the town it is told with are one village."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.records import Place
from crossread.weigh.places import places_fit

BARE = Place(name="Tenka", country="ML", admin1=None, gazetteer_id=None, latitude=16.9, longitude=-0.04, precision="exact")
WITH_TOWN = replace(BARE, name="Tenka, Gao", admin1="Gao", latitude=16.27)


def test_a_village_told_with_its_town_is_the_village() -> None:
    """They lie 70 km apart only because the second has the town's point; the order says nothing."""
    assert places_fit(BARE, WITH_TOWN)
    assert places_fit(WITH_TOWN, BARE)


@pytest.mark.parametrize(
    "other",
    [
        replace(BARE, name="Gao", latitude=16.27),
        replace(WITH_TOWN, name="Doro, Gao"),
        replace(WITH_TOWN, latitude=14.9),
        replace(WITH_TOWN, name="Gao, Tenka"),
    ],
)
def test_other_names_and_far_namesakes_stay_apart(other: Place) -> None:
    """The town itself, another village of it, and a village of that name 200 km away."""
    assert not places_fit(BARE, other)
