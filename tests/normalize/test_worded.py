"""A pattern with words matches nothing without one of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import crossread.normalize
from crossread.normalize.worded import Worded, any_of, in_small_letters

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def _all_worded() -> Iterator[tuple[str, Worded]]:
    for module in pkgutil.walk_packages(crossread.normalize.__path__, "crossread.normalize."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Worded):
                yield f"{module.name}.{name}", value


ALL = dict(_all_worded())


def _letter(kind: Any, value: Any) -> str:
    """The one plain letter or sign that stands here, be it a capital or small; "" for all else."""
    codes = [code for _, code in value] if kind is op.IN and all(k is op.LITERAL for k, _ in value) else []
    codes = [value] if kind is op.LITERAL else codes
    letters = {chr(code).lower() for code in codes if code < 128}
    return letters.pop() if len(letters) == 1 and all(code < 128 for code in codes) else ""


def _needs(parsed: Sequence[Any], words: Sequence[str]) -> bool:
    """True where all that the parsed pattern takes in holds one of the words: a run of letters does, or a part or every branch.

    What stands in a look ahead or behind is not taken in and proves nothing, nor does what may be left out.
    """
    run = ""
    for kind, value in parsed:
        letter = _letter(kind, value)
        run = run + letter if letter else ""
        if any(word in run for word in words):
            return True
        if kind is op.SUBPATTERN and _needs(value[3], words):
            return True
        if kind is op.ATOMIC_GROUP and _needs(value, words):
            return True
        if kind in REPEATS and value[0] > 0 and _needs(value[2], words):
            return True
        if kind is op.BRANCH and all(_needs(branch, words) for branch in value[1]):
            return True
    return False


def test_there_are_patterns_with_words() -> None:
    """The walk over the rooms finds them."""
    assert len(ALL) > 30


@pytest.mark.parametrize("name", ALL)
def test_pattern_matches_nothing_without_one_of_its_words(name: str) -> None:
    """Taken apart, every way through the pattern takes in one of the words."""
    worded = ALL[name]
    assert _needs(parser.parse(worded.compiled.pattern, worded.compiled.flags), worded.words)


@pytest.mark.parametrize("name", ALL)
def test_words_are_plain_small_letters(name: str) -> None:
    """They are looked for in a text in small letters, so that another word would never be found."""
    assert all(re.fullmatch(r"[a-z-]+", word) for word in ALL[name].words)


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("kill", r"\b(?:kill|hurt)\b"),
        ("kill", r"(?:kill)?\w+"),
        ("kill", r"(?=kill)\w+"),
        ("killed", r"kill(?:ed|s)"),
        ("kill", r"\w+(?<=kill)"),
        ("kill", r"ki[l]+"),
    ],
)
def test_the_proof_refuses_words_that_a_match_may_lack(words: str, pattern: str) -> None:
    """Another branch, a part that may be left out and what is only looked at are no proof."""
    assert not _needs(parser.parse(pattern), words.split())


def test_search_gives_what_the_pattern_alone_gives() -> None:
    """Within a stretch too, where the words around it count for what is looked ahead and behind."""
    worded = Worded("kill hurt", r"(?<=was )(?:kill|hurt)\w*", re.IGNORECASE)
    text = "One was KILLED and one was hurt, killed"
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert [m.span() for m in worded.finditer(text, start, end)] == [
                m.span() for m in worded.compiled.finditer(text, start, end)
            ]
            found = worded.compiled.search(text, start, end)
            assert (worded.search(text, start, end) is None) == (found is None)
    assert list(worded.finditer("nobody was seen")) == []


@pytest.mark.parametrize("written", ["KILLED", "Kılled", "KİLLED", "\u212aILLED", "kiſſ"])
def test_letters_that_a_pattern_takes_for_the_same_are_the_same(written: str) -> None:
    """Whatever matches without regard to case is found in the small letters."""
    plain = "kiss" if "ſ" in written else "killed"
    assert re.fullmatch(plain, written, re.IGNORECASE)
    assert plain in in_small_letters(f"é {written}")


@pytest.mark.parametrize(
    "words", [["south", "southern", "north", "S.", "süd"], ["a.m", "am", "a"], ["one"], ["Über", "über", "unter"]]
)
def test_a_choice_by_first_letters_takes_what_the_plain_choice_takes(words: list[str]) -> None:
    """The same words, the earlier one of two that begin alike first, whatever the case."""
    plain, parted = (re.compile(p, re.IGNORECASE) for p in ("|".join(map(re.escape, words)), any_of(words)))
    text = " ".join((*words, *(word.upper() for word in words), "southerner, amber, Norther S-"))
    assert [m.span() for m in parted.finditer(text)] == [m.span() for m in plain.finditer(text)]
