"""The nouns, titles and nationality words by which a mention without a name is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossread.codebook.codebook import read_toml
from crossread.codebook.name_folding import fold_name
from crossread.errors import CodebookError

NOUN_LISTS = frozenset(
    "object civilians officials journalists aid_workers police protesters rioters rebel_group political_militia communal_militia "
    "unidentified_armed_group peacekeepers unknown military government".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """How a state and its people are called; registry ids of its forces where they have a name of their own."""

    country: str
    name: str
    adjective: str
    forces: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """Folded phrases by what they tell. `nouns` gives the list a noun stands in, `by_role` the types that hang on the role.

    `nations` gives country and sort (`name`, `adjective`, `people`) of a nationality word.
    """

    nouns: Mapping[str, str]
    by_role: Mapping[str, tuple[str, str]]
    transparent: frozenset[str]
    titles: Mapping[str, str]
    cuts: frozenset[str]
    ordinary: frozenset[str]
    nations: Mapping[str, tuple[str, str]]
    states: Mapping[str, Nation]
    protest: tuple[str, ...]
    protest_window: int
    grace_days: int
    rule_scores: Mapping[str, float]

    @classmethod
    @cache
    def load(cls) -> MentionWords:
        """The lists that ship with crossread, read once per process."""
        return cls.read(Path(str(files("crossread.codebook"))))

    @classmethod
    def read(cls, folder: Path) -> MentionWords:
        """The lists of one folder; refuses an unknown list and a noun in two lists."""
        tables: dict[str, Any] = dict(read_toml(folder / "mentions.toml"))
        nations, states = _read_nations(folder / "demonyms.toml")
        return cls(
            nouns=_read_nouns(tables["nouns"]),
            by_role={fold_name(word): (types[0], types[1]) for word, types in tables["by_role"].items()},
            transparent=_folded(tables["transparent"]["words"]),
            titles={fold_name(word): kind for kind, words in tables["titles"].items() for word in words},
            cuts=_folded(tables["cut"]["words"]),
            ordinary=_folded(tables["ordinary_words"]["words"]),
            nations=nations,
            states=states,
            protest=tuple(tables["protest"]["words"]),
            protest_window=tables["protest"]["window"],
            grace_days=tables["limits"]["anachronism_grace_days"],
            rule_scores=tables["rule_scores"]["right"],
        )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold_name(word) for word in words)


def _read_nouns(lists: Mapping[str, list[str]]) -> dict[str, str]:
    nouns: dict[str, str] = {}
    for name, words in lists.items():
        if name not in NOUN_LISTS:
            raise CodebookError(
                "There is no such list of nouns.", where="mentions.toml", expected=", ".join(sorted(NOUN_LISTS)), found=name
            )
        for word in words:
            if nouns.setdefault(fold_name(word), name) != name:
                raise CodebookError(
                    f"The noun {word!r} stands in two lists.", where="mentions.toml", found=f"{nouns[fold_name(word)]}, {name}"
                )
    return nouns


def _read_nations(path: Path) -> tuple[dict[str, tuple[str, str]], dict[str, Nation]]:
    words: dict[str, tuple[str, str]] = {}
    states: dict[str, Nation] = {}
    tables: dict[str, Any] = dict(read_toml(path))
    for country, table in tables.items():
        forces = {key: table[key] for key in ("armed_forces", "army", "police") if key in table}
        states[country] = Nation(country=country, name=table["names"][0], adjective=table["adjectives"][0], forces=forces)
        for sort, key in (("people", "people"), ("adjective", "adjectives"), ("name", "names")):
            for word in table[key]:
                words[fold_name(word)] = (country, sort)
    for country, table in tables.items():
        for word in table["adjectives"]:
            words[fold_name(word)] = (country, "adjective")
    return words, states
