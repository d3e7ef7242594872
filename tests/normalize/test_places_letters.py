"""Capitals that stand for something else than a place, and datelines of short names."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.letters import is_tag


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("KAB, 12 March - Gunmen killed three.", "KAB", True),
        ("Two KAB bombs fell on the town.", "KAB", True),
        ("Soldiers of the QZX fired.", "QZX", True),
        ("GAO, 12 March - Gunmen killed three.", "GAO", False),
        ("TAIZ, 12 March - Gunmen killed three.", "TAIZ", False),
        ("EDEA, 12 March - Gunmen killed three.", "EDEA", False),
        ("Gunmen killed three in the DRC.", "DRC", False),
        ("Gunmen killed three in the US.", "US", False),
        ("Gunmen killed three in Kab.", "Kab", False),
        ("TAL KAB, 12 March - Gunmen killed three.", "KAB", False),
        ("BAMAKO, 12 March - Gunmen killed three.", "BAMAKO", False),
    ],
)
def test_short_capitals_are_a_place_only_by_its_own_name(gazetteer: Gazetteer, text: str, word: str, tag: bool) -> None:
    """A city is known by other spellings, too, and a country by its letters."""
    at = text.index(word)
    assert is_tag(text, at, at + len(word), gazetteer) is tag


def test_letters_are_not_pointed_back_to(gazetteer: Gazetteer) -> None:
    text = "Kostiantynivka was hit again. Two KAB bombs fell on the centre of the city."
    words, places = "on the centre of the city", PlaceResolver(gazetteer).for_document(text)
    found = places.resolve(words, start=text.index(words), end=text.index(words) + len(words))
    assert found is not None
    assert found.place.name == "Kostiantynivka"
    assert places.only_tells("KAB")


@pytest.mark.parametrize(("slot", "name"), [("Kan Thar", "Kan Thar"), ("Topeka, Kan.", "Topeka")])
def test_a_short_state_stands_behind_its_town(gazetteer: Gazetteer, slot: str, name: str) -> None:
    """ "Kan" is Kansas behind a comma, and the first word of a village's name elsewhere."""
    text = f"Troops burned houses in {slot} on Monday."
    start = text.index(slot)
    found = PlaceResolver(gazetteer).for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is None or found.place.name == name
    assert found is None or (found.place.country == "US") is (name == "Topeka")


def test_a_groups_letters_are_no_state(gazetteer: Gazetteer) -> None:
    """FLA is no Florida, whose short form is behind a comma or has its stop."""
    text = "Our position at Tessalit was attacked by men of the FLA-JNIM coalition."
    at = text.index("Tessalit")
    found = PlaceResolver(gazetteer).for_document(text).resolve("Tessalit", start=at, end=at + 8)
    assert found is not None
    assert found.place.country == "ML"
