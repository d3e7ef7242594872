"""Names of villages and sites in which a country's or region's name stands, and names that only lost their comma."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str) -> Place:
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    return found.place


@pytest.mark.parametrize(
    ("slot", "name", "country"),
    [
        ("in Datu Hoffer Ampatuan, Maguindanao del Sur", "Datu Hoffer Ampatuan", "PH"),
        ("in Nova Zambezia, Mozambique", "Nova Zambezia", "MZ"),
        ("in Abi Saida, Diyala province, Iraq", "Abi Saida", "IQ"),
        ("in Villa Colombia, Valle del Cauca, Colombia", "Villa Colombia", "CO"),
        ("in the hamlet of Zarqim Kordofan, Sudan", "Zarqim Kordofan", "SD"),
    ],
)
def test_a_name_is_one_up_to_its_comma(resolver: PlaceResolver, slot: str, name: str, country: str) -> None:
    """Of villages that nobody lists the country is known and no point."""
    found = place(resolver, f"Gunmen killed three people {slot} on Sunday.", slot)
    assert (found.name, found.country, found.latitude) == (name, country, None)


@pytest.mark.parametrize(
    ("slot", "name", "country"),
    [
        ("in Kuka Borno State", "Borno State", "NG"),
        ("in Miami Gardens Florida", "Miami Gardens", "US"),
        ("in Port Sudan", "Port Sudan", "SD"),
        ("in Turkana South", "Turkana", "KE"),
        ("in eastern Syria", "eastern Syria", "SY"),
    ],
)
def test_a_lost_comma_a_unit_and_a_listed_name_change_nothing(
    resolver: PlaceResolver, slot: str, name: str, country: str
) -> None:
    found = place(resolver, f"Gunmen killed three people {slot} on Sunday.", slot)
    assert (found.name, found.country) == (name, country)
    assert found.latitude is not None
