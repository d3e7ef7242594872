"""Heads of a count: what each part of an enumeration is worth, with or without a number in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.normalize.counts.words import CountWords, Token

_PARTICLES = frozenset("al el bin ibn abu de la las los da do dos das van von der den di du le ould ag ben bint ul ur".split())
_DEMONYM = re.compile(r"(?:ians|eans|[^aeiou]ans|is|ites|ists|ers|ese|nds)$", re.IGNORECASE)
_HEDGE = re.compile(r"(?:reported|alleged|apparent|possib|suppos|presumab)l?y|still|later|also")
_LEADS = ("number", "one", "two", "three", "possessive", "half", "between")


def count_heads(tokens: Sequence[Token], words: CountWords) -> int | None:
    """How many all heads of an enumeration make together, or None where the words do not say.

    "five officers and soldiers" is five: a bare plural behind "and" only names more of the same. "a rapper and militant NAME"
    is one person; "NAME and NAME" are two.
    """
    parts = split_heads(tokens, words)
    if not parts:
        return None
    first = _part_count(parts[0], words)
    if first is None or any(_is_bare_plural(part, words) and not _has_number(parts[0]) for part in parts[1:]):
        return None
    return first + sum(_added(part, parts[0], words) for part in parts[1:])


def _has_number(part: Sequence[Token]) -> bool:
    return any(token.kind == "number" for token in part)


def _is_bare_plural(part: Sequence[Token], words: CountWords) -> bool:
    """True for "passengers" in "driver and passengers": how many is not told."""
    noun = _noun(part, words)
    bare = part[0].kind not in _LEADS and noun is not None and noun.text.islower()
    return bare and noun is not None and _is_plural(noun, words)


def split_heads(tokens: Sequence[Token], words: CountWords) -> list[list[Token]]:
    """The parts of an enumeration: cut at "and", and at commas before a new number, article or name."""
    parts: list[list[Token]] = [[]]
    listed = any(token.kind == "and" for token in tokens)
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind == "and":
            parts.append([])
        elif token.kind == "comma":
            opens = after is not None and (after.kind in _LEADS or after.text[:1].isupper())
            if not (listed and opens and any(one.kind == "and" for one in tokens[at:])):
                later = [one for one in tokens[at:] if one.kind == "and"]
                if not later:
                    break
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _part_count(part: Sequence[Token], words: CountWords) -> int | None:
    """The worth of one head: its number, two for a pair, one for an article, a singular or a name."""
    pair = next((size for kind, size in (("two", 2), ("three", 3)) if any(token.kind == kind for token in part)), None)
    for at, token in enumerate(part):
        if token.kind == "number" and not _describes(part[:at], words) and not _is_year(token, part, words):
            half = any(one.kind == "half" for one in part[:at])
            return pair if pair and token.value == 1 else token.value // 2 if half else token.value
    if pair:
        return pair
    return _unnumbered(part, words)


def _describes(before: Sequence[Token], words: CountWords) -> bool:
    """True for a number behind "of" or "from" that counts something else: "residents of two villages", not "family of five"."""
    nouns = [token for token in before if token.kind == "word"]
    tail = any(token.kind == "tail" for token in before)
    return tail and bool(nouns) and not any(token.lower in words.sets["group"] for token in nouns)


def _is_year(number: Token, part: Sequence[Token], words: CountWords) -> bool:
    """True for the year in "1976 laureate NAME"."""
    return number.text.isdigit() and 1900 <= number.value <= 2100 and len(part) > 2 and _is_name(part, words)


def _unnumbered(part: Sequence[Token], words: CountWords) -> int | None:
    noun = _noun(part, words)
    article = part[0].kind in ("one", "possessive")
    if noun is None:
        return 1 if part[0].kind == "one" else None
    if part[0].kind == "one":
        return 1
    if noun.text.islower() and _is_plural(noun, words):
        return None
    if _is_name(part, words):
        return 1
    if _is_plural(noun, words):
        return None
    if article:
        return 1
    return None if noun.lower in words.sets["verbal"] else 1


def _noun(part: Sequence[Token], words: CountWords) -> Token | None:
    """The last word before what only describes ("of", "in", "from")."""
    noun: Token | None = None
    for token in part:
        if token.kind in ("tail", "comma") and noun is not None:
            break
        if token.kind == "word" and not _HEDGE.fullmatch(token.lower):
            noun = token
    return noun


def _is_name(part: Sequence[Token], words: CountWords) -> bool:
    """True where the head ends in a person's name: capitals, but no plural of a people."""
    told = [token for token in part if token.kind in ("word", "tail", "one")]
    if not told or told[-1].kind == "tail":
        return False
    last = told[-1].text
    if not last[:1].isupper() or (last.isupper() and len(told) < 2):
        return False
    if last.lower() in words.sets["peoples"] or (len(told) == 1 and last.endswith("s")):
        return False
    if last.lower() in _plural_people():
        return False  # "New York Police Department Officers"
    if len(told) == 2 and last.endswith("s") and _DEMONYM.search(last):
        return False
    if all(token.text.isupper() for token in told) and last.lower().endswith("s"):
        return told[0].lower in words.sets.get("titles", frozenset())  # "JESUIT PRIESTS", but "COLONEL BENAVIDES"
    return last.lower() not in words.sets["collective"]


