"""A town in a dateline or with a market goes before a region abroad that is called as it is."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("BENI, 3 May 2019 (Desk) - A blast in Beni killed a trader.", "in Beni", "CD"),
        ("A blast at the market of Beni killed a trader.", "at the market of Beni", "CD"),
        ("The mayor of Beni said that raiders had killed a trader in Beni.", "in Beni", "CD"),
        ("Raiders burned stalls at Beni's central market.", "at Beni's central market", "CD"),
        ("Raiders killed a trader in Beni.", "in Beni", "BO"),
        ("Ranchers in the region of Beni were robbed.", "in the region of Beni", "BO"),
        ("Ranchers were robbed at the market of Trinidad in Beni, Bolivia.", "in Beni, Bolivia", "BO"),
    ],
)
def test_a_town_with_a_market_is_no_region_abroad(resolver: PlaceResolver, text: str, slot: str, country: str) -> None:
    """Where nothing speaks for the town, the region that more people know stands; "the region of" always does."""
    start = text.rindex(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert found.place.country == country
