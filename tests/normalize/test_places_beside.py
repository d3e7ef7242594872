"""Places told by which way they lie from a town, or by the unit that they lie beside."""

from __future__ import annotations

import pytest
from tests.normalize.placing import place

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("slot", "precision"),
    [
        ("South of Grozny", "near"),
        ("West of Makhachkala", "near"),
        ("south of Grozny", "near"),
        ("In the south of Grozny", "exact"),
        ("The south of Grozny", "exact"),
    ],
)
def test_a_direction_at_the_head_of_a_sentence_leads_out_of_town(resolver: PlaceResolver, slot: str, precision: str) -> None:
    found = place(resolver, f"{slot}, four soldiers were wounded on Sunday.", slot)
    assert found is not None
    assert found.precision == precision


@pytest.mark.parametrize("slot", ["in a state adjoining Norte de Santander", "in another province bordering Antioquia"])
def test_a_unit_beside_a_named_one_is_another(resolver: PlaceResolver, slot: str) -> None:
    assert place(resolver, f"Guerrillas killed two policemen {slot} on Sunday.", slot) is None


@pytest.mark.parametrize(
    ("slot", "name"), [("in neighbouring Antioquia", "Antioquia"), ("in a province of Antioquia", "Antioquia")]
)
def test_a_neighbour_by_its_name_stands(resolver: PlaceResolver, slot: str, name: str) -> None:
    found = place(resolver, f"Guerrillas killed two policemen {slot} on Sunday.", slot)
    assert found is not None
    assert found.name == name
