"""The words that a language file has for each kind of cue around a date: saying, the future, a length."""

from __future__ import annotations

from functools import cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.worded import any_of


def stands(language: str, kind: str, words: str) -> bool:
    """True if a cue stands anywhere in the words."""
    return cue(language, kind, r"\b(?:%s)\b").search(words) is not None


def ends(language: str, kind: str, words: str) -> bool:
    """True if a cue is the last thing said, but for a preposition or article before the date."""
    return cue(language, kind, r"\b(?:%s)(?:\s+\S{1,3})?\s*$").search(words[-60:]) is not None


def begins(language: str, kind: str, words: str) -> bool:
    """True if a cue is the first thing said."""
    return cue(language, kind, r"\s*(?:%s)(?!\w)").match(words) is not None


@cache
def cue(language: str, kind: str, frame: str) -> re.Pattern[str]:
    """The pattern of the language's cues of a kind in a frame that has a place for them."""
    phrases = load_language(language).date_cues.get(kind, ())
    return re.compile(frame % (any_of(phrases) or r"(?!)"))
