"""Words of a count, each with its kind: numbers made whole, bounds, articles, words that join or include."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.languages import Language, load_language

# A phrase may have several roles in the language file; the first of these that holds it names its kind.
KINDS = (
    "unstated",
    "vague",
    "at_least",
    "at_most",
    "about",
    "half",
    "between",
    "zero",
    "one",
    "two",
    "three",
    "possessive",
    "and",
    "inclusion",
    "tail",
)
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?![\d.])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?P<suffix>%|st\b|nd\b|rd\b|th\b|x\b|º|ª|\+)?"
    r"|(?P<word>[^\W\d_]+(?:['’.][^\W\d_]+)*)|(?P<dash>[-–—])|(?P<comma>[,;(])|(?P<other>\S)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or number of a count. `kind` is its role, `value` what a number is worth, `text` the words as written."""

    kind: str
    text: str
    value: int = 0
    about: bool = False

    @property
    def lower(self) -> str:
        """The words in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """The count words of one language, ready to look up: phrases by first word with their kinds, longest first."""

    language: Language
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    sets: Mapping[str, frozenset[str]]
    age: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    number_word: str


@cache
def load_count_words(code: str) -> CountWords:
    """The count words of a language, compiled once."""
    language = load_language(code)
    roles = language.count_words
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    known: set[tuple[str, ...]] = set()
    for kind in KINDS:
        for phrase in roles.get(kind, ()):
            words = tuple(re.findall(r"[^\W\d_]+(?:['.][^\W\d_]+)*|\d+", phrase))
            if words and words not in known:
                known.add(words)
                phrases.setdefault(words[0], []).append((words, kind))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return CountWords(
        language=language,
        phrases=phrases,
        sets={role: frozenset(words) for role, words in roles.items()},
        age=_age_pattern(language),
        before=re.compile(rf"(?:^|\b|\W)(?:{_either(roles.get('inclusion_before', ()))})\W*$"),
        number_word=_either([*language.numbers]),
        after=re.compile(rf"\W*(?:{_either(roles.get('inclusion_after', ()))})(?!\w)"),
    )


def _either(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"


def _age_pattern(language: Language) -> re.Pattern[str]:
    """Ages: "14-year-old", "aged 24", "under the age of 15"; and the bare ", 23" behind a person."""
    roles = language.count_words
    numbers = _either([*language.numbers])
    number = rf"(?:\d{{1,3}}|(?:{numbers})(?:-(?:{numbers}))?)"
    old = _either(roles.get("age", ())).replace(r"\-", r"[-\s]").replace(r"\ ", r"[-\s]")
    lead = _either(roles.get("age_lead", ()))
    return re.compile(rf"(?<![\w.]){number}[-\s]?(?:{old})\b|\b(?:{lead})\s+{number}\b(?:\s+(?:{old})\b)?", re.IGNORECASE)


def tokenize(raw: str, words: CountWords) -> list[Token]:
    """The words of a count with their kinds; number words and scales are made one number."""
    matches = list(_TOKEN.finditer(raw.replace("’", "'")))
    tokens: list[Token] = []
    at = 0
    while at < len(matches):
        taken, token = _phrase_at(matches, at, words)
        if taken < 2 or token.kind not in ("vague", "unstated", "zero"):
            number_taken, number = _number_at(matches, at, words.language)
            taken, token = (number_taken, number) if number_taken else (taken, token)
        tokens.append(token)
        at += taken
    return tokens


def _phrase_at(matches: Sequence[re.Match[str]], at: int, words: CountWords) -> tuple[int, Token]:
    match = matches[at]
    if match.group("word") is None:
        kind = (
            "dash"
            if match.group("dash")
            else "comma"
            if match.group("comma")
            else "ordinal"
            if match.group("suffix")
            else "other"
        )
        return 1, Token(kind=kind, text=match.group())
    first = match.group().lower()
    for phrase, kind in words.phrases.get(first, ()):
        taken = _spells(matches, at, phrase)
        if taken:
            text = " ".join(one.group() for one in matches[at : at + taken])
            return taken, Token(kind=kind, text=text)
    return 1, Token(kind="word", text=match.group())


def _spells(matches: Sequence[re.Match[str]], at: int, phrase: tuple[str, ...]) -> int:
    place = at + 1
    for word in phrase[1:]:
        if place < len(matches) and matches[place].group() == "-":
            place += 1
        if place >= len(matches) or matches[place].group().lower() != word:
            return 0
        place += 1
    return place - at


def _number_at(matches: Sequence[re.Match[str]], at: int, language: Language) -> tuple[int, Token]:
    """The whole number that begins here ("two hundred and fifty", "1.2 million", "thirty-one"), and how many tokens it takes."""
    total, current, place, seen, about = 0.0, 0.0, at, False, False
    approximate = language.count_words.get("about", ())
    while place < len(matches):
        match, word = matches[place], matches[place].group().lower()
        glued = seen and word == "-" and place + 1 < len(matches) and matches[place + 1].group().lower() in language.numbers
        joins = seen and word in language.count_words["and"] and _goes_on(matches, place, language)
        if (glued and _is_tens(matches[place - 1].group().lower(), language)) or joins:
            place += 1
            continue
        value = _small_value(match, word, language)
        if value is not None and not (seen and (match.group("number") or not _adds(matches[place - 1], value, language))):
            current, seen = current + value, True
        elif word in language.scales and (seen or language.scales[word] < 1000 or word not in ("thousand",)):
            scale = language.scales[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
            seen = True
        else:
            break
        about = about or word in approximate
        place += 1
    if not seen or (match_suffix := matches[place - 1].group("suffix")) in ("%", "st", "nd", "rd", "th", "º", "ª"):
        return 0, Token(kind="word", text="")
    text = " ".join(match.group() for match in matches[at:place])
    kind = "number"
    return place - at, Token(kind=kind, text=text + (match_suffix or ""), value=round(total + current), about=about)


def _small_value(match: re.Match[str], word: str, language: Language) -> float | None:
    if match.group("number"):
        return figure(match.group("number"))
    return language.numbers.get(word)


def figure(text: str) -> float:
    """The value of a number in figures: groups of three digits are thousands, whatever stands between them."""
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(re.sub(r"[\u00a0\u202f ]", "", text).replace(",", ".") if text.count(",") < 2 else re.sub(r"\D", "", text))


def _is_tens(word: str, language: Language) -> bool:
    return 20 <= language.numbers.get(word, 0) <= 90


def _adds(before: re.Match[str], value: float, language: Language) -> bool:
    """True where a number word goes on with the one before: "hundred fifty", "twenty one", not "two three"."""
    word = before.group().lower()
    if word in language.scales or word == "-" or word in language.count_words["and"]:
        return True
    return _is_tens(word, language) and value < 10


def _goes_on(matches: Sequence[re.Match[str]], at: int, language: Language) -> bool:
    """True for the "and" inside a number: "two hundred and fifty", "treinta y dos"."""
    if at + 1 >= len(matches) or matches[at + 1].group().lower() not in language.numbers:
        return False
    before, value = matches[at - 1].group().lower(), language.numbers[matches[at + 1].group().lower()]
    scale = language.scales.get(before, 0)
    if scale >= 100 and scale != 12:
        return value < 100 and language.code == "en"
    return language.code != "en" and (_is_tens(before, language) or language.numbers.get(before, 0) >= 100) and value < 100
