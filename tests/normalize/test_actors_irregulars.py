"""Troops, soldiers and drones that the words beside them tell to be no state's."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, country: str | None, role: str = "perpetrator", day: date = date(2023, 6, 5)) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    context = ActorContext(text=text, start=match.start(), end=match.start() + len(match[1]), country=country, published=day)
    return RESOLVER.resolve(match[1], role=role, context=context)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The insurgent army", "rebel_group"),
        ("Rebel soldiers", "rebel_group"),
        ("Rebel ground forces", "rebel_group"),
        ("rebel officers", "rebel_group"),
        ("Rebel-led forces", "rebel_group"),
        ("guerrilla troops", "rebel_group"),
        ("A rebel drone", "rebel_group"),
        ("Ethnic armies", "rebel_group"),
        ("a soldier of the rebel army", "rebel_group"),
        ("soldiers of the militia", "political_militia"),
        ("Rebel gunmen", "rebel_group"),
        ("Separatist terrorists", "rebel_group"),
        ("Militia soldiers", "political_militia"),
        ("Tribal forces", "communal_militia"),
        ("Clan soldiers", "communal_militia"),
        ("Anti-government forces", "rebel_group"),
        ("Anti-junta forces", "rebel_group"),
    ],
)
def test_whose_troops_wins_over_troops(raw: str, kind: str) -> None:
    """The word before, or behind "of", gives the type."""
    assert _resolve(f"[{raw}] attacked the camp.", "MM").type == kind


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The armed group Forces of Liberation", "rebel_group"),
        ("the nonstate armed group Tarn Defense Forces", "rebel_group"),
        ("The rebel group National Army", "rebel_group"),
        ("the militia National Guard of Tarn", "political_militia"),
        ("Tarn Defense Forces", "state_forces"),
    ],
)
def test_a_group_by_the_name_of_an_army_is_none(raw: str, kind: str) -> None:
    """The word before its name tells what it is."""
    assert _resolve(f"[{raw}] attacked the camp.", "CM").type == kind


def test_a_nation_does_not_make_them_its_armed_forces() -> None:
    """ "Syrian rebel soldiers" are not the Syrian Armed Forces."""
    found = _resolve("[Syrian rebel soldiers] took the hill.", "SY")
    assert (found.name, found.type) == (None, "rebel_group")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Anti-rebel troops", "state_forces"),
        ("anti-guerrilla troops", "state_forces"),
        ("Counter-insurgency forces", "state_forces"),
        ("The militia-backed army", "state_forces"),
        ("paramilitary soldiers", "state_forces"),
        ("Government soldiers", "state_forces"),
        ("the tribal areas' security forces", "state_forces"),
        ("Tribal police", "police"),
        ("Mutinous soldiers", "state_forces"),
        ("Islamic Republic forces", "state_forces"),
        ("terrorist soldiers", "state_forces"),
        ("Tribal gunmen", "unidentified_armed_group"),
        ("rebels fighting the government", "rebel_group"),
    ],
)
def test_what_only_stands_beside_a_state_does_not_change_it(raw: str, kind: str) -> None:
    """Whom troops fight, who backs them and how they are reviled does not tell whose they are."""
    assert _resolve(f"[{raw}] attacked the camp.", "MM").type == kind


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("soldiers escorting health workers", "state_forces"),
        ("troops hunting rebels", "state_forces"),
        ("police manning a checkpoint", "police"),
        ("journalists covering protests", "journalists"),
        ("a militant training camp", "object"),
    ],
)
def test_a_participle_ends_the_noun_group(raw: str, kind: str) -> None:
    """Who does something to others is what stands before it."""
    assert _resolve(f"A mine hit [{raw}].", "SD", "victim").type == kind


@pytest.mark.parametrize(
    ("raw", "country", "name"),
    [
        ("RSF soldiers", "TD", "Rapid Support Forces"),
        ("M23 troops", "UG", "March 23 Movement"),
        ("Houthi naval forces", "YE", "Ansar Allah"),
        ("Hamas naval commandos", "IL", "Hamas"),
        ("Tigrayan soldiers", "ET", "Tigray People's Liberation Front"),
        ("Kachin troops", "MM", "Kachin Independence Army"),
        ("Karen soldiers", "MM", "Karen National Union"),
        ("Shan troops", "MM", "Shan State Army"),
        ("Tiger fighters", "LK", "Liberation Tigers of Tamil Eelam"),
        ("Haftar's troops", "LY", "Libyan National Army"),
    ],
)
def test_a_named_group_has_soldiers_and_a_navy(raw: str, country: str, name: str) -> None:
    """Its name wins over the noun, at home and abroad."""
    assert _resolve(f"[{raw}] attacked the camp.", country).name == name


@pytest.mark.parametrize(
    ("raws", "country", "kind"),
    [
        (("The Syrian army", "Assad's gangs", "Regime terrorists", "The criminal regime"), "SY", "state_forces"),
        (("Junta soldiers", "Junta terrorists", "The terrorist army", "SAC terrorists"), "MM", "state_forces"),
        (("The Sudanese army", "The terrorist Islamist army", "Burhan's militia"), "SD", "state_forces"),
        (("Rapid Support Forces", "The terrorist RSF militia", "Hemedti's mercenaries"), "SD", "rebel_group"),
        (("Russian forces", "Russian occupiers", "Russian terrorists", "Rashists"), "UA", "foreign_forces"),
        (("Ukrainian soldiers", "Ukrainian militants", "Kiev militants"), "UA", "state_forces"),
        (("NPA rebels", "Communist terrorists", "Red fighters", "NPA bandits"), "PH", "rebel_group"),
        (("The Israeli army", "The Zionist regime", "The Israeli occupation"), "PS", "foreign_forces"),
        (("The Tigray People's Liberation Front", "The TPLF junta", "the terrorist TPLF"), "ET", "rebel_group"),
        (("Saudi-led coalition", "the Saudi aggression", "the aggression coalition"), "YE", "foreign_forces"),
    ],
)
def test_friend_and_foe_names_give_one_type(raws: tuple[str, ...], country: str, kind: str) -> None:
    """What a group is does not hang on who calls it names."""
    assert {_resolve(f"[{raw}] attacked the camp.", country).type for raw in raws} == {kind}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Anti-junta terrorists", "rebel_group"),
        ("pro-regime gangs", "unidentified_armed_group"),
        ("Regime militias", "political_militia"),
        ("Islamist fighters", "rebel_group"),
        ("Terrorists", "unidentified_armed_group"),
    ],
)
def test_reviling_words_alone_make_no_army(raw: str, kind: str) -> None:
    """Only the state's own word before them does."""
    assert _resolve(f"[{raw}] attacked the camp.", "SY").type == kind


@pytest.mark.parametrize(("raw", "country"), [("Tiger fighters", "SY"), ("Red fighters", "PE"), ("Karen villagers", "MM")])
def test_such_names_are_theirs_at_home_only(raw: str, country: str) -> None:
    """Others have Tigers and red flags, and a people is no army."""
    assert _resolve(f"[{raw}] crossed the river.", country).registry_id is None
