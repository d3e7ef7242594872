"""Names that are no place of anything: comparisons, people whose life is sought, names of acts."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver


def name(resolver: PlaceResolver, text: str, slot: str) -> str | None:
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place.name if found else None


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("Rebels hold an area the size of Switzerland. They shot ten men.", "an area the size of Switzerland", None),
        ("Rebels hold an area the size of Switzerland. They shot ten men.", "Switzerland", None),
        ("In Iraq, they ruled territory larger than Belgium.", "larger than Belgium", None),
        ("In Iraq, they ruled an area the size of Belgium near Mosul.", "an area the size of Belgium near Mosul", "Mosul"),
        ("An attempt on Batoga's life failed in Kenya.", "on Batoga's life", None),
        ("Russian police counted three dead in Dagestani Battle.", "in Dagestani Battle", None),
        ("Two died, the newspaper Baghdad said.", "the newspaper Baghdad", None),
        ("Shells hit the office of satellite channel Abu Dhabi.", "satellite channel Abu Dhabi", None),
        ("Shells hit a newspaper in Baghdad.", "a newspaper in Baghdad", "Baghdad"),
        ("Ukrainian forces shelled the northern sector of the front.", "the northern sector of the front", None),
        ("Two died in Baghdad's night life.", "in Baghdad's night life", "Baghdad"),
        ("Haiti's death toll rose to nine.", "Haiti", "Haiti"),
        ("Two died in the Ramadi Battle in Iraq.", "in the Ramadi Battle", "Ramadi"),
        ("A town of the size of a village near Mosul was shelled.", "near Mosul", "Mosul"),
        ("Two were shot in Battle, a village in Kenya near Nakuru.", "near Nakuru", "Nakuru"),
    ],
)
def test_what_is_only_likened_to_a_place_is_none(resolver: PlaceResolver, text: str, slot: str, expected: str | None) -> None:
    """No place behind "the size of", before "'s life" and from the name of an act; all else stands."""
    assert name(resolver, text, slot) == expected


def test_a_country_for_comparison_does_not_speak_for_where_a_report_plays(resolver: PlaceResolver) -> None:
    """The next act is not in Switzerland either."""
    text = "Rebels in Sudan hold an area the size of Switzerland. A mine killed two across the country."
    assert name(resolver, text, "across the country") == "Sudan"
