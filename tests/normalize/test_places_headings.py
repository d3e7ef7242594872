"""Regions that head the sections of a bulletin hold what is told below them."""

from __future__ import annotations

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.places import PlaceResolver

RESOLVER = PlaceResolver(Gazetteer.open())
REGIONS = (
    "Weekly digest\n\nCAUCA\n- 27 February. A teacher was shot in Zarzamin.\n- 28 February. A bomb went off in Cali.\n\n"
    "NARIÑO\n- 1 March. A farmer was shot in Zarzalin.\n"
)
STATES = "Digest\n\nNigeria:\nGunmen raided Zarzamin.\nA bomb went off in Damascus.\n\nNiger:\nMen were held in Zarzalin.\n"
TOWNS = "Digest\n\nMissouri\nA man was shot in Springfield on Friday.\n\nIllinois\nA man was shot near Springfield on Sunday.\n"
HEADED = (
    "Digest, 3 May\n\nSYRIA: A bomb killed nine in Mansura on Friday.\n\nIRAQ: Men were shot in Mansura on Sunday.\n\n"
    "Other news: A bomb went off in Sikasso.\n"
)
BOLD = (
    "Digest\n\n**Burkina Faso**\n\nMen raided the village of Kourou. A bomb went off in Sikasso.\n\n"
    "**Mali**\n\nMen raided Téra. Men were shot near Kourou.\n"
)
TITLE = "CAUCA\n\nA teacher was shot in Zarzamin on Friday.\n"


@pytest.mark.parametrize(
    ("text", "slot", "country", "admin1"),
    [
        (REGIONS, "in Zarzamin", "CO", "Cauca"),
        (REGIONS, "in Zarzalin", "CO", "Nariño"),
        (REGIONS, "in Cali", "CO", "Valle del Cauca"),
        (STATES, "Zarzamin", "NG", None),
        (STATES, "in Zarzalin", "NE", None),
        (STATES, "in Damascus", "SY", "Damascus"),
        (TOWNS, "in Springfield", "US", "Missouri"),
        (TOWNS, "near Springfield", "US", "Illinois"),
        (TITLE, "in Zarzamin", "CO", None),
        (HEADED, "in Mansura on Friday", "SY", "Raqqa"),
        (HEADED, "in Mansura on Sunday", "IQ", None),
        (HEADED, "in Sikasso", "ML", "Sikasso"),
        (BOLD, "village of Kourou", "BF", None),
        (BOLD, "in Sikasso", "ML", "Sikasso"),
        (BOLD, "Téra", "ML", None),
        (BOLD, "near Kourou", "ML", "Mopti"),
    ],
)
def test_a_heading_holds_what_is_below(text: str, slot: str, country: str, admin1: str | None) -> None:
    """Not what is known to lie elsewhere; a village of the same name elsewhere is not meant. A single heading is a title."""
    start = text.index(slot)
    found = RESOLVER.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.country, found.place.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("slot", "name", "latitude"),
    [("in Brgy. Poblacion", "Brgy. Poblacion", None), ("Bgy. Tapi, Kabankalan City", "Bgy. Tapi, Kabankalan City", 9.9839)],
)
def test_an_abbreviated_barangay_keeps_its_word(slot: str, name: str, latitude: float | None) -> None:
    """Thousands of barangays are called Poblacion: the one that is a town elsewhere is not meant."""
    text = f"Rebels killed two in Negros Occidental, Philippines, on Friday. A bomb went off {slot}."
    start = text.index(slot)
    found = RESOLVER.for_document(text).resolve(slot, start=start, end=start + len(slot))
    assert found is not None
    assert (found.place.name, found.place.country, found.place.latitude) == (name, "PH", latitude)
