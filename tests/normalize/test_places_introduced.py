"""Towns that a sentence introduces as such, police districts without a name, and who heads a testimony."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("Fataki is a farming town north of Bunia. Men burned the town at dawn.", "the town", "Fataki"),
        ("Zzamba, a village of 200 people near Bunia, was quiet. Men burned the village at dawn.", "the village", "Zzamba"),
        ("Fataki was a trading town near Bunia. Later men burned houses in the town.", "in the town", "Fataki"),
        ("Fataki is a town north of Bunia. Rebels shelled Bunia in May. Men burned the town at dawn.", "the town", "Bunia"),
        ("Fataki is a village north of Bunia. Men burned the town at dawn.", "the town", "Bunia"),
        ("Men met in Fataki, north of Bunia. Others burned the town at dawn.", "the town", "Bunia"),
    ],
)
def test_the_town_is_the_one_just_introduced(resolver: PlaceResolver, text: str, slot: str, name: str) -> None:
    """Not the larger one beside which it lies; but one told in a later sentence, and none of another kind."""
    found = place(resolver, text, slot)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("the village of Zzamba, about 45 km south of Bunia", "Zzamba"),
        ("Zzamba village, south of Bunia", "Zzamba"),
        ("Zzamba, in the city of Bunia", "Bunia"),
    ],
)
def test_the_same_village_is_the_one_told_as_a_village(resolver: PlaceResolver, told: str, name: str) -> None:
    """Not the city that tells where it lies, unless no village is told."""
    found = place(
        resolver, f"Men shot a trader in {told}. On Monday they beat six men of the same village.", "the same village"
    )
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("slot", ["in PD9 of the city", "in PD 9, Kandahar", "in police district 9 of Kandahar city"])
def test_a_numbered_district_lies_in_its_city(resolver: PlaceResolver, slot: str) -> None:
    """It has no name that could be looked up."""
    found = place(resolver, f"Troops entered Kandahar in May. A trader was shot {slot}.", slot)
    assert found is not None
    assert found.name == "Kandahar"


def test_who_heads_a_testimony_is_no_place(resolver: PlaceResolver) -> None:
    """A name and an age in a line of their own; a table goes on in the next line."""
    text = "Killings in Bunia\n\nClaudine, 17\n\nThey burned the village."
    found = place(resolver, text, "Claudine")
    assert found is None
    back = place(resolver, text, "the village")
    assert back is None or back.name != "Claudine"
    counted = place(resolver, "Killed in Ituri:\nFataki, 17\nBunia, 12\nMen burned Fataki.", "Fataki")
    assert counted is not None
    assert counted.name == "Fataki"
