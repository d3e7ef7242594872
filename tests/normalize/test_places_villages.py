"""Lists of villages of which the gazetteer has not all."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.records import Place


def place(resolver: PlaceResolver, text: str, slot: str) -> Place | None:
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place if found else None


@pytest.mark.parametrize(
    ("slot", "name", "point", "precision"),
    [
        ("the villages of Zarzama, Lokabangu and Dhebo in Djugu territory", "Zarzama, Lokabangu and Dhebo", 1.9, "near"),
        ("the villages of Zarzama, Lokabangu and Dhebo", "Zarzama, Lokabangu and Dhebo", None, "area"),
        ("Zarzama and Lokabangu in North Kivu", "Zarzama and Lokabangu", None, "area"),
        ("Zarzama, Oicha and Lokabangu in Beni territory", "Zarzama, Oicha and Lokabangu", 0.7, "area"),
    ],
)
def test_a_list_of_villages_is_one_place(
    resolver: PlaceResolver, slot: str, name: str, point: float | None, precision: str
) -> None:
    """Near the town that holds them, around those that are listed, or without a point; never exactly at one of them."""
    found = place(resolver, f"Gunmen burnt houses in {slot}, in the Democratic Republic of Congo.", slot)
    assert found is not None
    assert (found.name, found.country, found.precision) == (name, "CD", precision)
    assert (found.latitude and round(found.latitude, 1)) == point


@pytest.mark.parametrize(
    ("slot", "name", "precision"),
    [
        ("Zarzama, Oicha", "Zarzama, Oicha", "exact"),
        ("Zarzama village in Beni and in Goma", "Zarzama, Beni", "near"),
        ("the road between Oicha and Zarzama", "Oicha", "near"),
        ("the towns of Oicha and Zarzama", "Oicha", "exact"),
        ("Oicha and Goma", "Oicha and Goma", "area"),
        ("Oicha and the Zarzama camp", "Zarzama camp, Oicha", "exact"),
    ],
)
def test_what_is_no_list_of_villages_stays(resolver: PlaceResolver, slot: str, name: str, precision: str) -> None:
    """A village and its town, a road, a pair with one that is listed, a town and a camp."""
    found = place(resolver, f"Gunmen burnt houses in {slot}, in the Democratic Republic of Congo.", slot)
    assert found is not None
    assert (found.name, found.precision) == (name, precision)
