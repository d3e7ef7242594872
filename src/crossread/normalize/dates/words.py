"""Words of a date expression, each with its tag: the alphabet in which the date rules are written.

A run of words becomes a `shape`, one character a word, so that a rule is a regular expression over shapes and is the same in
every language: "the first week of June" and "la première semaine de juin" are both `OUM`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from crossread import patterns as re
from crossread.languages import Language, load_language
from crossread.normalize.dates.figures import QUARTER, UNKNOWN, read_short_figures, tags_of_mark, tags_of_quarter
from crossread.normalize.dates.tags import TAGS

LETTERS = re.compile(r"[^\W\d_]+")
DAY_OFFSETS = {"today": 0, "yesterday": -1, "day_before_yesterday": -2, "tomorrow": 1}
GLUE = ("-", ".", "/")

# What nothing begins with is asked first: else a space is tried against every kind of token, which takes most of the time.
_TOKEN = re.compile(
    r"""
    (?![^\S\n])(?:
      (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<iso>\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{4}(?P<mark>[/.])\d{2}(?P=mark)\d{2}\b)
    | (?P<numeric>\b\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})\b|\b\d{1,2}\.\d{2}(?=\s|$)(?!\s*[ap]\.?m))
    | (?P<stamp>\b\d{2}[0-2]\d[0-5]\d[a-z]\b)
    | (?P<packed>\b\d{1,2}[a-z]{3}(?:\d{4}|\d{2})?\b)
    | (?P<clock>\b[0-2]?\d(?::|h)[0-5]\d(?::\d\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d\d|\s[0-5]\d)?\s?[ap]\.?m\b\.?
        |\b[0-2]\d[0-5]\d(?:Z|H)\b|\b[0-2]\d\.?[0-5]\d(?=\s?(?:hrs|hours|local\stime|gmt|utc)\b
            |\s?\(\d\d:?\d\d\s?(?:gmt|utc|local)\b)|(?<=\bat\s)[0-2]\d[0-5]\d(?![\d,]))
    | (?P<decade>\b\d{4}['’]?s\b|['’][1-9]0s\b)
    | (?P<short_year>['’]\d{2}\b)
    | (?P<number>\d+(?P<suffix>st|nd|rd|th|er|re|e|º|ª|°|o|a)?(?![^\W_]))
    | (?P<dash>[-–—/−])
    | (?P<comma>[,"“”«»(\[\])])
    | (?P<stop>\n(?=[ \t]*(?:\n|[-–•*\d]))|\S)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One tagged word of a text: `value` is its month, weekday, number, year, unit or name; offsets are the text's."""

    tag: str
    value: int | str
    start: int
    end: int


# Most words of a text say nothing of dates: they share one mark, which has no place.
_ORDINARY = Word(tag=UNKNOWN, value="", start=0, end=0)


def shape_of(words: Sequence[Word]) -> str:
    """The tags of the words as one string, to match rules on."""
    return "".join([word.tag for word in words])


@lru_cache(maxsize=1 << 11)  # a sentence and a slot are read by several rules
def read_words(text: str, language: str = "en", *, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """All words and marks between two places of a text with their tags, in order; offsets count from the text's beginning.

    A line break ends an expression only before an empty line, a list item or a number: many reports come in wrapped lines.
    A numeric date comes as the words it stands for (day, month, year), each with the span of the whole.
    """
    lexicon = _lexicon(language)
    stems = lexicon.stems
    tokens = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words: list[Word] = []
    at, turns = 0, False
    while at < len(tokens):
        token = tokens[at]
        raw = token.group()
        letters = token.lastgroup == "word"
        if letters and len(raw) == 1 and (quarter := QUARTER.match(text, token.start())):
            words.extend(
                Word(tag=tag, value=value, start=token.start(), end=quarter.end()) for tag, value in tags_of_quarter(quarter)
            )
            at += 2
            continue
        if letters and raw.lower() not in stems and "'" not in raw and "’" not in raw:
            words.append(_ORDINARY)
            at += 1
            continue
        if letters or raw in stems:
            taken, word = lexicon.read(tokens, at)
            if word.tag != UNKNOWN or letters:
                turns = turns or word.value == "following"
                words.extend(_dual(word) if word.tag == "U" else (word,))
                at += taken
                continue
        if token.lastgroup == "number" and (figures := read_short_figures(text, tokens[at : at + 4], lexicon.language)):
            words.extend(Word(tag=tag, value=value, start=token.start(), end=tokens[at + 2].end()) for tag, value in figures)
            at += 3
            continue
        if not (raw == "." and _is_abbreviation(tokens, at, lexicon)):
            words.extend(_read_mark(token, lexicon))
            if _is_short_year(tokens, at, words):
                words[-1] = replace(words[-1], tag="y")
        at += 1
    return tuple(_after_what_is_owned(words, text) if turns else words)


def _after_what_is_owned(words: list[Word], text: str) -> list[Word]:
    """ "following Saturday's attack" comes after it, as "after" does; "the following Saturday" is the next one."""
    for at, word in enumerate(words):
        if word.value != "following" or (at and words[at - 1].tag == " ") or text[word.start : word.end].lower() != "following":
            continue
        named = next((one for one in words[at + 1 : at + 4] if one.tag not in "DMNAXIYTPj "), None)
        last = words[words.index(named) - 1] if named is not None else words[-1]
        if last is not word and text[last.start : last.end].lower().endswith(("'s", "’s", "s'", "s’")):
            words[at] = replace(word, tag="w", value="after")
    return words


def _dual(word: Word) -> tuple[Word, ...]:
    """ "two weeks" in one word, as Arabic has it, is a number and a unit."""
    if not str(word.value).startswith("two_"):
        return (word,)
    return replace(word, tag="N", value=2), replace(word, value=str(word.value).removeprefix("two_"))


@cache
def phrases_with_tags(tags: frozenset[str], language: str) -> tuple[frozenset[str], ...]:
    """The words of each of the language's phrases of these tags, in small letters: a text that tells one has them all.

    Single letters are left out ("women's day" is also written "womens day") but where there is nothing else ("a.m").
    """
    found: dict[frozenset[str], None] = {}
    for phrase, tag, _ in _entries(load_language(language)):
        words = LETTERS.findall(phrase.lower()) if tag in tags else ()
        if words:
            found[frozenset(word for word in words if len(word) > 1) or frozenset(words)] = None
    return tuple(found)


_Phrase = tuple[tuple[str, ...], str, int | str]


class _Lexicon:
    """The phrases of one language by their first word, then by their second ("" for none), longest first."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.stems: dict[str, dict[str, list[_Phrase]]] = {}
        for phrase, tag, value in _entries(language):
            words = tuple(match.group() for match in re.finditer(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+", phrase))
            second = _plain(words[1]) if len(words) > 1 else ""
            self.stems.setdefault(words[0], {}).setdefault(second, []).append((words, tag, value))
        for seconds in self.stems.values():
            for entries in seconds.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def read(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[int, Word]:
        """How many tokens the phrase at this place takes, and its word; an unknown word takes one."""
        raw = tokens[at].group()
        first = raw.lower().replace("’", "'")
        stems = (first,) if "'" not in first else (first, first.removesuffix("'s").removesuffix("'"), first.split("'", 1)[1])
        for stem in stems:
            seconds = self.stems.get(stem)
            if seconds is None:
                continue
            second = _second(tokens, at) if len(seconds) > 1 or "" not in seconds else ""
            for words, tag, value in (*(seconds.get(second, ()) if second else ()), *seconds.get("", ())):
                taken = _match(tokens, at, words)
                if taken:
                    tag = UNKNOWN if self._is_ordinary(tokens, at, first, tag) else tag
                    return taken, Word(tag=tag, value=value, start=tokens[at].start(), end=tokens[at + taken - 1].end())
        return 1, Word(tag=UNKNOWN, value=first, start=tokens[at].start(), end=tokens[at].end())

    def _is_ordinary(self, tokens: Sequence[re.Match[str]], at: int, word: str, tag: str) -> bool:
        """True where a word such as "may" or "sat" is no month or weekday: in lower case and without a number beside it."""
        if tag not in "MDA" or word not in self.language.ambiguous or not tokens[at].group()[0].islower():
            return False
        beside = [tokens[place] for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
        return len(tokens) > 1 and not any(token.lastgroup in ("number", "dash") or token.group("number") for token in beside)


@cache
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon(load_language(code))


def _entries(language: Language) -> Iterator[tuple[str, str, int | str]]:
    for phrase, month in language.months.items():
        yield phrase, "M", month
    for phrase, weekday in language.weekdays.items():
        yield phrase, "D", weekday
    for phrase, season in language.seasons.items():
        yield phrase, "A", season
    for phrase, holiday in language.holidays.items():
        yield phrase, "X", holiday
    for phrase, decade in language.decades.items():
        yield phrase, "K", decade
    for phrase, islamic in language.islamic_months.items():
        yield phrase, "I", islamic
    for phrase, number in (*language.numbers.items(), *_compound(language)):
        yield phrase, "N", number
    for phrase, ordinal in language.ordinals.items():
        if ordinal > 0:
            yield phrase, "O", ordinal
    for phrase, role in language.date_words.items():
        yield phrase, TAGS[role], role


def _compound(language: Language) -> Iterator[tuple[str, int]]:
    """Tens with ones behind them, "thirty-eight"; hyphen or space."""
    tens = [(word, value) for word, value in language.numbers.items() if value in range(20, 100, 10)]
    ones = [(word, value) for word, value in language.numbers.items() if 0 < value < 10]
    yield from ((f"{ten}-{one}", high + low) for ten, high in tens for one, low in ones)


def _match(tokens: Sequence[re.Match[str]], at: int, words: tuple[str, ...]) -> int:
    """How many tokens from `at` on spell these words; marks glued between them ("al-fitr", "a.m") are stepped over."""
    place = at + 1
    for word in words[1:]:
        glued = place < len(tokens) and tokens[place].start() == tokens[place - 1].end()
        mark = tokens[place].group() if glued else ""
        if word.isdigit() and mark != "/":
            return 0
        if mark in GLUE:
            place += 1
        if place >= len(tokens) or _plain(tokens[place].group().lower()) != _plain(word):
            return 0
        place += 1
    return place - at


def _second(tokens: Sequence[re.Match[str]], at: int) -> str:
    """The word after a token as `_match` compares it; "" at the end."""
    place = at + 1
    if place < len(tokens) and tokens[place].start() == tokens[at].end() and tokens[place].group() in GLUE:
        place += 1
    return _plain(tokens[place].group().lower()) if place < len(tokens) else ""


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _is_short_year(tokens: Sequence[re.Match[str]], at: int, words: Sequence[Word]) -> bool:
    """True for the "90" of "04 JAN 90": two figures behind day and month, and no word that they could count behind them."""
    if len(tokens[at].group()) != 2 or shape_of(words[-3:]) != "NMN":
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.lastgroup != "word" or tokens[at].group()[0] == "0"


def _is_abbreviation(tokens: Sequence[re.Match[str]], at: int, lexicon: _Lexicon) -> bool:
    """True for the full stop of "Jan." or "Mr.": it ends no sentence."""
    before = tokens[at - 1] if at else None
    return (
        before is not None and before.end() == tokens[at].start() and before.group().lower() in lexicon.language.abbreviations
    )


def _read_mark(token: re.Match[str], lexicon: _Lexicon) -> Iterator[Word]:
    """The words a token stands for that is no word of letters."""
    for tag, value in tags_of_mark(token, lexicon.language):
        yield Word(tag=tag, value=value, start=token.start(), end=token.end())
