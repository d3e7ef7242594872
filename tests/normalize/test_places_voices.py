"""Names that only tell are no places: broadcasters, organisations, and whoever documents and counts."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.voices import names_voice


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "name", "voice"),
    [
        ("Six people died in Tibu, the broadcaster Caracol reported. Caracol counted two officers.", "Caracol", True),
        ("The NGO Temblores documented 40 cases of violence by the police.", "Temblores", True),
        ("Temblores has documented 40 cases of violence by the police.", "Temblores", True),
        ("HRMMU has documented a sharp increase in attacks.", "HRMMU", True),
        ("The news agency Mizan told of a raid, and according to Mizan nobody died.", "Mizan", True),
        ("The newspaper Baghdad wrote of a raid.", "Baghdad", True),
        ("Baghdad reported two attacks.", "Baghdad", False),
        ("Nigeria documented 40 attacks.", "Nigeria", False),
        ("Temblores documented 40 cases, four of them in Temblores itself.", "Temblores", False),
        ("People from Lamahi, interviewed apart, told of a raid.", "Lamahi", False),
        ("The newspaper told of Lamahi, where six died.", "Lamahi", False),
        ("Lamahi mourned six farmers.", "Lamahi", False),
        ("The news agency Mizan told of a raid. Rebels entered Mizan at dawn.", "Mizan", False),
    ],
)
def test_a_name_that_only_tells_is_no_place(gazetteer: Gazetteer, text: str, name: str, voice: bool) -> None:
    """States and cities count and report, too, and what something happens in is a place whatever it tells."""
    assert names_voice(text, name, gazetteer) is voice


def test_who_tells_is_not_pointed_back_to(gazetteer: Gazetteer) -> None:
    text = "Rebels shot six soldiers in Colombia, the broadcaster Caracol reported. Troops rushed to the spot."
    places, at = PlaceResolver(gazetteer).for_document(text), text.index("to the spot")
    found = places.resolve("to the spot", start=at, end=at + 11)
    assert found is None or "Caracol" not in (found.place.name or "")
    at = text.index("Caracol")
    assert places.resolve("Caracol", start=at, end=at + 7) is None
    assert places.only_tells("Caracol")
    assert not places.only_tells("Colombia")
