"""Where an attack lies that a desk abroad tells of, and towns at home that bear the name of a larger one abroad."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str, *, source: str | None = None) -> Place | None:
    """The place of a slot of a report."""
    start = text.rindex(slot)
    found = resolver.for_document(text, source=source).resolve(slot, start=start, end=start + len(slot))
    return found.place if found else None


def test_the_city_of_a_desk_lends_no_town_of_another_spelling(resolver: PlaceResolver) -> None:
    """ "Khonsan" is not a slip for a town of Thailand because the agency sits in Bangkok."""
    text = "BANGKOK, 2 June 2025 (Agency) - Jets of Myanmar's military bombed a rally in Khonsan township on Friday."
    found = place(resolver, text, "in Khonsan township")
    assert found is not None
    assert (found.country, found.latitude) == ("MM", None)


def test_a_desk_alone_puts_an_unlisted_town_nowhere(resolver: PlaceResolver) -> None:
    """Nothing tells which country it is."""
    text = "BANGKOK, 2 June 2025 (Agency) - Jets bombed a rally in Kyunhla township on Friday, residents said."
    assert place(resolver, text, "in Kyunhla township") is None


def test_a_city_at_home_still_lends_its_country(resolver: PlaceResolver) -> None:
    """A report from Yangon tells of Myanmar."""
    text = "YANGON, 2 June 2025 (Agency) - Jets bombed a rally in the village of Kone Gyi on Friday, residents said."
    found = place(resolver, text, "in the village of Kone Gyi")
    assert found is not None
    assert found.country == "MM"


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("A raid of our fighters struck the Nur Hotel in Beledweyne on Saturday.", "in Beledweyne", "SO"),
        ("A raid of our fighters struck the Nur Hotel in Beledweyne on Saturday.", "the Nur Hotel in Beledweyne", "SO"),
        ("A bomb went off at Nur University in Iran. A second one was found near Nur.", "near Nur", "IR"),
    ],
)
def test_the_name_of_a_house_puts_no_town_abroad(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """What stands only inside longer names says nothing against a name that stands alone."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("MAPUTO, 2 June 2025 - Militants killed ten people near Palma, a French company said.", "near Palma", "MZ"),
        ("MAPUTO, 2 June 2025 - Rebels shot a South African man in Palma. Portugal condemned it.", "in Palma", "MZ"),
        ("MADRID, 2 June 2025 - Two men were stabbed in Palma, Spanish police said.", "in Palma", "ES"),
        ("MAPUTO, 2 June 2025 - A man wanted in Mozambique was shot in Barcelona.", "in Barcelona", "ES"),
    ],
)
def test_a_town_of_the_country_told_goes_before_one_abroad(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """Also where other countries' companies and governments are told beside it."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country


def test_a_village_is_no_city_by_another_name(resolver: PlaceResolver) -> None:
    """Gidda is an old spelling of Jeddah, which nobody calls a village."""
    text = "NAIROBI, 2 June 2025 - A drone of Ethiopia's military hit the village of Gidda on Friday and killed thirty."
    found = place(resolver, text, "the village of Gidda")
    assert found is not None
    assert (found.country, found.latitude) == ("ET", None)


@pytest.mark.parametrize(
    ("text", "slot", "identifier"),
    [
        ("Two were shot in the village of Saraqib in Syria.", "the village of Saraqib", True),
        ("Two were shot in a village of Mosul in Iraq.", "a village of Mosul", True),
        ("Two were shot in the city of Jeddah in Saudi Arabia.", "the city of Jeddah", True),
    ],
)
def test_what_may_be_a_village_or_is_a_city_stays(resolver: PlaceResolver, text: str, slot: str, *, identifier: bool) -> None:
    """Small towns are called villages, villages lie by cities."""
    found = place(resolver, text, slot)
    assert found is not None
    assert (found.latitude is not None) is identifier


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("A drone strike by Ethiopia's military on Gidda killed at least thirty people.", "Gidda", "ET"),
        ("A strike by the Ethiopian army killed thirty in Gidda.", "in Gidda", "ET"),
        ("The Saudi army held a parade in Gidda.", "in Gidda", "SA"),
        ("Pakistan's foreign minister condemned the attack in Bombay.", "in Bombay", "IN"),
        ("Ethiopia's military flew the wounded to Jeddah.", "Jeddah", "SA"),
    ],
)
def test_where_a_states_forces_strike_is_no_city_abroad_by_another_name(
    resolver: PlaceResolver, text: str, slot: str, country: str
) -> None:
    """By its own name a city of millions is known everywhere, and by another where no state's forces act."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country
