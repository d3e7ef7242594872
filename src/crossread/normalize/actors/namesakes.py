"""Others who bear a name of the registry: abroad, or with a word before it that tells them apart ("the New Red Front")."""

from __future__ import annotations

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.normalize.actors.mention import Mention, Part
from crossread.normalize.actors.resolved import ResolvedActor

# What a splinter or a successor puts before the old name. With a small letter it only describes ("new FARC recruits").
_SETS_APART = frozenset("new neo real true continuity authentic nueva nuevo nouvelle nouveau nova novo".split())
_ARTICLES = frozenset("la los las el le les".split())


def find_namesake(mention: Mention, part: Part, registry: ActorRegistry, vocabulary: MentionWords) -> ResolvedActor | None:
    """Who bears in another country a name of some words that the registry's actor has at home: of its type, as written."""
    kinds = _kinds(part, registry)
    if part.key not in vocabulary.local_names or " " not in part.key or len(kinds) > 1:
        return None
    written = [word.written for word in mention.words[part.start : part.end]]
    name = " ".join(written) if written[0][:1].isupper() and written[-1][:1].isupper() else None
    return ResolvedActor(name=name, type=kinds.pop())


def find_renamed(mention: Mention, part: Part, registry: ActorRegistry) -> ResolvedActor | None:
    """Who puts "New", "Real" before a registered name: another organisation of its type, under the name as written.

    The word has a capital behind an article; a group known by such a name ("the Real IRA") stands in the registry itself.
    """
    start = part.start - 1
    kinds = _kinds(part, registry)
    if start < 1 or len(kinds) > 1 or mention.words[start].form not in _SETS_APART:
        return None
    words = mention.words[start : part.end]
    if not words[0].written.istitle() or mention.words[start - 1].joined:
        return None
    if mention.words[start - 1].form in _ARTICLES and mention.words[start - 1].written.istitle():
        words = mention.words[start - 1 : part.end]
    return ResolvedActor(name=" ".join(word.written for word in words), type=kinds.pop())


def _kinds(part: Part, registry: ActorRegistry) -> set[str]:
    return {registry.actors[i].type for i in registry.index[part.key]}
