"""Where somebody sits who speaks, and a state that speaks, say nothing of where it happened."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver
from crossread.normalize.places.seats import is_seat_of_speaker
from crossread.records import Place, Span


def place(resolver: PlaceResolver, text: str, slot: str) -> Place | None:
    """The place of the first telling of the slot's words."""
    start = text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place if found else None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rebels shelled Zarzamin. The Britain-based Syrian monitor said two died.", "SY"),
        ("Gunmen raided Zarzamin, the New York-based group said. Police in Maiduguri kept silent.", "NG"),
        ("An activist based in Germany said men raided Zarzamin. Syrian troops left.", "SY"),
        ("Fighters shelled Zarzamin, a commander told a newspaper in Lebanon.", None),
        ("Speaking by phone from Nairobi, an aid worker said men raided Zarzamin.", None),
        ("The foreign ministry in Paris said men raided Zarzamin.", None),
        ("Men raided Zarzamin, an exile in Jordan said.", None),
        ("Turkey said on Friday that gunmen raided Zarzamin.", None),
        ("Israel said its soldiers raided Zarzamin.", None),
    ],
)
def test_a_seat_speaks_for_no_country(resolver: PlaceResolver, text: str, country: str | None) -> None:
    """A village is in the country of which something else is told, or in none."""
    found = place(resolver, text, "Zarzamin")
    assert (found.country if found else None) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen raided Zarzamin, the Pakistan-based rebels said.", "PK"),
        ("Gunmen raided Zarzamin. An analyst based in Maiduguri blamed the rebels.", "NG"),
        ("Gunmen attacked a newspaper in Lebanon and raided Zarzamin.", "LB"),
        ("The army raided Zarzamin, Mali said on Friday.", "ML"),
        ("Police raided Zarzamin in the south. Turkey said five men were held. Elections in Turkey are in May.", "TR"),
        ("Rebels based in Congo raided Zarzamin.", "CD"),
        ("A protest in Nairobi turned violent, and men raided Zarzamin.", "KE"),
    ],
)
def test_what_is_told_of_a_country_still_speaks_for_it(resolver: PlaceResolver, text: str, country: str) -> None:
    """Armed men come from their seat, a town near the act is no desk, and most states speak of what happens at home."""
    found = place(resolver, text, "Zarzamin")
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "slot", "country", "region"),
    [
        ("Israel said its soldiers killed a man in Jenin.", "in Jenin", "PS", "West Bank"),
        ("Israeli soldiers killed a man in Jenin.", "in Jenin", "PS", "West Bank"),
        ("Russian troops shelled Sloviansk.", "Sloviansk", "UA", "Donetsk"),
        ("Russia said its troops shelled Sloviansk.", "Sloviansk", "UA", "Donetsk"),
        ("Men were held in Jenin, in western Poland.", "in Jenin", "PL", "Lubusz"),
        (
            "Marchers filled Washington, Paris, Berlin and Nairobi, and the streets of Sydney.",
            "Sydney",
            "AU",
            "New South Wales",
        ),
    ],
)
def test_another_spelling_is_the_town_s_own_name(
    resolver: PlaceResolver, text: str, slot: str, country: str, region: str
) -> None:
    """The town is meant before a hamlet that bears the name, and before what was called so once."""
    found = place(resolver, text, slot)
    assert found is not None
    assert (found.country, found.admin1) == (country, region)


@pytest.mark.parametrize(
    ("text", "slot", "trigger", "sits"),
    [
        ("An activist based in Turkey said civilians burnt their homes.", "in Turkey", "burnt", True),
        ("An exile in Jordan told us that men burnt his home.", "in Jordan", "burnt", True),
        ("Men burnt his home, he told a newspaper in Lebanon.", "a newspaper in Lebanon", "burnt", True),
        ("The Turkey-based monitor said that men burnt his home.", "Turkey", "burnt", True),
        ("An activist based in Turkey was shot dead, police said.", "in Turkey", "shot", False),
        ("An exile in Jordan was shot dead, police said.", "in Jordan", "shot", False),
        ("Men burnt a newspaper in Lebanon.", "a newspaper in Lebanon", "burnt", False),
        ("Police in Turkey said that men burnt his home.", "in Turkey", "burnt", False),
    ],
)
def test_where_a_speaker_sits_is_no_place_of_a_claim(text: str, slot: str, trigger: str, sits: bool) -> None:
    """Unless he is the one to whom it happened there."""
    spans = [Span(start=text.index(words), end=text.index(words) + len(words)) for words in (slot, trigger)]
    assert is_seat_of_speaker(text, *spans) is sits
