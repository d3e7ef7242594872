"""A town told once with a region far away, and a village whose own region stands behind the town it is near."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


def first(resolver: PlaceResolver, text: str, slot: str) -> str | None:
    """The country of the first mention of these words."""
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place.country if found else None


ROBBERY = (
    "Militiamen attacked a clinic in Alexandria. Egyptian police said that the attack in Alexandria was a robbery. "
    "A nurse had studied in Alexandria, Virginia."
)
TRIPOLI = "The clashes in Tripoli began on Friday. Libyan students were beaten. One had died in Tripoli, Lebanon."


def test_a_far_namesake_told_late_leaves_the_others_where_they_are(resolver: PlaceResolver) -> None:
    """It is itself where its own words put it."""
    assert first(resolver, ROBBERY, "in Alexandria") == "EG"
    assert place(resolver, ROBBERY, "in Alexandria, Virginia").country == "US"
    assert first(resolver, TRIPOLI, "in Tripoli") == "LY"
    assert place(resolver, TRIPOLI, "in Tripoli, Lebanon").country == "LB"


def test_a_section_goes_before_a_unit_told_elsewhere(resolver: PlaceResolver) -> None:
    """Syria's town has no entry; it is not the one in Louisiana."""
    text = "YEMEN\nRebels shelled Aden.\n\nSYRIA\nA drone hit Mansura, killing two.\n\nA man was shot in Mansura, Louisiana."
    assert first(resolver, text, "Mansura") == "SY"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police shot a man in Alexandria, Virginia. Residents of Alexandria protested.", "US"),
        ("Police in Alexandria, Virginia, held a man. He was from Alexandria, Virginia. In Alexandria all was calm.", "US"),
        ("Two men were shot in Alexandria on Sunday. The police of Alexandria, Virginia, held a third.", "US"),
    ],
)
def test_a_region_told_at_first_holds_all_tellings(resolver: PlaceResolver, text: str, country: str) -> None:
    """Also where it is told late and nothing else speaks of a country."""
    assert first(resolver, text, "Alexandria") == country


def test_a_village_near_a_town_lies_in_the_town_s_region(resolver: PlaceResolver) -> None:
    """The only namesake of the gazetteer lies in another region of the country."""
    text = "Two houses in Orikhiv burned. Troops shelled the village of Vodiane near Mariupol, Donetsk region, killing two."
    assert place(resolver, text, "the village of Vodiane near Mariupol, Donetsk region").admin1 == "Donetsk"
    text = "Troops shelled the village of Vodiane near Enerhodar, Zaporizhzhia region, killing two."
    assert place(resolver, text, "the village of Vodiane near Enerhodar, Zaporizhzhia region").admin1 == "Zaporizhzhia"