@cache
def _plural_people() -> frozenset[str]:
    """The plurals by which the codebook knows people."""
    words = MentionWords.load()
    people = (*words.by_role, *(noun for noun, kind in words.nouns.items() if kind != "object"))
    return frozenset(noun for noun in people if noun.endswith(("s", "men", "children")))


def _is_plural(noun: Token, words: CountWords) -> bool:
    word = noun.lower.removesuffix("'s").removesuffix("'")
    if word in words.sets["collective"] or word in words.sets["peoples"]:
        return True
    if word in words.sets["singular_s"] or word.endswith("ss") or (noun.text.isupper() and len(word) < 5):
        return False
    return word.endswith(tuple(words.sets.get("plural_endings", ("s", "men"))))


def _added(part: Sequence[Token], first: Sequence[Token], words: CountWords) -> int:
    """What a further head adds: its number or article, a second name, or a second relative ("her husband and son")."""
    if part[0].lower == "the" and len(part) > 1 and part[1].text[:1].isupper():
        return 0
    if part[0].kind in _LEADS:
        return _part_count(part, words) or 0
    if any(token.kind == "number" for token in first):
        return 0
    described = first[0].kind in _LEADS and any(token.kind == "tail" for token in first)
    named = [token for token in first if token.kind == "word"][-1:]
    if _all_name(part) and not described and any(token.text[:1].isupper() for token in named):
        return 1
    if not described and _ends_in_full_name(first) and _is_titled_name(part):
        return 1
    if first[0].kind == "one" and _is_person(part, words) and _is_person(first, words):
        return 1
    owned = first[0].kind == "possessive" or any(token.text.endswith("'s") for token in first)
    noun = _noun(part, words)
    owned = owned and noun is not None and noun.text.islower() and len(part) < 3 and first[-1].text.islower()
    return 1 if owned and noun is not None and not _is_plural(noun, words) else 0


def _is_person(part: Sequence[Token], words: CountWords) -> bool:
    """True for "man" in "a man, woman and 6-year-old boy": words that no one person can have two of."""
    noun = _noun(part, words)
    return noun is not None and noun.text.islower() and noun.lower in words.sets.get("persons", frozenset()) and len(part) < 4


def _ends_in_full_name(part: Sequence[Token]) -> bool:
    """True for "Lawyer Ana Sitoe"; not for "Former Minister", whose last word says what somebody is."""
    capitals = [token for token in part[-2:] if token.kind == "word" and token.text[:1].isupper()]
    return len(capitals) == 2 and not any(_says_what(token) for token in capitals[-1:])


def _is_titled_name(part: Sequence[Token]) -> bool:
    """True for "union official Pedro Guambe": what somebody is in small letters, and his name behind it, no more.

    Of 10,428 hand-coded numbers it changes one, "reporter NAME, cameraman NAME, and newspaper reporter NAME", to three.
    """
    plain = all(token.kind in ("word", "dash") for token in part)
    small = [token for token in part if token.text[:1].islower() and token.lower not in _PARTICLES]
    named = bool(part) and part[-1].text[:1].isupper() and not _says_what(part[-1])
    return plain and named and any(_says_what(token) for token in small) and not any(_is_many(token) for token in small)


def _says_what(token: Token) -> bool:
    words = MentionWords.load()
    return token.lower in words.nouns or token.lower in words.by_role


def _is_many(token: Token) -> bool:
    return token.lower in _plural_people()


def _all_name(part: Sequence[Token]) -> bool:
    return all(token.text[:1].isupper() or token.lower in _PARTICLES or token.kind in ("dash", "other") for token in part)
