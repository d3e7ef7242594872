"""Where somebody sits who speaks of what happened elsewhere: "the London-based group", "Israel said", "an exile in Jordan"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.places.commentators import FAR_SEATS, is_of_commentator
from crossread.normalize.places.told import Told, acts_abroad
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.words import PlaceWords
from crossread.normalize.worded import Worded
from crossread.records import Span

NEAR = 90  # characters before a name in which it is told who sits there
_FIGHTS = (
    r"rebel|militant|militia|fighter|insurgent|gunm[ae]n|extremist|terror|jihad|armed|force|troop|soldier|separatis|government"
)
# "Kansas-based", but not "Pakistan-based rebel groups", which may have come from there.
_BASED = re.compile(rf"-based\b(?!\s+(?:[\w-]+\s+){{0,2}}(?:{_FIGHTS}))")
_WHO = (
    r"activist|analyst|journalist|reporter|correspondent|observer|monitor|expert|researcher|dissident|politician|lawyer|scholar"
    r"|spokes\w+|leader|diplomat|organi[sz]ation|network|observatory|agency|newspaper|paper|station|channel|broadcaster|website"
    r"|think tank|opposition|committee|cent(?:re|er)|(?:rights|aid|advocacy|monitoring|opposition|campaign|relief)\s+group"
)
_BASED_IN = Worded(
    "based exiled living residing",
    rf"\b(?:{_WHO})s?\b(?![^.;\n]*\b(?:{_FIGHTS}))[^.;\n]{{0,40}}\b(?:based|living|residing|exiled)\s+in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_EXILE = Worded("exile", r"\b(?:[Ee]xiles?|[Ii]n\s+exile|[Ee]xiled)\s+in\s+(?:the\s+)?$")
_DESK = Worded(
    "diplomat ministry speaking spokes",
    r"\b(?:spokes\w+|foreign\s+ministry|diplomats?|[Ss]peaking(?:\s+by\s+(?:tele)?phone)?)\s+(?:in|from)\s+$",
)
_TOLD_PAPER = Worded(
    "according interview quoted reported speaking spoke statement told",
    r"\b(?:told|interview\s+(?:with|to)|statement\s+to|quoted\s+by|according\s+to|reported\s+by|spoke\s+to|speaking\s+to)\s+"
    r"(?:a|an|the)?\s*(?:[\w-]+\s+){0,2}(?:newspaper|paper|daily|magazine|radio|television|channel|broadcaster|station|website)\s+"
    r"(?:based\s+)?in\s+(?:the\s+)?$",
)
_SAYS = re.compile(
    r"\s+(?:also\s+|later\s+|has\s+|had\s+|have\s+)?"
    r"(?:said|says?|claim(?:s|ed)?|den(?:ies|ied)|accuse[sd]?|confirm(?:s|ed)?|announce[sd]?|condemn(?:s|ed)?|insist(?:s|ed)?)\b"
)
_SPEAKS = re.compile(r"[^.;\n]*?\b(?:said|says|told|tells|reported|reports|added|claimed|confirmed|denounced)\b")
_NAME_BEGINS = re.compile(r"\b[A-ZÀ-ÖØ-Þ]")
_OWNED = re.compile(r"\b(?:of|in|from|at|near|inside|across|around)\s+(?:the\s+)?$")


def only_sits(text: str, toponym: Toponym, words: PlaceWords, *, country: str | None) -> bool:
    """True for a country, or a city that agencies write from, that is told only as where a speaker or a paper has its seat.

    A state that mostly acts abroad (`[abroad]` in places.toml; `country` where the name is one's) also where it only says
    something: of nine coded reports that tell such a state by nothing else and resolve a place, three play in it.
    """
    if country is None and toponym.folded not in words.desks:
        return False
    before = text[max(0, toponym.start - NEAR) : toponym.start]
    if _BASED.match(text, toponym.end) or any(p.search(before) for p in (_BASED_IN, _EXILE, _DESK, _TOLD_PAPER)):
        return True
    far = country in words.abroad or toponym.folded in FAR_SEATS
    if far and is_of_commentator(text, toponym):
        return True
    return country in words.abroad and _SAYS.match(text, toponym.end) is not None and not _OWNED.search(before)


def is_seat_of_speaker(text: str, slot: Span, trigger: Span) -> bool:
    """True for the Turkey of "an activist based in Turkey said men burnt homes", not if he was shot there."""
    name = _NAME_BEGINS.search(text, slot.start, slot.end)
    if name is None:
        return False
    before = text[max(0, name.start() - NEAR) : name.start()]
    if _TOLD_PAPER.search(before):
        return True
    sits = _BASED_IN.search(before) or _EXILE.search(before) or _BASED.match(text, slot.end)
    return bool(sits) and _SPEAKS.match(text, slot.end, max(slot.end, trigger.start)) is not None


def countries_elsewhere(text: str, told: Sequence[Told], words: PlaceWords) -> frozenset[str]:
    """Countries of which every telling is one of a state that strikes somebody, or of a seat: neither tells where it was."""
    seen: dict[str, bool] = {}
    for row in told:
        place = row.choice.place
        if place is not None and place.country is not None:
            country = place.country if place.kind == "country" else None
            sits = only_sits(text, row.toponym, words, country=country)
            acts = sits or (country is not None and acts_abroad(text, row.toponym))
            seen[place.country] = seen.get(place.country, True) and acts
    return frozenset(country for country, acts in seen.items() if acts)
