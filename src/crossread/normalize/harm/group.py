"""Who was harmed, without how many: "at least 19 gold miners" -> "gold miners"."""

from __future__ import annotations

from functools import cache

from crossread import patterns as re
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
_BEFELL = (
    r"(?:deaths?|dead|died|dying|die|killed|wounded|injured|injuries|injury|hurt|casualties|fatalities|arrests?|arrested|detained"
    r"|displaced|damage)"
)
_EFFECT = re.compile(
    r"(?:(?:political|violent|confirmed|arbitrary|recorded|documented|serious|seriously|lightly|badly)\s*)*"
    rf"(?:{_BEFELL}(?:\s+(?:or|and|nor)(?:\s+{_BEFELL})?)*)?",
    re.IGNORECASE,
)
# Behind the noun: when it was ("militants during two battles"), what they do ("people die"), how many more ("or more").
_BEHIND = re.compile(
    r"(?<=\w)\s+(?:(?:during|amid|while|when)\b.*|(?:after|before)\s+(?:an?|the|two|three|several)\b.*|(?:die|dies|or\s+(?:more|fewer|so)))$",
    re.IGNORECASE,
)
_ON_BOARD = re.compile(r"(?:all|everyone|those|everybody)\s+(?:who\s+were\s+)?(?:on\s+board|aboard)\b", re.IGNORECASE)
# A number, "another" or an ordinal with what became of it or where, and no noun: "another in Peshawar", "two were hit".
_COUNTED = r"(?:(?:the|an?|at least|about|some|only|and)\s+)*(?:an?other|one|both|\d[\d,.]*|{numbers})(?:\s+(?:more|others?))?"
_STATES = (
    r"(?:in|at|near|on|outside|inside|with|during|after|before|when|while|and|as|by|to|had|has|have|did|later|also|who)\b.*"
    r"|(?:who\s+)?(?:was|were|is|are)\s+(?!an?\s|\w+(?:ns|rs|ts|ls|as)\b|children\b|women\b|men\b|police\b|civilians\b).*"
    r"|(?:critically|seriously|gravely|badly|slightly|lightly|severely|fatally|mortally)"
    r"(?:\s+(?:injured|wounded|hurt|ill|burn(?:ed|t)))?"
)
_ORDINAL = re.compile(r"(?:the|an?)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)", re.IGNORECASE)
_WERE = re.compile(r"(?:were|was|are|is)\s+(?:an?\s+)?", re.IGNORECASE)  # "276 were children"
# What describes people without naming them, and whose they are.
_NO_NOUN = re.compile(
    r"(?:alleged|suspected|unidentified|unknown|unnamed|central|northern|southern|eastern|western|further|[^\W\d_]+['’]s?)",
    re.IGNORECASE,
)
_NO_REPORTS = re.compile(r"no\s+(?:\w+\s+)?reports?\s+of\s+(?:\w+\s+)?(?:casualties|injuries|deaths|victims)$", re.IGNORECASE)
_DATELINE = re.compile(r"^[A-Z]{4,}(?:[ ,][\w .,'’()-]{0,40})?\s[-–—]\s+(?=\w)")  # "KERBALA - Major-General Ali"
# Kinds of count words that name people and count nobody: "police" of "a police commander".
_NAMING = ("titles", "collective", "persons", "plural_endings", "singular_s", "verbal", "peoples", "group")
_GROUPS = frozenset("people persons casualties dead others crowds".split())  # count words that also name who was harmed


def group_words(raw: str, *, language: str = "en") -> str | None:
    """The words of a harm slot that name the group, None when only a number (or nobody) is told."""
    raw = _DATELINE.sub("", raw)
    if own := _OWN.search(raw):
        return own[1]
    if tells_no_noun(raw, language=language) or _NO_REPORTS.match(raw):
        return None
    if _ON_BOARD.match(raw):
        return "people on board"
    words = _BODIES.sub("", raw).split()
    numbers = _number_words(language)
    at = 0
    while at < len(words) and not _is_told(words, at) and _counts(words[at].strip("()[],\"'“”‘’").lower(), numbers):
        at += 1
    rest = _DEATHS.sub("", " ".join(words[at:])).strip(' +,.;:()"“”')
    rest = _BEHIND.sub("", rest)
    rest = _WERE.sub("", rest, count=1) if _WERE.match(rest) else rest
    return None if _EFFECT.fullmatch(rest.removeprefix("who ")) or _NO_NOUN.fullmatch(rest) else rest


def tells_no_noun(raw: str, *, language: str = "en") -> bool:
    """True for a bare number, "another" or an ordinal, also with words behind it that tell where or how: "another in Kunduz".

    In hand-coded reports no such row names its place or state as the group.
    """
    words = raw.strip()
    if words.lower().endswith(("other", "others")) and words.lower() != "another":
        return False  # "nine others" are called by a word that rules ask for
    return _ORDINAL.fullmatch(words) is not None or _bare(language).fullmatch(words) is not None


def _is_told(words: list[str], at: int) -> bool:
    """True for the "woman" of "a woman who lived next door": a relative clause has a noun before it."""
    return at > 0 and at + 1 < len(words) and words[at + 1] in ("who", "whose") and words[at].lower() not in _FILLERS


def _counts(word: str, numbers: frozenset[str]) -> bool:
    return bool(_DIGITS.match(word)) or word in _FILLERS or all(part in numbers for part in word.split("-") if part) or not word


@cache
def _bare(language: str) -> re.Pattern[str]:
    numbers = "|".join(sorted(map(re.escape, load_language(language).numbers), key=len, reverse=True))
    return re.compile(rf"{_COUNTED.format(numbers=numbers)}(?:\s+(?:{_STATES}))?", re.IGNORECASE)


@cache
def _number_words(language: str) -> frozenset[str]:
    data = load_language(language)
    kinds = [phrases for kind, phrases in data.count_words.items() if kind not in _NAMING]
    vague = {word for phrases in kinds for phrase in phrases for word in phrase.split()}
    return frozenset(data.numbers) | frozenset(data.scales) | vague - _GROUPS
