"""Capitalised words that are nobody's name: how a sentence begins, peoples, institutions, abbreviations.

The forms that find names go by capitals. What they find is held against these lists, so that "About 30 civilians" and
"NGO" stay.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word, fold_name, split_words

LONGEST_ABBREVIATION = 8  # letters
_VOWELS = frozenset("AEIOUY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nobody:
    """Folded words by why they name nobody. `given` are those of them that are given names as well."""

    leading: frozenset[str]
    to_places: frozenset[str]
    given: frozenset[str]
    plain: frozenset[str]
    institutions: frozenset[str]
    heads: frozenset[str]
    phrases: tuple[str, ...]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    units: frozenset[str]
    sites: frozenset[str]

    @classmethod
    @cache
    def load(cls) -> Nobody:
        """The lists that ship with crossread, `nobody.toml`."""
        tables = tomllib.loads(files("crossread.export").joinpath("nobody.toml").read_text(encoding="utf-8"))
        leading, kinds = tables["leading"], tables["institutions"]
        return cls(
            leading=_fold(leading["words"]),
            to_places=_fold(leading["to_places"]),
            given=_fold(leading["given"]),
            plain=_fold(tables["describing"]["words"]) | _fold(tables["peoples"]["words"]),
            institutions=_fold(kinds["words"]),
            heads=_fold(kinds["heads"]),
            phrases=tuple(kinds["phrases"]),
            abbreviations=_fold(tables["abbreviations"]["words"]),
            numbered=_fold(tables["numbered"]["words"]),
            units=frozenset(tables["units"]["words"].split()),
            sites=frozenset(tables["units"]["sites"].split()),
        )


def strip_leading(words: str) -> str:
    """The words without those that only begin a slot or a sentence ("Three Sri Lankan"); empty where they lead to a place."""
    lists = Nobody.load()
    for word in split_words(words):
        if word.stem not in lists.leading or word.stem in lists.given:
            return words[word.start :]
        if word.stem in lists.to_places:
            return ""
    return ""


def names_nobody(words: str) -> bool:
    """True where these capitalised words can be no person's name: all plain, an institution, an abbreviation, a known group."""
    lists, found = Nobody.load(), split_words(words)
    folded = fold_name(words)
    if (
        not found
        or len(folded) == 1
        or folded in MentionWords.load().nations
        or any(f" {phrase} " in f" {folded} " for phrase in lists.phrases)
    ):
        return True
    ends = found[-1].stem in lists.institutions or found[0].stem in lists.heads
    if len(found) > 1 and (ends or ActorRegistry.load().candidates(words)):
        return True
    return all(map(is_plain, found))


def is_plain(word: Word) -> bool:
    """True for a word that says what people are, where, or how many, and is no part of anybody's name."""
    lists, nobody = MentionWords.load(), Nobody.load()
    stem = word.stem
    listed = (
        stem in nobody.leading
        or stem.removesuffix("s") in nobody.plain
        or stem in lists.nations
        or stem in lists.nouns
        or stem in lists.by_role
    )
    return listed or any(map(str.isdigit, word.written)) or not word.written[0].isalpha() or is_abbreviation(word.written)


def may_be_given(words: str) -> bool:
    """True if the last word is plain elsewhere and a name where a title, an age or kin stands beside it ("Prince", "Cook")."""
    return any(word.stem in Nobody.load().given for word in split_words(words)[-1:])


def has_number(words: str) -> bool:
    """True where the number behind these words is of a camp, a unit, a road, and no age ("Camp 14")."""
    return any(word.stem in Nobody.load().numbered for word in split_words(words)[-1:])


def is_abbreviation(written: str) -> bool:
    """True for `NGO`, `MSF`, `UNICEF`; a name in capitals (`OMAR`) has vowels and is in no list."""
    if not written.isupper() or not 2 <= len(written) <= LONGEST_ABBREVIATION:
        return False
    return not _VOWELS & set(written) or fold_name(written) in Nobody.load().abbreviations


def _fold(words: str) -> frozenset[str]:
    return frozenset(map(fold_name, words.split()))
