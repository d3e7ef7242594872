"""The word lists by which nameless mentions are typed."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from crossread.codebook import ActorRegistry, load_codebook
from crossread.codebook.compiled import load_compiled
from crossread.codebook.mention_words import MentionWords
from crossread.errors import CodebookError

WORDS = MentionWords.load()


@pytest.fixture
def tables() -> dict[str, Any]:
    """The shipped lists, to be broken."""
    return copy.deepcopy(load_compiled())


def test_lists_hold_codebook_types() -> None:
    """Every type that a noun, a role or a title gives is an actor type of the codebook."""
    types = set(load_codebook().codes("actor_type"))
    special = {"military", "government", "peacekeepers"}
    assert set(WORDS.nouns.values()) <= types | special
    assert {kind for pair in WORDS.by_role.values() for kind in pair} <= types
    assert set(WORDS.titles.values()) <= types


def test_a_noun_is_not_both_listed_and_by_role() -> None:
    """A word has one reading."""
    assert not set(WORDS.nouns) & set(WORDS.by_role)


def test_nationality_words_lead_to_one_state() -> None:
    """Adjective, people and country name of a state give its code, and own forces are in the registry."""
    assert WORDS.nations["burkinabe"][0] == "BF"
    assert WORDS.nations["nigerien"] == ("NE", "adjective")
    assert WORDS.nations["nigerians"] == ("NG", "people")
    assert WORDS.nations["democratic republic of congo"] == ("CD", "name")
    registry = ActorRegistry.load()
    for state in WORDS.states.values():
        for registry_id in state.forces.values():
            assert registry.get(registry_id).home == state.country


def test_a_noun_in_two_lists_is_refused(tables: dict[str, Any]) -> None:
    """A contradiction between lists does not load."""
    tables["mentions"]["nouns"]["police"].append("gunman")
    with pytest.raises(CodebookError, match="two lists"):
        MentionWords.from_tables(tables["mentions"], tables["demonyms"])


def test_an_unknown_list_is_refused(tables: dict[str, Any]) -> None:
    """A misspelt list does not vanish."""
    tables["mentions"]["nouns"]["polise"] = ["bobby"]
    with pytest.raises(CodebookError, match="no such list"):
        MentionWords.from_tables(tables["mentions"], tables["demonyms"])
