"""A nationality that shares the noun of the one after it: "Afghan" of "Afghan and Eritrean migrant groups"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name, split_words
from crossread.normalize.actors.context import ActorContext
from crossread.normalize.actors.mention import analyse

MOST_NOUN_WORDS = 3
_NEXT = re.compile(
    r"(?:,\s*[A-Z][\w’'-]+)*,?\s+(?:and|or)\s+(?:(?:\d[\d,]*|[a-z]+)\s+)?([A-Z][\w’'-]+)((?:\s+[a-z][\w’'-]*){1,3})"
)
_HALF = re.compile(r"\s+and\s+(?:North|South|East|West)\s+([A-Z][\w’'-]+)")


def with_shared_noun(raw: str, context: ActorContext, registry: ActorRegistry, words: MentionWords) -> str:
    """The mention with the noun it shares, where it is a lone adjective of nationality; else the mention itself.

    "between Indian and Pakistani troops", "18 U.S. and five Iraqi soldiers": the one is Indian troops, no state as a whole. Up
    to three words are looked at, so that what follows the noun ("troops clashed") is not taken in.
    """
    if (half := _HALF.match(context.text, context.end)) and fold_name(f"{raw} {half[1]}") in words.nations:
        return f"{raw.strip()} {half[1]}"  # "North" of "North and South Korea"
    if " " in raw.strip() or nation_of(raw, registry, words) is None:
        return raw
    found = _NEXT.match(context.text, context.end)
    if not found or nation_of(found[1], registry, words) is None:
        return raw
    said = found[2].split()
    for size in range(min(MOST_NOUN_WORDS, len(said)), 0, -1):
        whole = " ".join((raw.strip(), *said[:size]))
        mention = analyse(split_words(whole), registry, words)
        if mention.head is not None and mention.head.sort in ("noun", "name") and mention.head.end == size + 1:
            return whole
    return raw


def nation_of(word: str, registry: ActorRegistry, words: MentionWords) -> str | None:
    """The country that an adjective of nationality ("Saudi", "U.S.") belongs to; None for a country's name and all else."""
    head = analyse(split_words(word), registry, words).head
    return head.value if head is not None and head.sort == "nation" and head.key == "adjective" else None
