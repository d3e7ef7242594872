"""Numbered items that begin with their place."""

from __future__ import annotations

from crossread.normalize.places import PlaceResolver


def named(resolver: PlaceResolver, text: str, slot: str) -> str | None:
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place.name if found else None


LIST = "Sudan, in short\n\n1. Nyala. On 3 May shells fell.\n\n2. Bara. On 4 May two died in the town.\n\n"


def test_an_item_without_a_place_takes_none_of_another(resolver: PlaceResolver) -> None:
    assert named(resolver, f"{LIST}3. Convoys. On 5 May gunmen shot at one near the market.", "near the market") is None
    assert named(resolver, f"{LIST}3. On 6 May a bomb went off at the market.", "at the market") is None


def test_an_item_is_in_its_own_place(resolver: PlaceResolver) -> None:
    assert named(resolver, f"{LIST}3. On 6 May nobody died.", "in the town") == "Bara"


def test_other_texts_point_back_as_before(resolver: PlaceResolver) -> None:
    """Points of one story are no list of places, and what follows the list is none of its items."""
    story = "Shells fell on Nyala, Sudan.\n\n1. Two people died.\n\n2. A bomb went off at the market."
    assert named(resolver, story, "at the market") == "Nyala"
    assert named(resolver, f"{LIST}Another bomb went off at the market.", "at the market") == "Bara"
