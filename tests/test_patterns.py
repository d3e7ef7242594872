"""Patterns are compiled when they are first used: who lists incidents waits for none of those that read reports."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import crossread
from crossread import patterns

MODULE = """
from crossread import patterns as re

WORD = re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
TABLE = {"digits": re.compile(r"\\d+")}


def made():
    return re.compile(r"\\s")
"""


def _module() -> dict[str, object]:
    held: dict[str, object] = {}
    exec(compile(MODULE, "module", "exec"), held)
    return held


def test_a_pattern_is_compiled_when_it_is_first_used_and_takes_its_own_name_then() -> None:
    held = _module()
    waiting = held["WORD"]
    assert isinstance(waiting, patterns.Waiting)
    assert (waiting.pattern, repr(waiting)) == (r"(?P<word>[a-z]+)", "compile('(?P<word>[a-z]+)', 2)")
    assert held["WORD"] is waiting
    assert waiting.search("12 Ab")["word"] == "Ab"
    assert isinstance(held["WORD"], re.Pattern)
    assert held["WORD"].flags == waiting.flags == re.IGNORECASE | re.UNICODE


def test_one_in_a_table_and_one_of_another_module_go_on_as_they_are() -> None:
    held = _module()
    digits = held["TABLE"]["digits"]
    assert [match.span() for match in digits.finditer("1 and 22")] == [(0, 1), (6, 8)]
    assert (digits.sub("n", "a1"), digits.split("a1b"), digits.fullmatch("12").re.pattern) == ("an", ["a", "b"], digits.pattern)
    assert held["TABLE"]["digits"] is digits
    assert isinstance(held["made"](), re.Pattern)


def test_words_that_are_no_pattern_are_refused_at_first_use() -> None:
    broken = patterns.Waiting("(", 0, {})
    with pytest.raises(re.error):
        broken.search("a")
    with pytest.raises(AttributeError, match="no 'span'"):
        _ = broken.span


def test_no_module_of_the_package_compiles_patterns_while_it_is_imported() -> None:
    """It takes `re` from crossread.patterns; one that compiles none may have the library's."""
    home = Path(crossread.__file__).parent
    eager = [
        str(path.relative_to(home))
        for path in sorted(home.rglob("*.py"))
        if path != home / "patterns.py"
        and re.search(r"^import re$", text := path.read_text(encoding="utf-8"), re.MULTILINE)
        and "re.compile(" in text
    ]
    assert eager == []


def test_what_shows_incidents_loads_nothing_of_what_reads_reports() -> None:
    code = "import crossread.terminal, sys; print([name for name in sys.modules if name.startswith('crossread.normalize')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
