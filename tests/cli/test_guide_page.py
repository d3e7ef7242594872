"""docs/guide.md tells of commands and options that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from crossread.cli.door import app

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
OPTION = r"--[a-z][a-z-]+"
COMMANDS = (
    "read",
    "compare",
    "incidents",
    "show",
    "export",
    "coverage",
    "dealings",
    "status",
    "demo",
    "amend",
    "withdraw",
    "audit",
    "correct",
)


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
    """Each option named anywhere on the page belongs to at least one command, each one in an example to its command."""
    options = set(re.findall(OPTION, PAGE)) - {"--help"}
    known = set(re.findall(OPTION, "\n".join(help_texts.values())))
    assert options
    assert options - known == set()
    examples = "\n".join(re.findall(r"```\n(.*?)```", PAGE, re.DOTALL))
    for command, rest in re.findall(r"^crossread ([a-z]+)(.*)$", examples, re.MULTILINE):
        assert set(re.findall(OPTION, rest)) <= set(re.findall(OPTION, help_texts[command])), (command, rest)


def test_no_message_or_page_names_a_command_that_does_not_exist() -> None:
    """Whoever follows the advice of an error, a docstring or a page finds the command."""
    pages = [*(ROOT / "src").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    told = {
        (path.name, command)
        for path in pages
        for command in re.findall(r"`(?:\S*/)?crossread ([a-z]+)\b", path.read_text(encoding="utf-8"))
    }
    assert ("guide.md", "read") in told
    known = set(getattr(get_command(app), "commands", {}))
    assert {row for row in told if row[1] not in known} == set()
