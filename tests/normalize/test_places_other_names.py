"""A town that is only called so besides, places that lists of towns lack, and people called like towns."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    "text",
    [
        "The town of Alga was attacked on Sunday. 42 people were killed, residents said. The attackers wore uniforms.",
        "Gunmen attacked the town of Alga on Sunday, killing 42 people, residents told a local radio.",
    ],
)
def test_another_name_of_a_town_far_away_is_not_enough(resolver: PlaceResolver, text: str) -> None:
    """Alga is also called so in Ethiopia and called so in Kyrgyzstan; nothing here speaks for either, and neither is meant."""
    found = place(resolver, text, "Alga")
    assert found is None or found.country is None


def test_it_is_meant_where_the_report_is_of_its_country(resolver: PlaceResolver) -> None:
    """The Oromo Liberation Army and Addis Ababa put Alga into Ethiopia."""
    text = "Gunmen shot 12 people dead in Alga on 3 March, officials in Addis Ababa said. The Oromo Liberation Army denied it."
    found = place(resolver, text, "in Alga")
    assert found is not None
    assert found.country == "ET"


@pytest.mark.parametrize("name", ["Pibor", "Nasir", "Renk", "Pochalla", "Melut", "Nimule", "Kajo Keji", "Old Fangak"])
def test_county_seats_of_south_sudan_are_known(resolver: PlaceResolver, name: str) -> None:
    """Also where the report names the army of before independence, whose name holds that of Sudan."""
    text = f"Gunmen killed 18 people in {name} on Sunday. The Sudan People's Liberation Army sent troops to {name}."
    found = place(resolver, text, name)
    assert found is not None
    assert (found.name, found.country) == (name, "SS")


def test_somebody_with_an_occupation_is_no_town(resolver: PlaceResolver) -> None:
    """Mary is a city of Turkmenistan; Mary Nyandeng, a nurse, puts no raid there."""
    text = "Youths raided camps near Pibor and near Lokoromach. Among the dead was Mary Nyandeng, a nurse at the hospital."
    found = place(resolver, text, "near Lokoromach")
    assert found is None or found.country in ("SS", None)
    text = "Youths raided the camps at Lokoromach. Among the dead was Mary Nyandeng, a nurse at the hospital."
    found = place(resolver, text, "at Lokoromach")
    assert found is None or found.country is None


def test_the_army_named_for_sudan_is_of_sudan_where_the_report_speaks_of_it(resolver: PlaceResolver) -> None:
    """Before independence: its south is that of Sudan, also beside the president of a neighbour."""
    text = (
        "Riots broke out in Khartoum after the crash, Sudanese officials said. Gunmen killed 18 people in the south of the "
        "country. The Sudan People's Liberation Army and Uganda's president called for calm."
    )
    found = place(resolver, text, "in the south of the country")
    assert found is not None
    assert found.country == "SD"


def test_a_hotel_cut_short_is_read_whole_and_where_its_state_is(resolver: PlaceResolver) -> None:
    """South West State is one of Somalia, whatever region of Cameroon is called much the same; no town is called Hotel."""
    text = "The minister of security of South West State said that 11 people died in an attack on the Hotel Aurora on Friday."
    found = place(resolver, text, "on the Hotel")
    assert found is not None
    assert (found.name, found.country) == ("Hotel Aurora", "SO")
