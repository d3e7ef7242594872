"""docs/guide.md tells of commands and options that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app

PAGE = (Path(__file__).parents[2] / "docs" / "guide.md").read_text(encoding="utf-8")
COMMANDS = ("read", "compare", "incidents", "show", "export", "status", "demo")


@pytest.fixture(scope="module")
def help_texts() -> dict[str, str]:
    """What each command says of itself."""
    runner = CliRunner()
    return {name: runner.invoke(app, [name, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).output for name in COMMANDS}


def test_every_command_on_the_page_exists(help_texts: dict[str, str]) -> None:
    """The page names exactly the commands that this list knows, and each of them answers to --help."""
    told = set(re.findall(r"crossread ([a-z]+)\b", "\n".join(re.findall(r"`[^`]+`|```[^`]+```", PAGE))))
    assert told == set(COMMANDS)
    assert all("Usage:" in text for text in help_texts.values())


def test_every_option_on_the_page_exists(help_texts: dict[str, str]) -> None:
    """Each option named anywhere on the page belongs to at least one command."""
    options = set(re.findall(r"--[a-z][a-z-]+", PAGE)) - {"--help"}
    known = set(re.findall(r"--[a-z][a-z-]+", "\n".join(help_texts.values())))
    assert options
    assert options - known == set()
