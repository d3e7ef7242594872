"""A paragraph that opens with an act of its own elsewhere: "Gunmen raided X, killing 19. … In Y, gunmen killed five".

What opens a paragraph, has a number of people and names a place that the report has not named before tells another act, if an
act with its people and place is told in full above: of 76 coded sentences of this kind that also tell a new day, or begin with
"in Y", "elsewhere", "in another attack" or doers without an article, 73 tell claims not told before. Where the sentence points
back ("the attack", "the gunmen") 6 of 14 tell what was told, and nothing is parted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossread import patterns as re
from crossread.extract.heads import Mention
from crossread.extract.telling_days import is_day

_PARAGRAPH = re.compile(r"(?<=[.!?])[\"”’')]*[ \t]*\n\s*(?=[\"“A-Z])")
_STOP = re.compile(r"[.!?][\"”’)]*\s")
# A sentence of the body ends in a full stop, a headline at the end of its line
_OF_BODY = re.compile(r"[^\n]*?[.!?][\"”’')]*(?:\s|\Z)|[^\n]*\n(?=[a-z])")
_DOERS = (
    r"(?:gunm[ae]n|men|militants|insurgents|jihadis(?:ts)?|rebels|bandits|fighters|assailants|raiders|extremists|terrorists"
    r"|militiamen|guerrillas|soldiers|troops|police)"
)
_ELSEWHERE = re.compile(
    r"(?:(?:Elsewhere|Separately|Meanwhile)\b"
    r"|In\s+(?:(?:an?\s+)?(?:separate|unrelated|similar|another|second|third|fourth|further)|another)\s+\w+"
    r"|In\s+(?:the\s+)?(?:(?:village|town|city|district|province|state|region|neighbou?ring\s+\w+)\s+(?:of\s+)?)?(?!(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},\s"
    rf"|(?:(?:On|At|In|Early|Late)\s[^,.;]{{2,30}},?\s)?(?:(?!The\b|These\b|Those\b)[A-Z]?[\w’'-]+\s){{0,3}}?(?i:{_DOERS})\s"
    r"(?:\w+\s){0,3}?(?:attack|raid|storm|ambush|kill|shoot|shot|open|fire|bomb|abduct|kidnap|burn|behead|storm|invad|overr[au]n))"
)
_POINTS_BACK = re.compile(
    r"\b(?:the|this|that|these|those|\w+day['’]s)\s+(?:\w+\s)?(?:attack|raid|ambush|assault|blast|explosion|bomb|gunm|assailant|militant|insurgent"
    r"|fighter|incident|shooting|strike|rebel|bandit|clash|fighting|killing|massacre|violence|bloodshed|siege|battle|toll|dead\b"
    r"|victims|wounded|survivors|rampage|operation|same\b)",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_NUMBER = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|several|hundreds)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")


def iter_next_acts(text: str, told: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence that opens a paragraph and tells another act than those above.

    `told` are the sure triggers and mentions of the whole report in the order of their places.
    """
    starts = [mention.start for mention in told]
    first = next(_iter_full(text, told), None)
    for match in _PARAGRAPH.finditer(text) if first is not None else ():
        at = bisect_left(starts, match.end())
        own = [m for m in told[at : at + 40] if m.sentence == told[at].sentence]
        if first is None or match.end() <= first or not own or _STOP.search(text, match.end(), own[0].start):
            continue
        if _is_next(text, match.end(), own):
            yield match.end(), own[-1].end


def _iter_full(text: str, told: Sequence[Mention]) -> Iterator[int]:
    """Where the first mentions stand that tell an act in a sentence of the body."""
    sentences: dict[int, list[Mention]] = {}
    for mention in told:
        sentences.setdefault(mention.sentence, []).append(mention)
    for own in sentences.values():
        if _tells_an_act(text, own) and _OF_BODY.match(text, own[-1].end):
            yield own[-1].end


def _is_next(text: str, start: int, own: Sequence[Mention]) -> bool:
    """True for an act with its people, a place not named above, and words that it is another or a day not told above."""
    if not _tells_an_act(text, own) or points_back(text, start, max(m.end for m in own)):
        return False
    places = [text[m.start : m.end] for m in own if m.category == "place"]
    if not any(_is_new(text, start, place) for place in places):
        return False
    days = [text[m.start : m.end] for m in own if m.category == "time"]
    other_day = bool(days) and any(is_day(day) for day in days) and not any(_is_told(text, start, day) for day in days)
    return other_day or _ELSEWHERE.match(text, start) is not None


def _is_new(text: str, start: int, place: str) -> bool:
    names: list[str] = NAME.findall(place)
    return bool(names) and not any(0 <= _first(text, name) <= start - len(name) for name in names)


@lru_cache(maxsize=1 << 12)
def _first(text: str, name: str) -> int:
    """Where a name stands first, -1 where it does not: a long report has many paragraphs, and the same names in them."""
    return text.find(name)


def _is_told(text: str, start: int, day: str) -> bool:
    """True for a day whose words all stand above already: "on Monday" behind "early Monday"."""
    words = [word for word in _WORDS.findall(day) if word[0].isupper() or word[0].isdigit()]
    return not words or all(0 <= _first_end(text, word) <= start for word in words)


@lru_cache(maxsize=1 << 12)
def _first_end(text: str, word: str) -> int:
    """Where a word ends that stands first as a word of its own, -1 where it does not."""
    found = re.search(rf"\b{word}\b", text)
    return found.end() if found else -1


def _tells_an_act(text: str, told: Sequence[Mention]) -> bool:
    """True for a trigger, a number of people and a place with a name."""
    kinds = {kind: [text[m.start : m.end] for m in told if m.category == kind] for kind in ("trigger", "place")}
    return bool(kinds["trigger"]) and has_people(text, told) and any(NAME.search(place) for place in kinds["place"])


def has_people(text: str, told: Sequence[Mention]) -> bool:
    """True for words with a number of people in them."""
    return any(m.category == "harm" and _NUMBER.search(text[m.start : m.end]) for m in told)


def points_back(text: str, start: int, end: int) -> bool:
    """True for words that speak of an act or of people told before: "the attack", "Monday's blast", "the gunmen"."""
    return _POINTS_BACK.search(text, start, end) is not None
