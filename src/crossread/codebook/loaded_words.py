"""Loaded words of reports: labels, verdicts, calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from crossread import patterns as re
from crossread.codebook.codebook import read_toml
from crossread.errors import CodebookError
from crossread.records import Span

LOADED_KINDS = ("label", "verdict", "call", "distance")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWords:
    """The word lists by kind, and one pattern for all of them."""

    words: dict[str, tuple[str, ...]]
    pattern: re.Pattern[str]

    @classmethod
    @cache
    def load(cls) -> LoadedWords:
        """The lists that ship with crossread, read once per process."""
        return cls.read(Path(str(files("crossread.codebook"))) / "labels.toml")

    @classmethod
    def read(cls, path: Path) -> LoadedWords:
        """The lists of one file; refuses an unknown kind and a list without words or reason."""
        words: dict[str, tuple[str, ...]] = {}
        for kind, table in read_toml(path).items():
            listed = table.get("words")
            if kind not in LOADED_KINDS or not isinstance(listed, list) or not listed or not table.get("reason"):
                raise CodebookError(
                    "A list of loaded words is not in order.",
                    where=f"{path.name} [{kind}]",
                    expected=f"one of {', '.join(LOADED_KINDS)}, with reason and words",
                    found=", ".join(table),
                )
            words[kind] = tuple(str(word) for word in listed)
        return cls(words=words, pattern=_pattern(words))

    def iter_spans(self, text: str) -> Iterator[tuple[str, Span]]:
        """Every loaded word of a text with its kind: a feature or a highlight, not yet a coded wording row."""
        for match in self.pattern.finditer(text):
            yield str(match.lastgroup), Span(start=match.start(), end=match.end())


def _pattern(words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    groups = []
    for kind, listed in words.items():
        longest_first = sorted(listed, key=len, reverse=True)
        groups.append(f"(?P<{kind}>" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first) + ")")
    return re.compile(r"(?<!\w)(?:" + "|".join(groups) + r")(?!\w)", re.IGNORECASE)
