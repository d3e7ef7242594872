"""Names that only tell whom others left, help or fight, and names that a word before them makes another's."""

from __future__ import annotations

import re
from datetime import date

import pytest

from crossread.normalize.actors import ActorContext, ActorResolver, ResolvedActor

RESOLVER = ActorResolver()


def _resolve(marked: str, country: str, day: date = date(2021, 5, 1)) -> ResolvedActor:
    match = re.search(r"\[([^\]]+)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    span = {"start": match.start(), "end": match.start() + len(match[1])}
    return RESOLVER.resolve(
        match[1], role="perpetrator", context=ActorContext(text=text, **span, country=country, published=day)
    )


@pytest.mark.parametrize(
    ("marked", "country", "kind"),
    [
        ("[A breakaway faction of the NPA] took the town hall.", "PH", "rebel_group"),
        ("[A splinter group of the MILF] took the town hall.", "PH", "rebel_group"),
        ("[An al-Qaida offshoot] mined the road.", "YE", "rebel_group"),
        ("[Anti-Taliban fighters] took the pass.", "AF", "unidentified_armed_group"),
        ("The Taliban fled. [Anti-Taliban fighters] took the pass.", "AF", "unidentified_armed_group"),
        ("[An anti-Taliban militia] took the pass.", "AF", "political_militia"),
        ("[Pro-Taliban militants] took the pass.", "PK", "rebel_group"),
    ],
)
def test_who_left_a_group_or_fights_it_has_not_its_name(marked: str, country: str, kind: str) -> None:
    """Nor, where they fight it, its type."""
    found = _resolve(marked, country)
    assert (found.name, found.registry_id, found.type) == (None, None, kind)


@pytest.mark.parametrize(
    ("marked", "country", "registry_id"),
    [
        ("[FARC dissidents] took the town hall.", "CO", "co-farc-dissidents"),
        ("[A faction of the Moro National Liberation Front] took the town hall.", "PH", "ph-mnlf"),
        ("[The anti-balaka] took the town hall.", "CF", "cf-anti-balaka"),
        ("[The Real IRA] planted it.", "GB", "gb-rira"),
        ("[New Boko Haram] raids.", "NG", "ng-boko-haram"),
    ],
)
def test_such_words_may_be_the_name_itself(marked: str, country: str, registry_id: str) -> None:
    """Where the registry knows the whole of it, or "New" only opens the headline."""
    assert _resolve(marked, country, date(2013, 5, 1)).registry_id == registry_id


def test_a_word_before_a_name_makes_it_anothers() -> None:
    """The New Séléka is not the Séléka of before."""
    found = _resolve("[The New Séléka] took Bria.", "CF", date(2019, 5, 1))
    assert (found.name, found.registry_id) == ("New Séléka", None)
