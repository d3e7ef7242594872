"""Where "the region", "the area" and "the province" point back to."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("slot", "name"),
    [
        ("in the Thai south", "southern Thailand"),
        ("in Thailand's deep south", "southern Thailand"),
        ("in Thailand's three southernmost provinces", "southern Thailand"),
        ("in Thailand's mainly Muslim south", "southern Thailand"),
        ("in Pattani in the south", "Pattani"),
        ("in Thailand", "Thailand"),
    ],
)
def test_a_side_behind_the_name_of_a_country_is_its_region(resolver: PlaceResolver, slot: str, name: str) -> None:
    """A side that a country owns is told as well as "southern Thailand"; behind a town it is none."""
    found = place(resolver, f"Two teachers were shot {slot}.", slot)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "slot", "name", "precision"),
    [
        ("Bombs killed two in the Thai south. Nine have died in the region.", "in the region", "southern Thailand", "area"),
        ("Troops left southern Lebanon. Shells still fell in the area.", "in the area", "southern Lebanon", "area"),
        ("A mine went off in southern Kandahar province. Two died in the area.", "in the area", "southern Kandahar", "area"),
        ("A patrol was hit in Jenin, in the northern West Bank, and raids go on in the area.", "in the area", "Jenin", "near"),
        (
            "Raids in Jenin went on. Violence in the northern West Bank grew. A boy died in the area.",
            "in the area",
            None,
            "area",
        ),
        (
            "Kherson Oblast, Ukraine: shells hit the region 57 times. Crimea was quiet.",
            "the region",
            "Kherson Oblast",
            "admin1",
        ),
        ("Fighting hit Cabo Delgado, northern Mozambique. Four died in the region.", "in the region", "Cabo Delgado", "admin1"),
        ("Two died in Kananga, in the Congo. The DRC counts 52 killings in the province.", "in the province", None, "admin1"),
    ],
)
def test_the_region_is_the_one_told_last(
    resolver: PlaceResolver, text: str, slot: str, name: str | None, precision: str
) -> None:
    """Sides of a country count too; a town of an earlier sentence gives way to a region of a later one."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.precision == precision
    assert name is None or found.name == name


@pytest.mark.parametrize("slot", ["in the area", "in the region", "in the same area"])
def test_nothing_told_later_is_pointed_to(resolver: PlaceResolver, slot: str) -> None:
    """A village of the next paragraph is not the area of this one."""
    text = f"Philippine troops killed two rebels {slot}.\n\nIn Bayugan, Caraga, a policeman was shot in a shop."
    assert place(resolver, text, slot) is None


def test_a_region_of_another_country_is_left_behind(resolver: PlaceResolver) -> None:
    """Once the report has gone on to a town elsewhere, "the region" is no longer the old one."""
    text = "Jets hit camps in northern Iraq. In Turkey, a mine killed two in Siirt. Searches go on in the region."
    assert place(resolver, text, "in the region") is None


def test_the_district_is_no_side_of_a_country(resolver: PlaceResolver) -> None:
    """A district is smaller than "southern Kandahar"."""
    text = "Taliban took towns in southern Afghanistan. The army wants to take back the district."
    assert place(resolver, text, "the district") is None


def test_a_river_lies_where_people_were_struck_and_not_whence() -> None:
    """The state whose forces strike abroad is told most often: by its capital, its forces and itself."""
    text = (
        "PARIS, Feb 25 - About 15 men were killed when French forces struck fighters in central Mali, the staff said. "
        "They were from Mopti. Helicopters had followed them in the flood plain of the Niger. France keeps 4,500 men there."
    )
    slot = "in the flood plain of the Niger"
    start = text.index(slot)
    found = PlaceResolver(Gazetteer.open()).for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.country) == ("Niger River", "ML")
