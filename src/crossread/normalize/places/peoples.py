"""Regions called after a people are not told where the people are: "Chin-Kuki militants", "Karen people".

In the coded reports two peoples (Shan, Karen) are told so in three places, none of them where a claim is placed.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, fold_name
from crossread.normalize.places.toponyms import Toponym

_GROUPS = (
    r"(?:people|tribes?|tribes?m[ae]n|ethnic|communit(?:y|ies)|clans?|minorit(?:y|ies)|villagers|refugees|civilians|m[ae]n|wom[ae]n|youths?"
    r"|militants?|rebels?|insurgents?|fighters|groups?|militias?|armed|narco-?terrorists?|terrorists|organi[sz]ations?|leaders|students)"
)
_PAIR_BEHIND = re.compile(rf"[-‑–](?P<other>[A-Z][a-z]+)(?:-[A-Z][a-z]+)?\s+(?:[a-z]+\s+)?{_GROUPS}\b")
_PAIR_BEFORE = re.compile(r"\b(?P<other>[A-Z][a-z]+)[-‑–]$")
_GROUP_BEHIND = re.compile(rf"(?:[-‑–][A-Z][a-z]+)?\s+(?:[a-z]+\s+)?{_GROUPS}\b")
_PEOPLE = re.compile(r"\s+(?:people|tribes?|tribes?m[ae]n|ethnic|clans?|minorit(?:y|ies))\b(?!['’])")
_STANDS_IN = re.compile(r"\b(?:in|at|across|throughout|around)\s+$", re.IGNORECASE)
NEAR = 25  # characters before a name in which the other half of a pair stands


def as_people(text: str, toponym: Toponym, gazetteer: Gazetteer) -> Toponym | None:
    """The toponym; as part of a pair of which one is a people None, before "people" or "tribe" only a sign of its country.

    A people is known here by the region that is called after it, which is neither a country nor a nation.
    """
    if not toponym.listed or toponym.demonym:
        return toponym
    before = text[max(0, toponym.start - NEAR) : toponym.start]
    pair = _PAIR_BEHIND.match(text, toponym.end) or (
        _PAIR_BEFORE.search(before) if _GROUP_BEHIND.match(text, toponym.end) else None
    )
    if pair is not None:
        return None if any(_homes(name, gazetteer) for name in (toponym.text, pair["other"])) else toponym
    homes = _homes(toponym.text, gazetteer)
    if len(homes) != 1 or not _PEOPLE.match(text, toponym.end) or _STANDS_IN.search(before):
        return toponym
    return replace(toponym, listed=False, demonym=next(iter(homes)))


def _homes(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries with a region of this name, none if it is a country's or a nation's, too."""
    found = gazetteer.find_places_exact(name)
    if gazetteer.demonym(fold_name(name)) or any(p.kind == "country" for p in found):
        return frozenset()
    return frozenset(p.country for p in found if p.country and p.kind in ("admin1", "area"))
