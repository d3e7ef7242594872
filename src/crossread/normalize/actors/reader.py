"""What the words of a mention are by themselves, whatever stands around them; kept, as reports use the same words again."""

from __future__ import annotations

from functools import lru_cache

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.normalize.actors.alliances import with_allies
from crossread.normalize.actors.capitals import with_country
from crossread.normalize.actors.machines import with_owner
from crossread.normalize.actors.mention import Mention, analyse

KEPT = 1 << 11  # readings; seven of ten mentions are told in words read before


class MentionReader:
    """Reads mentions with one registry and one vocabulary."""

    def __init__(self, registry: ActorRegistry, vocabulary: MentionWords) -> None:
        self._registry = registry
        self._words = vocabulary
        self.owner = lru_cache(KEPT)(self._owner)
        self.party = lru_cache(KEPT)(self._party)
        self.analysed = lru_cache(KEPT)(self._analysed)

    def _owner(self, raw: str, role: str) -> str:
        """Who acts by a seat of government or by a thing: "Russia" for "Moscow"; else the mention."""
        return with_owner(with_country(raw, role, self._words), role, self._words)

    def _party(self, raw: str) -> str:
        """Who is banded together in an alliance, or a mention without who backs it."""
        return with_allies(raw, self._registry, self._words)

    def _analysed(self, raw: str) -> Mention:
        """The mention taken apart."""
        return analyse(split_words(raw), self._registry, self._words)
