"""From where somebody comments is neither where it happened nor the country of what did."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.commentators import is_of_commentator
from crossread.normalize.places.toponyms import Toponym


def found(resolver: PlaceResolver, text: str, slot: str) -> tuple[str, str | None] | None:
    """Name and country of the place of the first telling of the slot's words."""
    start = text.index(slot)
    place = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return (place.place.name, place.place.country) if place else None


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("Fighting broke out in the city. Speaking in London, the foreign minister called for calm.", "in the city", None),
        ("Shells hit the city. From Geneva, the Red Cross condemned the shelling of Aleppo.", "the city", ("Aleppo", "SY")),
        ("Rockets landed at the market. In Paris, the president spoke.", "at the market", None),
        ("Men died in Goma. More died in the town. In Geneva, the United Nations condemned it.", "in the town", ("Goma", "CD")),
        ("Two men died in the town. In Lyon, three men were shot.", "in the town", ("Lyon", "FR")),
        ("Gunmen raided the town. Speaking in Kidal, the mayor called for calm.", "the town", ("Kidal", "ML")),
        ("Gunmen attacked the town of Bosso. In Paris, the president condemned the attack.", "Bosso", ("Bosso", "NE")),
        ("Shells fell on the town of Marea. In Washington, a spokesman deplored the attack.", "Marea", ("Marea", "SY")),
        ("Many marched in Sydney. In London, men threw stones at the embassy.", "at the embassy", ("London", "GB")),
        ("Many marched in Sydney. Men threw stones at the embassy.", "at the embassy", ("Sydney", "AU")),
        ("Peru's army left. A bomb hit the home of the leader of the Communist Party.", "of the Communist Party", None),
        ("Gunmen raided Zarzamin. In Abuja, the president condemned the attack.", "Zarzamin", ("Zarzamin", "NG")),
    ],
)
def test_a_commentators_place_fills_no_other(
    resolver: PlaceResolver, text: str, slot: str, expected: tuple[str, str | None] | None
) -> None:
    """Nothing points to it, and it speaks for no country but its own; where something happened still does."""
    assert found(resolver, text, slot) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Two died. In New York on Tuesday, the secretary-general urged restraint.", "New York", True),
        ("Two died. At U.N. headquarters in New York today, Mr. Ban called for calm.", "New York", True),
        ("Two died. In Rome, a Vatican spokesman deplored the attack.", "Rome", True),
        ("Two died. In Kidal, officials said a bomb had killed two.", "Kidal", False),
        ("Two died. In Kidal, residents condemned the killing.", "Kidal", False),
        ("Two died. In Paris, police shot a man.", "Paris", False),
        ("The president in Paris condemned the attack.", "Paris", False),
        ("In Paris a bomb killed two, and the president condemned it.", "Paris", False),
        ("Two died in Lyon. The president condemned it.", "Lyon", False),
    ],
)
def test_tells_where_one_comments(text: str, name: str, *, expected: bool) -> None:
    """A sentence that begins with the place, then an office and a word of comment; who tells may be where it was."""
    start = text.index(name)
    toponym = Toponym(start=start, end=start + len(name), text=name, folded=name.lower(), listed=True)
    assert is_of_commentator(text, toponym) is expected
