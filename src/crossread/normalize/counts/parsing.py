"""How many: the number that a report's words give for a group, never more exact than they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.counts.people import count_heads, split_heads
from crossread.normalize.counts.words import CountWords, Token, load_count_words, tokenize
from crossread.records import Count

UNSTATED = Count(low=None, high=None, qualifier="unstated")
VAGUE = Count(low=None, high=None, qualifier="vague")
NONE_HURT = Count(low=0, high=0, qualifier="exact")
_PERCENT = re.compile(r"(?<=\d)\s*(?:per\s?cent|pour\s?cent|por\s?ciento|por\s?cento)\b", re.IGNORECASE)
_IN_NAME = re.compile(r"\b[A-Za-z]{1,6}[-‐–]?\d{1,3}[A-Za-z]?\b")  # the 9 of "a K-9 unit", the 17 of "MH17 passengers"
# "a Standard Seven pupil", "a Class 10 student", "a 400-level student": years of school
_SCHOOL_YEAR = re.compile(
    r"\b(?:Standard|Std\.?|Class|Grade|Form|Primary|Year|Level|(?:(?<=\b[Aa]\s)|(?<=\b[Tt]he\s))(?:class|grade|form))[ -]"
    r"(?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b(?=\s+[a-z])"
    r"|\b\d{3}[- ]level\b(?=\s+[a-z])"
)
_DECADE = re.compile(r"\b\d0['’]?s\b")  # ages: "four women in their 20s and 30s" are four
_SHARE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half))\s*(?:%|(?:per\s?cent|pour\s?cent|por\s?ciento|por\s?cento)\b)",
    re.IGNORECASE,
)
_NTH = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)\b", re.IGNORECASE)
_OF_WHOM = re.compile(r"\s+(?:of|des?|d[aeo]s?)\b", re.IGNORECASE)
_PLUS = re.compile(r"\b(\d[\d,.]*)\+(?=\s|$)")  # "35+ people"
_BODIES_OF = re.compile(
    r"^(?:the\s+)?(?:dead\s+)?(?:bodies|corpses|remains)\s+of\s+", re.IGNORECASE
)  # "the bodies of three soldiers"
# "three of them under 18", "14 men above the age of 60", "four children aged under five": ages
_AGE = (
    r"(?:\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:-five)?)"
)
_AGE_BOUND = re.compile(
    r"(?<=[a-z]),?\s+(?:(?:who\s+)?(?:is|are|was|were)\s+)?(?:all\s+)?(?:aged?\s+)?"
    r"(?:under|over|above|below|up\s+to|younger\s+than|older\s+than)\s+"
    rf"(?:the\s+age\s+of\s+)?{_AGE}(?:\s+years(?:\s+old|\s+of\s+age)?)?$",
    re.IGNORECASE,
)
# "20 children under" cut before the age, "20 people under siege": no bound of the number before it
_BOUNDS_NOTHING = re.compile(
    r"(?<=[a-z])\s+(?:under|over|above|below)(?:\s+(?:siege|arms|fire|age|guard|rubble|house\s+arrest|the\s+(?:rubble|debris)))?$",
    re.IGNORECASE,
)
# "casualties on both sides": the two are parties. None of 15 hand-coded rows of dead or hurt "on both sides" is a 2 for it
_SIDES = re.compile(r"\bboth\s+(?=(?:the\s+)?(?:sides|armies|camps|parties|factions)\b)", re.IGNORECASE)
_UP_TO = re.compile(r".*\bup\s+to\b", re.IGNORECASE)  # an age only where the words say so
_AGED = re.compile(r"\baged?\b", re.IGNORECASE)
_COUNTS_MORE = re.compile(
    r"\b(?:of|to|at|by|with|and|or|for|than|is|was|were|are|just|well|approximately|around|about|some|nearly|killed|wounded|injured|left|dead|deaths|casualties)$",
    re.IGNORECASE,
)
_BOUNDS = ("at_least", "at_most", "about")
_OR_PERHAPS = re.compile(r"\bor\s+(?:perhaps|possibly|maybe|even)\b", re.IGNORECASE)  # "six or perhaps seven" is six to seven


@lru_cache(maxsize=1 << 11)
@lru_cache(maxsize=1 << 12)  # every rule about a number reads its words again
def parse_count(raw: str, *, language: str = "en") -> Count:
    """The count the words give: exact, at least, at most, about, a range, vague ("dozens") or unstated ("soldiers").

    Ages, years of school, ordinals and shares are never counts ("a 14-year-old boy" and "a Class 10 student" are 1, "75% of
    them" is vague). What is included is no part of the sum ("14 people, including three children" is 14). Enumerations add up
    ("an officer and three soldiers" is 4). A person's name is 1.
    """
    words = load_count_words(language)
    raw = _SIDES.sub("", _SCHOOL_YEAR.sub("", _without_age_bound(_OR_PERHAPS.sub("or", raw) if " or " in raw else raw)))
    told = _IN_NAME.sub(" ", _DECADE.sub(" ", _PERCENT.sub("%", _BODIES_OF.sub("", _PLUS.sub(r"at least \1", raw)))))
    tokens = _head(_without_hedges(tokenize(_without_ages(told, words), words), words))
    if not tokens:
        return UNSTATED
    return _untold(tokens, words) or _range(tokens, words) or _bounded(tokens, words) or _exact(tokens, words)


def count_reached(raw: str, *, language: str = "en") -> Count | None:
    """The total that an ordinal tells: 5 for "the fifth journalist", 50 for "the 49th and 50th murders"; None without one.

    For claims of a total only: of an incident in which "the fifth journalist this year" is killed, one is.
    """
    ordinals = load_language(language).ordinals
    told = [int(match[1]) for match in _NTH.finditer(raw)] + [ordinals.get(word, 0) for word in raw.lower().split()]
    reached = max(told, default=0)
    return Count(low=reached, high=reached, qualifier="exact") if reached > 1 else None


def is_inclusion(before: str, *, language: str = "en") -> bool:
    """True if the words right before a number make it part of the count before: "including", "among them", "of whom"."""
    return load_count_words(language).before.search(before.lower()) is not None


def is_share(raw: str, after: str) -> bool:
    """True where the words end in a bare share ("12 percent", "12" before "percent"): no people, unless of whom is told."""
    whole = raw + after
    return any(
        match.start() < len(raw) <= match.end() and not _OF_WHOM.match(whole, match.end()) for match in _SHARE.finditer(whole)
    )


def find_part_of(before: str, after: str = "", *, language: str = "en") -> bool:
    """True if a number is part of the one told before: by the words before it ("including"), or after ("three of them")."""
    return is_inclusion(before, language=language) or load_count_words(language).after.match(after.lower()) is not None


def _without_age_bound(raw: str) -> str:
    """The words without the "under 18" behind people; "over 60" behind a verb or "of" counts.

    All three such numbers in hand-coded reports ("36 of them under 18") are exact.
    """
    raw = _BOUNDS_NOTHING.sub("", raw)
    bound = _AGE_BOUND.search(raw)
    if bound is None or (_UP_TO.match(bound.group()) and not _AGED.search(bound.group())):
        return raw
    return raw if _COUNTS_MORE.search(raw[: bound.start()]) else raw[: bound.start()]


def _without_ages(raw: str, words: CountWords) -> str:
    """The words without ages; an age that stands for a person ("31-year-old") becomes one, a list of ages as many."""
    text, ages = words.age.subn(" ", raw.replace("’", "'"))
    left = {word.lower() for word in re.findall(r"[^\W_]+", text)}
    if ages and left <= words.sets["possessive"]:
        listed = re.findall(r"\d+", " ".join(match.group() for match in words.age.finditer(raw.replace("’", "'"))))
        return str(len(listed)) if len(listed) > 1 else next(iter(words.language.count_words["one"]))
    of_age = re.sub(
        rf"^((?:\S+\s+){{1,4}}?)of\s+(?:(?:{_either(words.sets['about'])})\s+)?(\d{{1,2}}|{words.number_word})$",
        lambda m: m.group() if _holds(m.group(1), words) else m.group(1),
        text,
    )
    return re.sub(r"(?<=[^\W\d]),\s*\d{1,2}(?=\s*(?:[,;]|$))", "", of_age)


def _either(phrases: frozenset[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _holds(noun: str, words: CountWords) -> bool:
    """True for "family of 5"; False for "girl of 12", where the number is an age."""
    return bool(set(noun.lower().split()) & words.sets["group"]) or not noun.lower().startswith(
        tuple(f"{one} " for one in words.sets["one"])
    )


def _without_hedges(tokens: Sequence[Token], words: CountWords) -> list[Token]:
    """The words without an "approximately" or "some" right before a bound: "approximately over 20" is more than 20."""
    about, bounds = words.sets["about"], ("at_least", "at_most")
    return [
        one
        for at, one in enumerate(tokens)
        if one.lower not in about or all(t.kind not in bounds for t in tokens[at + 1 : at + 2])
    ]


def _head(tokens: Sequence[Token]) -> list[Token]:
    """The words up to what is only included or described: a number or article must have come before."""
    for at, token in enumerate(tokens):
        told = any(one.kind not in ("comma", "other", "dash") for one in tokens[:at])
        if token.kind == "inclusion" and told and not any(one.kind == "zero" for one in tokens[at:]):
            return list(tokens[:at])
    return list(tokens)


def _untold(tokens: Sequence[Token], words: CountWords) -> Count | None:
    """Nobody, an unknown number, or a vague one: decided by the first word that counts."""
    first = next((token for token in tokens if token.kind not in ("word", "comma", "other", "dash", "possessive")), None)
    numbers = [token for token in tokens if token.kind == "number" and token.value != 0]
    if any(token.kind == "zero" for token in tokens) and not numbers:
        return NONE_HURT
    if first is None:
        return None
    if not numbers and any(token.kind == "unstated" for token in tokens):
        return UNSTATED
    loose = next((token for token in tokens if token.kind == "vague" and " " in token.text), None)
    if loose is not None and not numbers:
        return VAGUE
    if first.kind == "vague" or any(token.text.endswith("%") for token in tokens):
        at = list(tokens).index(first)
        follows = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        return None if first.lower in words.sets["about"] and follows == "number" else VAGUE
    return None


def _range(tokens: Sequence[Token], words: CountWords) -> Count | None:
    """ "10 to 12", "10-12", "between 10 and 12", "three or four"."""
    for at in range(len(tokens) - 2):
        first, joint, last = tokens[at : at + 3]
        between = at > 0 and tokens[at - 1].kind == "between"
        joined = joint.kind == "dash" or joint.lower in words.sets["range"] or (joint.kind == "and" and between)
        if first.kind == last.kind == "number" and joined and 0 <= first.value < last.value:
            return Count(low=first.value, high=last.value, qualifier="range")
    return None


def _bounded(tokens: Sequence[Token], words: CountWords) -> Count | None:
    """The count under a bound: "at least 19", "up to 30", "about 15"; "some" is about only before a number."""
    bound = next((token.kind for token in tokens if token.kind in _BOUNDS), None)
    approximate = words.sets["about"] & words.sets["vague"]
    some = any(one.lower in approximate and two.kind == "number" for one, two in pairwise(tokens))
    about = some or any(token.about for token in tokens)
    if bound is None and not about:
        return None
    total = count_heads([token for token in tokens if token.kind not in _BOUNDS], words)
    if total is None:
        return UNSTATED
    if bound == "at_least":
        return Count(low=total, high=None, qualifier="at_least")
    if bound == "at_most":
        return Count(low=None, high=total, qualifier="at_most")
    return Count(low=total, high=total, qualifier="about")


def _exact(tokens: Sequence[Token], words: CountWords) -> Count:
    total = count_heads(tokens, words)
    if total is not None:
        return Count(low=total, high=total, qualifier="exact")
    parts = split_heads(tokens, words)
    known = [count for part in parts if (count := count_heads(part, words)) is not None and part[0].kind != "word"]
    if known and any(token.kind == "vague" for token in tokens):
        return Count(low=sum(known), high=None, qualifier="at_least")
    return UNSTATED
