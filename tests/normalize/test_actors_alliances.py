"""Coalitions: of rebels, gangs and parties they are what their members are; of states they are foreign forces."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, country: str | None, day: date, guess: str | None = None) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    span = {"start": match.start(), "end": match.start() + len(match[1])}
    context = ActorContext(text=text, **span, country=country, published=day, encoder_type=guess)
    return RESOLVER.resolve(match[1], role="perpetrator", context=context)


@pytest.mark.parametrize(
    ("marked", "country", "name", "kind"),
    [
        ("[A coalition of rebel groups called Séléka] took Bria.", "CF", "Séléka", "rebel_group"),
        ("[A coalition of rebel groups known as the March Union] took Bria.", "CF", None, "rebel_group"),
        ("[The rebel coalition] took the bridge.", "CF", None, "rebel_group"),
        ("[Rebel coalition fighters] took the bridge.", "CF", None, "rebel_group"),
        ("[A coalition of Islamist groups] took the hill.", "SY", None, "rebel_group"),
        ("[An alliance of militias] held the port.", "LY", None, "political_militia"),
        ("[The gang coalition known as Three Roads] burnt the market.", "HT", None, "unidentified_armed_group"),
        ("[A coalition of opposition parties] marched.", "TG", None, "protesters"),
        ("[The ruling coalition] called a vote.", "PK", None, "officials"),
    ],
)
def test_a_coalition_is_what_its_members_are(marked: str, country: str, name: str | None, kind: str) -> None:
    """Whose it is stands behind "of", before the noun, or in the name that it goes by."""
    found = _resolve(marked, country, date(2013, 2, 1))
    assert (found.name, found.type) == (name, kind)


@pytest.mark.parametrize(
    ("marked", "country", "day", "registry_id"),
    [
        ("[The Saudi-led coalition] struck a farm.", "YE", date(2017, 2, 1), "saudi-coalition"),
        ("[The coalition] struck a farm.", "YE", date(2017, 2, 1), "saudi-coalition"),
        ("[A coalition of Arab forces] landed.", "YE", date(2017, 2, 1), None),
        ("[A coalition of nine states] landed.", "YE", date(2017, 2, 1), None),
        ("[The anti-Islamic State coalition] struck a farm.", "SY", date(2017, 2, 1), None),
        ("[The international coalition] struck a farm.", "SY", date(2017, 2, 1), None),
    ],
)
def test_a_coalition_of_states_is_foreign_forces(marked: str, country: str, day: date, registry_id: str | None) -> None:
    """Led by a state, international, of states, or told of no closer; and never the group that it fights."""
    found = _resolve(marked, country, day)
    assert (found.type, found.registry_id) == ("foreign_forces", registry_id)


def test_a_coalition_told_otherwise_is_what_the_reader_takes_it_for() -> None:
    """A word before it that is no state's does not make it foreign."""
    day = date(2015, 2, 1)
    assert _resolve("[The pro-government coalition] took the hill.", "YE", day, "political_militia").type == "political_militia"
    assert _resolve("[The coalition] took the hill.", "YE", day, "political_militia").type == "foreign_forces"


@pytest.mark.parametrize("words", ["US-led coalition", "U.S.-led coalition forces", "American-led coalition"])
def test_which_coalition_the_united_states_lead_hangs_on_country_and_day(words: str) -> None:
    """One in Afghanistan, another in Iraq after 2003, a third against the Islamic State; without a country the text tells."""
    told = f"[The {words}] shot a man."
    assert _resolve(told, "AF", date(2006, 3, 1)).registry_id == "oef"
    assert _resolve(f"{told} The Afghan army regretted it.", None, date(2006, 3, 1)).registry_id == "oef"
    assert _resolve(told, "IQ", date(2006, 3, 1)).registry_id == "coalition-iraq"
    assert _resolve(told, "SY", date(2016, 3, 1)).registry_id == "cjtf-oir"
