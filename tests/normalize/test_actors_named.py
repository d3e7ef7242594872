"""Names that other people, towns and fronts bear: the registry's actor is meant where it acts or where its country is named."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, role: str, country: str | None, day: date | None = date(2016, 5, 1)) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    context = ActorContext(
        text=text, start=match.start(), end=match.start() + len(match[1]), country=country, published=day, incident_type=None
    )
    return RESOLVER.resolve(match[1], role=role, context=context)


@pytest.mark.parametrize(
    ("marked", "role", "country", "name", "kind"),
    [
        ("Gunmen shot [two Shabak young men] near Bartella in Nineveh.", "victim", "IQ", None, "civilians"),
        ("[A Wagner] of Porto Alegre was stabbed.", "victim", "BR", None, "civilians"),
        ("Fire destroyed [bales of hay] in two barns.", "target", None, None, "object"),
        ("[The National Liberation Front] burned a bus.", "perpetrator", "HN", "National Liberation Front", "rebel_group"),
        ("Fighters of [the United Front] held the road.", "perpetrator", "FJ", "United Front", "rebel_group"),
        (
            "[The National Defence Force] took the town.",
            "perpetrator",
            "ET",
            "Ethiopian National Defence Force",
            "state_forces",
        ),
    ],
)
def test_a_shared_name_is_not_the_registrys_actor_elsewhere(
    marked: str, role: str, country: str | None, name: str | None, kind: str
) -> None:
    """A people, a person, a thing or another country's front keeps its own words, and has no id."""
    found = _resolve(marked, role, country)
    assert (found.name, found.type) == (name, kind)
    assert found.registry_id is None or name == "Ethiopian National Defence Force"


@pytest.mark.parametrize(
    ("marked", "country", "registry_id"),
    [
        ("[The Shabak] arrested two men in Hebron.", "IL", "il-shin-bet"),
        ("[Shabak] agents tracked him to Damascus, Israel said.", "SY", "il-shin-bet"),
        ("[Wagner] fighters entered the village.", "ML", "wagner"),
        ("[The National Front for Liberation] shelled the crossroads.", "SY", "sy-nlf"),
        ("[The Northern Alliance] took Kunduz.", None, "af-northern-alliance"),
        ("The Taliban fled. Afghan elders said [the Northern Alliance] was near.", None, "af-northern-alliance"),
    ],
)
def test_it_is_where_it_acts_or_its_country_is_named(marked: str, country: str | None, registry_id: str) -> None:
    """At home, in a report that names its home, and for a name of some words in a report that names no country at all."""
    assert _resolve(marked, "perpetrator", country, date(2019, 6, 1)).registry_id == registry_id


def test_a_group_told_anew_points_back_to_none() -> None:
    """ "A militant group" is another than the one named before; "the militant group" is that one."""
    text = "Al-Shabaab holds the road. [{} militant group] took three traders."
    assert _resolve(text.format("A"), "perpetrator", "SO").registry_id is None
    assert _resolve(text.format("The"), "perpetrator", "SO").registry_id == "so-shabaab"


@pytest.mark.parametrize(
    ("before", "country", "registry_id"),
    [
        ("Al-Shabaab has pledged allegiance to al Qaeda.", "SO", "so-shabaab"),
        ("The FPRC is fighting the UPC at Bambari.", "CF", "cf-fprc"),
        ("Loyal to al Qaeda, al-Shabaab holds the coast.", "SO", "so-shabaab"),
        ("Al-Shabaab denied it. Fighters of Hizbul Islam left in 2010.", "SO", "so-hizbul-islam"),
        ("Soldiers fought al-Shabaab.", "SO", "so-shabaab"),
    ],
)
def test_the_group_is_the_subject_of_the_sentence_before(before: str, country: str, registry_id: str) -> None:
    """Not the one it is loyal to or fights, unless nobody else is named; a nearer sentence counts more than a farther."""
    day = date(2010, 6, 1) if country == "SO" else date(2016, 6, 1)
    assert _resolve(f"{before} On Sunday [the group] killed a man.", "perpetrator", country, day).registry_id == registry_id


def test_a_militia_with_a_name_of_its_own_points_back_to_none() -> None:
    """ "The Deng militia" is not the group that a statement named before; "the militia" and "the armed militia" are."""
    text = "Al-Shabaab holds the road. [The {}militia] took three traders."
    assert _resolve(text.format("Deng "), "perpetrator", "SO").registry_id is None
    assert _resolve(text.format("armed "), "perpetrator", "SO").registry_id == "so-shabaab"
    assert _resolve(text.format(""), "perpetrator", "SO").registry_id == "so-shabaab"


@pytest.mark.parametrize(
    ("marked", "country", "day", "registry_id"),
    [
        ("[Zaire] attacked a village.", "CD", date(2023, 5, 1), "cd-zaire"),
        ("[Zaire militiamen] burned a hamlet.", "CD", date(2023, 5, 1), "cd-zaire"),
        ("[suspected Zaire fighters] burned a hamlet.", "CD", date(2023, 5, 1), "cd-zaire"),
        ("[Zaire] attacked a village.", "CD", date(1996, 11, 1), None),
        ("[Zaire] attacked a village.", "RW", date(2023, 5, 1), None),
        ("[Zaire] attacked a village.", "CD", None, None),
        ("[Chad] attacked a village.", "TD", date(2023, 5, 1), None),
        ("[Zairian soldiers] burned a hamlet.", "CD", date(2023, 5, 1), None),
    ],
)
def test_a_group_by_the_name_that_a_state_once_had(
    marked: str, country: str, day: date | None, registry_id: str | None
) -> None:
    """In its country and time it is the group, before and elsewhere the state."""
    found = _resolve(marked, "perpetrator", country, day)
    assert found.registry_id == registry_id or (registry_id is None and found.registry_id != "cd-zaire")
