"""A sentence that tells an act of its own right behind another: "Also on Sunday, …", "Elsewhere in the capital, gunmen …".

What opens with such words tells another act: all 104 of these sentences with people in hand-coded reports tell one not told
before. So do 280 of 292 that have people of their own in a place not named above, right behind an act in another place, or on
another day than the act before, unless they point back ("the attack") or tell of somebody known ("they", "its forces"); most of
the others were told in a heading or a summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.extract.heads import Mention
from crossread.extract.next_act import NAME, has_people, points_back
from crossread.extract.telling_days import is_day

_STOP = re.compile(r"[.!?][\"”’)]*\s+|\n\s*")
# A sentence of the body ends in a full stop, a headline at the end of its line
_OF_BODY = re.compile(r"[^\n]*?[.!?][\"”’')]*(?:\s|\Z)|[^\n]*\n(?=[a-z])")
_ACT = (
    r"(?:attack|blast|bomb(?:er|ing)?|explosion|raid|ambush|clash|(?:air ?)?strike|shooting|incident|assault|mine|grenade"
    r"|rocket|missile|drone|device|gunm[ae]n)"
)
_FURTHER = re.compile(
    r"Also,?\s(?!among\b|\w+\s(?:was|were|is|are)\b)|(?:Elsewhere|Separately)[\s,]"
    rf"|(?:In\s)?(?:[Aa]n?\s(?:second|third|fourth|separate|similar|further)|[Aa]nother)\s(?:[\w-]+\s){{0,2}}?{_ACT}\b"
)
# "A second blast minutes later killed three rescuers", "The first bomb … A second bomb": blows of one attack
_OF_SERIES = re.compile(r"(?:In\s)?(?:[Aa]n?\s(?:second|third|fourth)|[Aa]nother)\b")
_SOON = re.compile(
    r"\b(?:(?:seconds|moments|minutes)\s(?:later|afterwards?|after|apart)|shortly\s(?:after\w*|later)|soon\safter\w*|simultaneous\w*"
    r"|rescuers|first\sresponders|as\s(?:people|rescuers|crowds?|residents|police|onlookers)\s(?:gathered|rushed|arrived|fled))\b"
)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:twin|double|two|three|four|several|pair\sof|series\sof|first|initial)\s(?:[\w-]+\s){0,2}?"
    r"(?:attack|blast|bomb(?:er|ing)?|explosion|(?:air ?)?strike|rocket|missile|shell|mine|grenade|device|drone)s?\b",
    re.IGNORECASE,
)
# Somebody told before, or a total: "Police say the commander, who …", "its forces", "140 have died since June"
_KNOWN = re.compile(
    r"\b(?:of\s(?:them|the|those|these|its|their|his|her|whom)|whom|whose|they|them|he|she|him|its\s\w+|since)\b"
    r"|\b(?:says?|said|report(?:s|ed)?|announced|following|after)\s(?:that\s)?(?:the|this|that|these|those)\b"
    r"|\A(?:The|It|This|That|These|Those|There|Its|Their|His|Her)\b"
)
_WORDS = re.compile(r"\w+")
LEAD = 120  # characters of a sentence before its first mention


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence that tells an act with people: its bounds, its places with a name, and its days, as written."""

    start: int
    end: int
    places: tuple[str, ...]
    days: tuple[str, ...]


def iter_own_acts(text: str, told: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """For each sentence that tells an act of its own: where the act before it begins, where it begins and ends.

    `told` are the sure triggers and mentions of the whole report in the order of their places.
    """
    named: dict[str, int] | None = None
    before: _Sentence | None = None
    for one in _iter_acts(text, told):
        if before is not None and not points_back(text, one.start, one.end):
            named = _first_named(text) if named is None else named
            if _is_own_act(text, before, one, named):
                yield before.start, one.start, one.end
        if _OF_BODY.match(text, one.end):
            before = one


def _iter_acts(text: str, told: Sequence[Mention]) -> Iterator[_Sentence]:
    """The sentences with a trigger and a number of people."""
    sentences: dict[int, list[Mention]] = {}
    for mention in told:
        sentences.setdefault(mention.sentence, []).append(mention)
    for own in sentences.values():
        if not any(m.category == "trigger" for m in own) or not has_people(text, own):
            continue
        low = max(0, own[0].start - LEAD)
        stops = [match.end() for match in _STOP.finditer(text, low, own[0].start)]
        raw = {kind: [text[m.start : m.end] for m in own if m.category == kind] for kind in ("place", "time")}
        yield _Sentence(
            start=stops[-1] if stops else low,
            end=max(m.end for m in own),
            places=tuple(place for place in raw["place"] if NAME.search(place)),
            days=tuple(day for day in raw["time"] if is_day(day)),
        )


def _first_named(text: str) -> dict[str, int]:
    """Where each name stands first."""
    named: dict[str, int] = {}
    for match in NAME.finditer(text):
        named.setdefault(match[0], match.start())
    return named


def _is_own_act(text: str, before: _Sentence, one: _Sentence, named: dict[str, int]) -> bool:
    """True for words that it is another act, for a place not named above, and for another day than that of the act before."""
    if _FURTHER.match(text, one.start):
        return not (_OF_SERIES.match(text, one.start) and _is_of_series(text, before, one))
    if _KNOWN.search(text[one.start : one.end]):
        return False
    right_behind = len(_STOP.findall(text, before.end, one.start)) < 2
    if right_behind and before.places and any(_is_new(place, one.start, named) for place in one.places):
        return True
    above = set(_WORDS.findall(text[before.start : one.start]))
    return bool(before.days and one.days) and not any(_dated(day) <= above for day in one.days)


def _is_of_series(text: str, before: _Sentence, one: _Sentence) -> bool:
    """True for a second blow of the attack told right before, at no named place and on no day of its own."""
    if one.places or one.days:
        return False
    return bool(_SOON.search(text, one.start, one.end + 40) or _ONE_OF_SEVERAL.search(text, before.start, one.start))


def _is_new(place: str, start: int, named: dict[str, int]) -> bool:
    return all(named.get(name, start) >= start for name in NAME.findall(place))


def _dated(day: str) -> set[str]:
    """The words that tell the day: "on Monday" and "early Monday" share all of them."""
    return {word for word in _WORDS.findall(day) if word[0].isupper() or word[0].isdigit()}
