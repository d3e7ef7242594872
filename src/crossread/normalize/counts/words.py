"""Words of a count, each with its kind: numbers made whole, bounds, articles, words that join or include."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crossread import patterns as re
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
    # a number in figures, with what is glued to it
    r"(?P<number>\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?![\d.])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"(?P<suffix>%|st\b|nd\b|rd\b|th\b|x\b|º|ª|\+)?"
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
    numbers: Mapping[str, int]
    joints: frozenset[str]
    joined: Sequence[tuple[re.Pattern[str], str]]


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
        numbers={phrase.replace("-", ""): value for phrase, value in language.numbers.items()},
        joints=frozenset(roles.get("join_tens", ())) | frozenset(roles.get("join_hundreds", ())),
        joined=_rewrites(language),
        after=re.compile(rf"\W*(?:{_either(roles.get('inclusion_after', ()))})(?!\w)"),
    )


def _rewrites(language: Language) -> list[tuple[re.Pattern[str], str]]:
    """What makes number words readable one by one: "quatre-vingt" in one piece, an attached "and" apart ("وعشرون")."""
    numbers = _either([*language.numbers])
    apart = [
        (re.compile(rf"\b{prefix}(?=(?:{numbers})\b)"), f"{prefix} ") for prefix in language.count_words.get("join_prefix", ())
    ]
    joined = [
        (re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE), phrase.replace("-", ""))
        for phrase in sorted(language.numbers, key=len, reverse=True)
        if "-" in phrase
    ]
    return apart + joined


def _either(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"


def _age_pattern(language: Language) -> re.Pattern[str]:
    """Ages: "14-year-old", "aged 24", "under the age of 15"; and the bare ", 23" behind a person."""
    roles = language.count_words
    numbers = _either([*language.numbers])
    number = rf"(?:\d{{1,3}}|(?:{numbers})(?:-(?:{numbers}))?)"
    old = _either(roles.get("age", ())).replace(r"\-", r"[-\s]").replace(r"\ ", r"[-\s]")
    lead = rf"(?:{_either(roles.get('age_lead', ()))})(?:\s+(?:{_either(roles.get('about', ()))}))?"
    joint = rf"\s*(?:,|(?:,\s*)?\b(?:{_either([*roles.get('and', ()), *roles.get('range', ())])})\b|-)\s*"
    more = rf"(?:(?:{joint}{number}\b)+(?=\s*(?:$|[,;).])))?"  # "aged 7, 9 and 12", but not "aged 30 and 5 children"
    return re.compile(rf"(?<![\w.]){number}[-\s]?(?:{old})\b|\b(?:{lead})\s+{number}\b(?:\s+(?:{old})\b)?{more}", re.IGNORECASE)


def tokenize(raw: str, words: CountWords) -> list[Token]:
    """The words of a count with their kinds; number words and scales are made one number."""
    text = raw.replace("’", "'")
    for phrase, joined in words.joined:
        text = phrase.sub(joined, text)
    matches = list(_TOKEN.finditer(text))
    tokens: list[Token] = []
    at = 0
    while at < len(matches):
        taken, token = _phrase_at(matches, at, words)
        if taken < 2 or token.kind not in ("vague", "unstated", "zero"):
            number_taken, number = _number_at(matches, at, words)
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


def _number_at(matches: Sequence[re.Match[str]], at: int, words: CountWords) -> tuple[int, Token]:
    """How many tokens the number that begins here takes ("two hundred and fifty", "1.2 million"), and the number."""
    total, current, place = 0.0, 0.0, at
    while place < len(matches):
        match, word = matches[place], matches[place].group().lower()
        if place > at and _joins(matches, place, words):
            place += 1
            continue
        value = figure(match.group("number")) if match.group("number") else words.numbers.get(word)
        scale = words.language.scales.get(word)
        if value is not None and (place == at or (not match.group("number") and _adds(matches[place - 1], value, words))):
            current += value
        elif scale is not None:
            current = max(current, 1) * scale
            total, current = (total + current, 0.0) if scale >= 1000 else (total, current)
        else:
            break
        place += 1
    suffix = matches[place - 1].group("suffix") if place > at else None
    if place == at or suffix not in (None, "x", "+"):
        return 0, Token(kind="word", text="")
    text = " ".join(match.group() for match in matches[at:place])
    about = any(match.group().lower() in words.sets["about"] for match in matches[at:place])
    return place - at, Token(kind="number", text=text, value=round(total + current), about=about)


def figure(text: str) -> float:
    """The value of a number in figures: groups of three digits are thousands, whatever stands between them.

    So are lakhs and crores ("1,00,000").
    """
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+", text):
        return float(re.sub(r"\D", "", text))
    return float(re.sub(r"[\u00a0\u202f ]", "", text).replace(",", ".") if text.count(",") < 2 else re.sub(r"\D", "", text))


def _is_tens(word: str, words: CountWords) -> bool:
    return 20 <= words.numbers.get(word, 0) <= 90


def _adds(before: re.Match[str], value: float, words: CountWords) -> bool:
    """True where a number word goes on with the one before: "hundred fifty", "twenty one", not "two three"."""
    word = before.group().lower()
    if word in words.language.scales or word == "-" or word in words.joints:
        return True
    return (_is_tens(word, words) and value < 10) or (words.numbers.get(word, 0) >= 100 and value < 100)


def _joins(matches: Sequence[re.Match[str]], at: int, words: CountWords) -> bool:
    """True for the mark or word inside a number: "thirty-one", "two hundred and fifty", "treinta y dos"."""
    follows = matches[at + 1].group().lower() if at + 1 < len(matches) else ""
    before, joint = matches[at - 1].group().lower(), matches[at].group().lower()
    if joint == "-" and follows in words.language.scales:
        return before in words.numbers or before in words.language.scales  # "hundred-thousand", "two-hundred"
    after = words.numbers.get(follows)
    if after is None:
        return False
    if joint == "-":
        return _is_tens(before, words) and after < 20
    hundreds = words.language.scales.get(before, 0) >= 100 or words.numbers.get(before, 0) >= 100
    if hundreds:
        return after < 100 and joint in words.sets["join_hundreds"]
    tens_first = _is_tens(before, words) and after < 20
    units_first = 0 < words.numbers.get(before, 0) < 10 and 20 <= after <= 90
    return (tens_first or units_first) and joint in words.sets["join_tens"]
