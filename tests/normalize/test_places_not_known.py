"""What a report does not tell of a place stays untold: the region's capital, the country of a name, the doers' base."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver(Gazetteer.open())


def place_of(places: PlaceResolver, text: str, raw: str) -> tuple[str | None, str | None] | None:
    start = text.rindex(raw)
    found = places.for_document(text).resolve(raw, start=start, end=start + len(raw))
    return (found.place.name, found.place.country) if found else None


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        (
            "QUETTA - Four people were killed in attacks in the provincial capital.",
            "in the provincial capital",
            ("Quetta", "PK"),
        ),
        ("Gunmen hit a market near Kaduna. Three men died in the state capital.", "in the state capital", ("Kaduna", "NG")),
        (
            "LASHKAR GAH - A bomb killed three men in Helmand. Another went off in the provincial capital.",
            "in the provincial capital",
            ("Lashkar Gāh", "AF"),
        ),
        ("A bomb went off in Helmand. Another went off in the provincial capital.", "in the provincial capital", None),
        ("Afghan police said bombs went off in Helmand and in the capital.", "in the capital", ("Kabul", "AF")),
    ],
)
def test_the_capital_of_a_region_is_not_the_countrys(
    places: PlaceResolver, text: str, raw: str, expected: tuple[str, str] | None
) -> None:
    assert place_of(places, text, raw) == expected


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("Boko Haram killed 12 people in Baga on Monday.", "in Baga", None),
        ("ELN rebels attacked a police station in San Pablo.", "in San Pablo", None),
        ("Boko Haram killed 12 people in Maiduguri on Monday.", "in Maiduguri", ("Maiduguri", "NG")),
        ("Boko Haram killed 12 people in Baga, Spain, on Monday.", "in Baga, Spain", ("Baga", "ES")),
        ("Gunmen killed 12 people in Bagà on Monday.", "in Bagà", ("Bagà", "ES")),
        ("Islamic State fighters killed 12 people in Sousse.", "in Sousse", ("Sousse", "TN")),
    ],
)
def test_a_namesake_far_from_the_groups_told_is_no_place(
    places: PlaceResolver, text: str, raw: str, expected: tuple[str, str] | None
) -> None:
    assert place_of(places, text, raw) == expected


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("Soldiers based in Ippy raided the village on Monday.", "the village", None),
        ("Men from Ippy attacked the market on Monday.", "the market", None),
        ("Men entered Ippy. They attacked the market on Monday.", "the market", ("Ippy", "CF")),
    ],
)
def test_the_doers_base_is_not_where_they_struck(
    places: PlaceResolver, text: str, raw: str, expected: tuple[str, str] | None
) -> None:
    assert place_of(places, text, raw) == expected


def test_a_site_of_a_township_that_nobody_lists_is_in_no_other_town(places: PlaceResolver) -> None:
    text = "Villagers were shot dead in Demoso, Myanmar, on Saturday. On Sunday a jet bombed Pan Tin Inn, Kyunhla township."
    assert place_of(places, text, "Pan Tin Inn, Kyunhla township") == ("Pan Tin Inn", "MM")


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("RSF fighters killed three people in Birao on Sunday.", "in Birao", ("Birao", "CF")),  # just across the border
        ("LONDON, 12 March 2018 (Wire) - Boko Haram killed 12 people in Baga.", "in Baga", None),
        (
            "Gunmen killed a man in the Kandahar district of Kabul.",
            "in the Kandahar district of Kabul",
            ("Kandahar, Kabul", "AF"),
        ),
    ],
)
def test_a_border_town_stays_and_a_desk_tells_no_country(
    places: PlaceResolver, text: str, raw: str, expected: tuple[str, str] | None
) -> None:
    assert place_of(places, text, raw) == expected
