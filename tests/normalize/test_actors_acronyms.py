"""Which bearer of an acronym a report means, where its incident has a country and where it has none."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.gazetteer import Gazetteer
from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor
from crossread.normalize.places import PlaceResolver

RESOLVER = ActorResolver()
PLACES = PlaceResolver(gazetteer=Gazetteer.open())


def _resolve(marked: str, country: str | None, year: int, lands: frozenset[str] = frozenset()) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    start, end = match.start(), match.start() + len(match[1])
    context = ActorContext(text=text, start=start, end=end, country=country, published=date(year, 6, 16), lands=lands)
    return RESOLVER.resolve(match[1], role="perpetrator", context=context)


@pytest.mark.parametrize(
    ("marked", "country", "year", "registry_id"),
    [
        ("[UPDF gunmen] shot a rival in Rangamati.", "BD", 2018, "bd-updf"),
        ("[UPDF soldiers] shelled a camp in Ituri.", "CD", 2021, "ug-updf"),
        ("[NDF rebels] burnt a truck in Davao.", "PH", 2014, "ph-ndf"),
        ("[NDF fighters] held the road to Homs.", "SY", 2014, "sy-ndf"),
        ("[SLA troops] shelled a hamlet near Jaffna.", "LK", 2008, "lk-army"),
        ("[SLA militiamen] shelled a hamlet near Nabatieh.", "LB", 1996, "lb-sla"),
        ("[IAF jets] bombed a hill at Balakot.", "PK", 2019, "in-iaf"),
        ("[IAF jets] bombed a port at Hodeida.", "YE", 2024, "il-iaf"),
        ("[SAF commandos] raided a hut in Mamasapano.", "PH", 2015, "ph-saf"),
        ("[ISF] shot a boy in Jenin.", "PS", 2022, "il-isf"),
        ("[PLA militants] mined a road in Manipur; they trained in China, police said.", "IN", 2015, "in-pla-manipur"),
        ("[PLA troops] crossed the river in Ladakh, and China blamed India.", "IN", 2020, "cn-pla"),
        ("[PDF fighters] of Myanmar crossed the river.", "TH", 2022, "mm-pdf"),
        ("[RSF soldiers] crossed the border.", "TD", 2023, "sd-rsf"),
    ],
)
def test_the_country_tells_whose_letters_they_are(marked: str, country: str, year: int, registry_id: str) -> None:
    """Of several armies and groups the one that acts there."""
    assert _resolve(marked, country, year).registry_id == registry_id


@pytest.mark.parametrize(
    ("marked", "lands", "year", "registry_id"),
    [
        ("[PDF fighters] mined a road. Sudan protested.", "", 1999, "sd-pdf"),
        ("[PDF fighters] mined a road near Loikaw.", "MM", 2021, "mm-pdf"),
        ("[PDF fighters] and KNLA troops mined a road.", "", 2021, "mm-pdf"),
        ("[JEM fighters] burnt a police post. The SLM-AW took no part.", "", 2008, "sd-jem"),
        ("[JEM gunmen] attacked a camp with Lashkar-e-Taiba.", "", 2008, "in-jem"),
        ("[NLA fighters] mined a road near Tetovo.", "MK", 2001, "mk-nla"),
    ],
)
def test_without_a_country_the_report_tells_it(marked: str, lands: str, year: int, registry_id: str) -> None:
    """By a country it names, by its places, by others it names."""
    assert _resolve(marked, None, year, frozenset(filter(None, (lands,)))).registry_id == registry_id


@pytest.mark.parametrize(
    ("marked", "country", "lands"),
    [
        ("[JEM fighters] attacked a police post.", None, ""),
        ("[SDF soldiers] mined a road, Japan's government said.", None, ""),
        ("[SNM fighters] mined a road near Iquitos.", None, "PE"),
        ("[KDF fighters] mined a road near Kyaukme.", "MM", ""),
        ("[PLA fighters] mined a road near Oshakati.", "NA", ""),
    ],
)
def test_nobody_is_meant_for_sure(marked: str, country: str | None, lands: str) -> None:
    """An acronym of several, or of one who is far away, stays unresolved."""
    assert _resolve(marked, country, 2008, frozenset(filter(None, (lands,)))).registry_id is None


def test_a_name_in_full_needs_no_country() -> None:
    """Only letters are borne by many."""
    assert _resolve("[Al-Shabaab] mined a road in Peru.", None, 2012).registry_id == "so-shabaab"
    assert _resolve("[Somali National Movement] fighters mined a road, Peru said.", None, 1989).registry_id == "so-snm"


def test_the_places_of_a_report_point_to_its_countries() -> None:
    """Countries with a tenth of the votes, not those that are only mentioned."""
    text = "Shells hit Loikaw and Demoso on Monday, and Mandalay on Tuesday, residents of Myanmar said."
    assert PLACES.for_document(text, title=None, published=None, source=None).countries() == {"MM"}
