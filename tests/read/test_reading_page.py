"""docs/reading.md says what the code does."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from crossread.read import Limits, list_reasons
from crossread.registry import list_plugins

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/crossread/read").glob("*.py"))


def test_the_table_of_reasons_is_that_of_the_code() -> None:
    """Every reason stands in the page with the same words, and no other does."""
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", PAGE.split("## Why a file or row was refused")[1], re.MULTILINE)
    assert rows == [(code, row["what"], row["next_step"]) for code, row in sorted(list_reasons().items())]


def test_every_reason_is_used() -> None:
    """No reason is listed that the code never gives, and none is given that is not listed."""
    used = set(re.findall(r'refusal\(\s*"(\w+)"', SOURCE)) | set(re.findall(r'_reject\([^"]+"(\w+)"', SOURCE))
    used |= set(re.findall(r'"(not_found|unreadable|symlink_loop|corrupt|no_entries)"', SOURCE))
    assert used == set(list_reasons())


def test_the_table_of_limits_is_that_of_the_code() -> None:
    """Every limit stands in the page with its value."""
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", PAGE.split("## Limits")[1], re.MULTILINE))
    limits = Limits.default()
    assert {name: float(value.replace(",", "")) for name, value in rows.items()} == {
        field.name: float(getattr(limits, field.name)) for field in fields(limits)
    }


def test_every_reader_is_described() -> None:
    """The table of formats has a row for each reader that comes with crossread."""
    described = set(re.findall(r"^\| `(\w+@\d+)` \|", PAGE, re.MULTILINE))
    assert described == {name for name, plugin in list_plugins("readers").items() if plugin.__module__.startswith("crossread.")}
