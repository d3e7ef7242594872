"""The nouns, titles and nationality words by which a mention without a name is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crossread.codebook.compiled import load_compiled
from crossread.codebook.name_folding import fold_name
from crossread.errors import CodebookError

NOUN_LISTS = frozenset(
    "object civilians officials journalists aid_workers police protesters rioters rebel_group political_militia "
    "communal_militia unidentified_armed_group peacekeepers unknown military government".split()
)

FORCE_KEYS = ("armed_forces", "army", "air_force", "navy", "police")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """How a state and its people are called; registry ids of its forces where they have a name of their own."""

    country: str
    name: str
    adjective: str
    forces: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the words near a mention, or the incident's type, tell about people without a told role."""

    incident_types: frozenset[str]
    marks: tuple[str, ...]
    window: int

    def holds(self, text: str, *, start: int, end: int, incident_type: str | None) -> bool:
        """True if the incident is of one of the types; where the type is not known, if a mark stands near the mention."""
        if incident_type is not None:
            return incident_type in self.incident_types
        near = text[max(0, start - self.window) : end + self.window].lower()
        return any(mark in near for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """Folded phrases by what they tell. `nouns` gives the list a noun stands in, `by_role` the types that hang on the role.

    `ordinary` names count only with capitals, `local_names` only in a report of their actor's own country.
    `nations` gives country and sort (`name`, `adjective`, `people`) of a nationality word, `capitals` the country whose
    government a seat of government stands for. `irregulars` gives the type of troops with a word before them ("rebel army"),
    `troops` the lists of irregulars.py: words that may stand between, whole armies, and what "anti-" makes rebels.
    """

    nouns: Mapping[str, str]
    by_role: Mapping[str, tuple[str, str]]
    transparent: frozenset[str]
    titles: Mapping[str, str]
    cuts: frozenset[str]
    ordinary: frozenset[str]
    local_names: frozenset[str]
    given_names: frozenset[str]
    nations: Mapping[str, tuple[str, str]]
    longest_nations: Mapping[str, int]
    states: Mapping[str, Nation]
    joins: frozenset[str]
    irregulars: Mapping[str, str]
    troops: Mapping[str, frozenset[str]]
    foreign_marks: frozenset[str]
    occupied: frozenset[str]
    abroad: frozenset[str]
    capitals: Mapping[str, str]
    settings: Mapping[str, Setting]
    grace_days: int
    rule_scores: Mapping[str, float]

    @classmethod
    @cache
    def load(cls) -> MentionWords:
        """The lists that ship with crossread, read once per process from their compiled form."""
        compiled = load_compiled()
        return cls.from_tables(compiled["mentions"], compiled["demonyms"])

    @classmethod
    def from_tables(cls, tables: Mapping[str, Any], demonyms: Mapping[str, Any]) -> MentionWords:
        """The lists of the two TOML files; refuses an unknown list and a noun in two lists."""
        nations, states = _read_nations(demonyms)
        return cls(
            nouns=_read_nouns(tables["nouns"]),
            by_role={fold_name(word): (types[0], types[1]) for word, types in tables["by_role"].items()},
            transparent=_folded(tables["transparent"]["words"]),
            titles={fold_name(word): kind for kind, words in tables["titles"].items() for word in words},
            cuts=_folded(tables["cut"]["words"]),
            ordinary=_folded(tables["ordinary_words"]["words"]),
            local_names=_folded(tables["local_names"]["words"]),
            given_names=_folded(tables["given_names"]["words"]),
            nations=nations,
            longest_nations=_longest(nations),
            states=states,
            joins=_folded(tables["cut"]["joins"]),
            irregulars={fold_name(word): kind for kind, words in tables["irregulars"].items() for word in words},
            troops={name: _folded(words) for name, words in tables["troops"].items()},
            foreign_marks=_folded(tables["foreign_marks"]["words"]),
            occupied=frozenset(tables["occupied"]["countries"]),
            abroad=frozenset(tables["abroad"]["countries"]),
            capitals={fold_name(word): country for country, words in tables["capitals"].items() for word in words},
            settings={name: _read_setting(tables[name]) for name in ("people_unknown", "riot", "protest", "fighting")},
            grace_days=tables["limits"]["anachronism_grace_days"],
            rule_scores=tables["rule_scores"]["right"],
        )


def _read_setting(table: Mapping[str, Any]) -> Setting:
    return Setting(incident_types=frozenset(table["incident_types"]), marks=tuple(table["marks"]), window=table["window"])


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


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


def _read_nations(tables: Mapping[str, Any]) -> tuple[dict[str, tuple[str, str]], dict[str, Nation]]:
    words: dict[str, tuple[str, str]] = {}
    states: dict[str, Nation] = {}
    for country, table in tables.items():
        forces = {key: table[key] for key in FORCE_KEYS if key in table}
        states[country] = Nation(country=country, name=table["names"][0], adjective=table["adjectives"][0], forces=forces)
        for sort, key in (("people", "people"), ("adjective", "adjectives"), ("name", "names")):
            for word in table[key]:
                words[fold_name(word)] = (country, sort)
    for country, table in tables.items():
        for word in table["adjectives"]:
            words[fold_name(word)] = (country, "adjective")
    return words, states
