"""One name has one country in a report."""

from __future__ import annotations

import pytest

from crossread.normalize.places import PlaceResolver


def country(resolver: PlaceResolver, text: str, slot: str, *, last: bool = False) -> str | None:
    start = text.rindex(slot) if last else text.index(slot)
    found = resolver.for_document(text).resolve(slot, start=start, end=start + len(slot))
    return found.place.country if found else None


def test_a_name_without_a_gazetteer_place_keeps_the_country_told_with_it(resolver: PlaceResolver) -> None:
    """ "Mezzeh, Syria" holds for every telling of Mezzeh, whoever strikes it and whatever is told in between."""
    text = (
        "A guard was shot in Mezzeh, Syria. Israel said nothing. Israel later said that Israelis in Haifa and Israelis in "
        "Jerusalem were told to hide. A missile hit the airport in Mezzeh."
    )
    assert country(resolver, text, "in Mezzeh") == "SY"
    assert country(resolver, text, "in Mezzeh", last=True) == "SY"


def test_two_countries_told_with_one_name_leave_it_open(resolver: PlaceResolver) -> None:
    """Where a report itself tells two villages of one name, each keeps the one told with it."""
    text = "Two died in Belbosh, Kenya. Three died in Belbosh, Uganda."
    assert country(resolver, text, "in Belbosh, Kenya") == "KE"
    assert country(resolver, text, "in Belbosh, Uganda") == "UG"


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("in Tumaco near the frontier with Ecuador", "CO"),
        ("in Tumaco, near the border with Ecuador", "CO"),
        ("in Tumaco, Colombia, near the Ecuadorean border", "CO"),
        ("in Esmeraldas in Ecuador", "EC"),
    ],
)
def test_a_country_across_the_border_holds_nothing(resolver: PlaceResolver, slot: str, expected: str) -> None:
    """ "Near the border with Ecuador" is not in Ecuador."""
    assert country(resolver, f"A bomb killed two policemen {slot}.", slot) == expected
