"""Who was harmed, without how many: "at least 19 gold miners" -> "gold miners"."""

from __future__ import annotations

import re
from functools import cache

from crossread.languages import load_language

_DIGITS = re.compile(r"^[\d][\d.,]*(?:[-–]\d[\d.,]*)?\+?$")
_FILLERS = frozenset(
    "a an the at least about around some nearly almost roughly approximately more than over under up to as many as few fewer "
    "no another other further between and or of them these those all both only just additional estimated total reported".split()
)

_OWN = re.compile(r"\bof (our (?:[a-z]+ )?[a-z]+)$", re.IGNORECASE)  # "four of our men": whose they are tells the side
_BODIES = re.compile(
    r"\b(?:dead\s+)?(?:bodies|corpses|remains)\s+of\s+(?:the\s+)?", re.IGNORECASE
)  # whose they are tells the group
_DEATHS = re.compile(r"(?<=\w)\s+(?:deaths?|fatalities|casualties|arrests|injuries)$", re.IGNORECASE)  # "seven Taliban deaths"
# What happened to people, not who they are: "those who died", "8,616 political arrests".
_EFFECT = re.compile(
    r"(?:(?:political|violent|confirmed|arbitrary|recorded|documented|serious|seriously|lightly|badly)\s*)*"
    r"(?:deaths?|dead|died|dying|killed|wounded|injured|injuries|hurt|casualties|fatalities|arrests?|arrested|detained|displaced)?",
    re.IGNORECASE,
)
_ON_BOARD = re.compile(r"(?:all|everyone|those|everybody)\s+(?:who\s+were\s+)?(?:on\s+board|aboard)\b", re.IGNORECASE)
# Kinds of count words that name people and count nobody: "police" of "a police commander".
_NAMING = ("titles", "collective", "persons", "plural_endings", "singular_s", "verbal", "peoples", "group")
_GROUPS = frozenset("people persons casualties dead others crowds".split())  # count words that also name who was harmed


def group_words(raw: str, *, language: str = "en") -> str | None:
    """The words of a harm slot that name the group, None when only a number (or nobody) is told."""
    if own := _OWN.search(raw):
        return own[1]
    if _ON_BOARD.match(raw):
        return "people on board"
    words = _BODIES.sub("", raw).split()
    numbers = _number_words(language)
    at = 0
    while at < len(words) and not _is_told(words, at) and _counts(words[at].strip("()[],\"'“”‘’").lower(), numbers):
        at += 1
    rest = _DEATHS.sub("", " ".join(words[at:])).strip(' +,.;:()"“”')
    return None if _EFFECT.fullmatch(rest.removeprefix("who ")) else rest


def _is_told(words: list[str], at: int) -> bool:
    """True for the "woman" of "a woman who lived next door": a relative clause has a noun before it."""
    return at > 0 and at + 1 < len(words) and words[at + 1] in ("who", "whose") and words[at].lower() not in _FILLERS


def _counts(word: str, numbers: frozenset[str]) -> bool:
    return bool(_DIGITS.match(word)) or word in _FILLERS or all(part in numbers for part in word.split("-") if part) or not word


@cache
def _number_words(language: str) -> frozenset[str]:
    data = load_language(language)
    kinds = [phrases for kind, phrases in data.count_words.items() if kind not in _NAMING]
    vague = {word for phrases in kinds for phrase in phrases for word in phrase.split()}
    return frozenset(data.numbers) | frozenset(data.scales) | vague - _GROUPS
