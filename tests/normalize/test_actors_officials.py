"""Whose men are meant: officials of armed groups, policemen by rank, "its forces", the half of a pair of countries."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, role: str, country: str | None, day: date = date(2012, 5, 1)) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    span = {"start": match.start(), "end": match.start() + len(match[1])}
    return RESOLVER.resolve(match[1], role=role, context=ActorContext(text=text, **span, country=country, published=day))


@pytest.mark.parametrize(
    ("marked", "country", "year", "name", "kind"),
    [
        ("Gunmen shot [a Taliban official].", "AF", 2012, "Taliban", "rebel_group"),
        ("Gunmen shot [a Taliban official].", "AF", 2022, None, "officials"),
        ("A raid killed [two senior Islamic State officials].", "SY", 2016, "Islamic State", "rebel_group"),
        ("Gunmen shot [an official of a militant organization].", "PK", 2012, None, "unidentified_armed_group"),
        ("Gunmen shot [an official of the FARC].", "CO", 2005, "Revolutionary Armed Forces of Colombia", "rebel_group"),
        ("Gunmen shot [a UN official].", "SY", 2016, None, "officials"),
        ("Gunmen shot [an official of the education ministry].", "SY", 2016, None, "officials"),
        ("Gunmen shot [an official in a rebel-held town].", "SY", 2016, None, "officials"),
    ],
)
def test_an_armed_groups_officials_are_its_members(marked: str, country: str, year: int, name: str | None, kind: str) -> None:
    """While it is one: those of a state, a mission and a town are officials."""
    found = _resolve(marked, "victim", country, date(year, 5, 1))
    assert (found.name, found.type) == (name, kind)


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("A bomb killed [Police Sgt. Omar Ali].", "police"),
        ("A bomb killed [police officers, among them Capt. Omar Ali].", "police"),
        ("A bomb killed [Sgt. Omar Ali].", "state_forces"),
        ("Men killed [an informant].", "civilians"),
        ("Rockets hit [a paramilitary fort].", "object"),
        ("Rockets hit [military hardware].", "object"),
    ],
)
def test_the_head_of_the_mention_tells_its_type(marked: str, kind: str) -> None:
    """Not a rank that stands beside it, nor the word before it."""
    assert _resolve(marked, "target" if "Rockets" in marked else "victim", "AF").type == kind


@pytest.mark.parametrize(
    ("marked", "country", "name", "kind"),
    [
        ("NATO said [its forces] shot two men.", "AF", "NATO", "foreign_forces"),
        ("The coalition said [its troops] shot a man.", "AF", None, "foreign_forces"),
        ("Hamas said [its forces] shelled the crossing.", "PS", "Hamas", "rebel_group"),
        ("Burundi told the African Union [its troops] shot a man.", "SO", None, "foreign_forces"),
        ("Somalia told the African Union [its troops] shot a man.", "SO", None, "state_forces"),
        ("The ministry said [its troops] shot a man.", "SO", None, "state_forces"),
    ],
)
def test_its_forces_are_those_of_the_party_told_last(marked: str, country: str, name: str | None, kind: str) -> None:
    """A mission's or a group's own where it is the subject; a nation's as before."""
    found = _resolve(marked, "perpetrator", country)
    assert (found.name, found.type) == (name, kind)


def test_one_half_of_a_pair_of_countries_is_named_by_both() -> None:
    """ "North and South Korea" are two states; a country's north is none."""
    assert _resolve("[North] and South Korea exchanged fire.", "side_a", "KR").name == "North Korea"
    assert _resolve("[North] and south of the river they fought.", "side_a", "KR").name is None


def test_who_people_are_angry_over_is_not_who_they_are() -> None:
    """The noun group ends before "over"."""
    assert _resolve("[Turks angry over Russia] burnt flags.", "perpetrator", "TR").name is None
