"""What the head of a report and the name of its source say of the country of a village: little, where they are far away."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.source import source_hints
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str, source: str | None = None) -> Place | None:
    """The place of the last telling of the slot's words."""
    start = text.rindex(slot)
    found = resolver.for_document(text, source=source).resolve(slot, start=start, end=start + len(slot))
    return found.place if found else None


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("PARIS, 4 March 2024 (Agency) - Gunmen attacked Ansongo on Friday.", "Ansongo", "ML"),
        ("GENEVA (Agency) - Gunmen raided a camp in Ansongo on Friday.", "in Ansongo", "ML"),
        ("Nairobi, 4 March 2024 - Shells hit homes in Bakhmut on Friday.", "in Bakhmut", "UA"),
        ("LONDON, 4 March 2024 (Agency) - Men were stabbed in Croydon.", "in Croydon", "GB"),
        ("KABUL, 4 March 2024 (Agency) - Gunmen raided a post in Zarzamin.", "in Zarzamin", "AF"),
        ("NAIROBI, 4 March 2024 (Agency) - Kenyan police shot two men in Zarzamin.", "in Zarzamin", "KE"),
        ("BENI, 4 March 2024 (Radio) - Rebels killed three in Mavivi.", "in Mavivi", "CD"),
        ("ANBAR, 4 March 2024 (Radio) - Gunmen killed three in Zarzamin.", "in Zarzamin", "IQ"),
        ("The army patrols Beni in Bolivia. Men killed three in Zarzamin.", "in Zarzamin", "BO"),
    ],
)
def test_the_seat_of_an_agency_is_not_where_it_happened(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """A town known elsewhere is meant there; a report from any other town plays in its country."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("KAMPALA, 4 March 2024 (Agency) - Rebels killed six people in Bunagana.", "in Bunagana", "CD"),
        ("LAGOS, 4 March 2024 (Agency) - Gunmen killed six people in Diapaga.", "in Diapaga", "BF"),
        ("ATHENS, 4 March 2024 (Agency) - Shells hit homes in Sloviansk.", "in Sloviansk", "UA"),
        ("CAIRO, 4 March 2024 (Agency) - Shells hit homes in Wad Madani.", "in Wad Madani", "SD"),
        ("KAMPALA, 4 March 2024 (Agency) - Gunmen killed six people in Kiboga.", "in Kiboga", "UG"),
        ("KAMPALA, 4 March 2024 (Agency) - Gunmen killed six people in Zarzamin.", "in Zarzamin", "UG"),
        ("KAMPALA, 4 March 2024 (Agency) - Gunmen killed six people in Tvedestrand.", "in Tvedestrand", "UG"),
        ("KAMPALA, 4 March 2024 (Agency) - Ugandan police shot six people in Bunagana.", "in Bunagana", "UG"),
        ("NIAMEY, 4 March 2024 (Agency) - Gunmen who fled to Zinder killed six people in Diapaga.", "in Diapaga", "NE"),
        ("AGADEZ, 4 March 2024 (Agency) - Gunmen killed six people in Diapaga.", "in Diapaga", "NE"),
    ],
)
def test_a_capital_writes_of_its_neighbours(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """A town that no other country has is meant, unless the report has another word for the country it was written in."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    "text",
    [
        "LONDON, 4 March 2024 (Agency) - Armed men raided Zarzamin on Friday.",
        "GENEVA (Agency) - Armed men raided Zarzamin on Friday.",
        "BOR, 4 March 2024 (Radio) - Armed youths raided Zarzamin on Friday.",
    ],
)
def test_a_village_without_a_country_stays_open(resolver: PlaceResolver, text: str) -> None:
    """Neither the seat of the agency nor one of four towns of the same name puts it anywhere."""
    assert place(resolver, text, "Zarzamin") is None


def test_a_small_town_is_given_up_with_what_spoke_for_it(resolver: PlaceResolver) -> None:
    """Two small namesakes abroad, of which one is found to be a hospital, do not keep each other in France."""
    text = (
        "SAINT-MARC (Agency) - Armed men burnt homes at Liancourt on Sunday, said the mayor of Verrettes. "
        "Ten wounded were received at the hospital Saint-Nicolas of Saint-Marc. The post at Verrettes had been burnt before."
    )
    found = place(resolver, text, "at Liancourt")
    assert found is not None
    assert (found.name, found.country, found.latitude) == ("Liancourt", "HT", None)


@pytest.mark.parametrize(
    ("slot", "country"),
    [
        ("on the Pan-American highway near Sébaco", "NI"),
        ("at the Central American University", "NI"),
        ("at the American University", "NI"),
    ],
)
def test_a_continent_is_not_the_united_states(resolver: PlaceResolver, slot: str, country: str) -> None:
    """ "Pan-American" and "Central American" are no adjectives of a country."""
    text = f"In Managua, Nicaragua, marchers were on alert. Two men were held {slot}."
    found = place(resolver, text, slot)
    assert found is not None
    assert found.country == country


def test_a_road_of_one_entry_is_in_no_town_of_another(resolver: PlaceResolver) -> None:
    """The town of the entry above is not that of a highway in the next."""
    text = (
        "Incidents in Cauca, Colombia\n\n- 9 Feb. Timba. A bomb went off.\n- 22 Feb. Jambaló. Guards were held.\n"
        "- 27 Feb. Between Mandivá and Zarzamin, Pan-American highway. A truck was burnt.\n"
    )
    found = place(resolver, text, "Between Mandivá and Zarzamin, Pan-American highway")
    assert found is not None
    assert (found.country, found.latitude) == ("CO", None)


@pytest.mark.parametrize(
    ("source", "home"),
    [
        ("The Free Delta", set()),
        ("Delta State Police Command", {"NG"}),
        ("Turkey Today", {"TR"}),
        ("Punjab Post", {"IN", "PK"}),
    ],
)
def test_a_plain_word_in_the_name_of_a_source_is_no_region(resolver: PlaceResolver, source: str, home: set[str]) -> None:
    """Countries stay, and regions that are called one."""
    assert source_hints(source, resolver.gazetteer).home == home


def test_a_source_at_the_seat_of_agencies_speaks_of_its_country(resolver: PlaceResolver) -> None:
    """A Kenyan paper that writes from Nairobi tells of Kenya."""
    text = "NAIROBI, 4 March 2024 - Armed men raided Zarzamin on Friday."
    found = place(resolver, text, "Zarzamin", source="The Kenya Standard")
    assert found is not None
    assert found.country == "KE"
