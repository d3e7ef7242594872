"""No pattern that ignores the case asks for a capital letter: there `[A-Z]` matches every letter and asks for nothing."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from re import _constants as codes
from re import _parser as parser
from typing import Any

import pytest

import crossread
from crossread.patterns import Waiting

CAPITALS, SMALL = (ord("A"), ord("Z")), (ord("a"), ord("z"))


def _iter_patterns() -> Iterator[tuple[str, re.Pattern[str] | Waiting]]:
    """Each pattern that a module keeps, alone or in a row or table, with where it stands."""
    for module in pkgutil.walk_packages(crossread.__path__, "crossread."):
        if module.name.endswith("__main__") or ".migrations." in module.name:  # these run when they are imported
            continue
        try:
            held = vars(importlib.import_module(module.name))
        except ImportError:  # an extra that is not installed
            continue
        for name, value in held.items():
            for one in _flat(value):
                if isinstance(one, re.Pattern | Waiting) and isinstance(one.pattern, str):
                    yield f"{module.name}.{name}", one


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _flat(one)
    else:
        yield value


def _asks_for_capitals(pattern: str, flags: int = 0) -> bool:
    """True if a class of capitals stands where the case is ignored; one inside `(?-i:…)` means what it says."""
    return _is_blind(parser.parse(pattern, flags), bool(flags & re.IGNORECASE))


def _is_blind(parts: Any, ignored: bool) -> bool:
    for code, value in parts:
        if code is codes.IN and ignored and _is_of_capitals(value):
            return True
        if code is codes.SUBPATTERN:
            _, added, taken, inner = value
            if _is_blind(inner, (ignored or bool(added & re.IGNORECASE)) and not taken & re.IGNORECASE):
                return True
        elif any(_is_blind(inner, ignored) for inner in _parts_of(value)):
            return True
    return False


def _is_of_capitals(members: Any) -> bool:
    """True for `[A-Z]` and for `[^\\W\\d_a-z]`, letters that are not small."""
    ranges = [value for code, value in members if code is codes.RANGE]
    if members[0][0] is codes.NEGATE:
        no_word = (codes.CATEGORY, codes.CATEGORY_NOT_WORD) in members
        return no_word and SMALL in ranges and CAPITALS not in ranges
    return CAPITALS in ranges and SMALL not in ranges


def _parts_of(value: Any) -> Iterator[Any]:
    """The patterns inside a repeat, a branch, a look-around."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _parts_of(one)


def test_no_pattern_asks_for_a_capital_and_ignores_the_case() -> None:
    """Where the case of one word counts, that word stands in `(?-i:…)`; where it does not, the class is `[a-z]`."""
    assert not {where for where, found in _iter_patterns() if _asks_for_capitals(found.pattern, found.flags)}


@pytest.mark.parametrize(
    "pattern", [r"to\s+[A-Z]", r"(?:the )?([A-Z]\w+ ){0,2}army", r"on(?= [A-Z])", r"x|[A-Z0-9]+", r"[^\W\d_a-z]"]
)
def test_a_class_of_capitals_is_found(pattern: str) -> None:
    """Alone, in repeats, look-arounds and branches, by flag and by group; with the case it is what it seems."""
    assert _asks_for_capitals(pattern, re.IGNORECASE)
    assert _asks_for_capitals(f"(?i:{pattern})")
    assert not _asks_for_capitals(pattern)


@pytest.mark.parametrize("pattern", [r"to\s+(?-i:[A-Z])", r"[A-Za-z]+", r"[a-z]+", r"[^\W\d_]", r"[^a-z]", r"the UN"])
def test_what_means_the_same_in_both_cases_is_not(pattern: str) -> None:
    """Other classes, and capitals that are told not to be ignored."""
    assert not _asks_for_capitals(pattern, re.IGNORECASE)
