"""Values in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossread.records import Place
from crossread.weigh.saying import say_place


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mopti", "Mopti region, Mali"),
        ("Mopti Region", "Mopti Region, Mopti, Mali"),
        ("Helmand Province", "Helmand Province, Mali"),
    ],
)
def test_a_region_is_called_one_once(name: str, said: str) -> None:
    """A name that says its unit itself gets no "region" behind it."""
    admin1 = "Mopti" if "Mopti" in name else None
    place = Place(name=name, country="ML", admin1=admin1, gazetteer_id=None, latitude=None, longitude=None, precision="admin1")
    assert say_place(place) == said


def test_a_town_whose_name_begins_like_its_country_is_in_it() -> None:
    """ "Nepalgunj" does not say Nepal; "Mexico City" says Mexico."""
    town = Place(
        name="Nepalgunj", country="NP", admin1="Lumbini", gazetteer_id=None, latitude=None, longitude=None, precision="exact"
    )
    assert say_place(town) == "Nepalgunj, Lumbini, Nepal"
    assert say_place(replace(town, name="Mexico City", country="MX", admin1=None)) == "Mexico City"
