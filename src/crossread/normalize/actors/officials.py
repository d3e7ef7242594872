"""Whose officials: those of an armed group are its members, those of a state or a party are officials."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.normalize.actors.context import ARMED, ActorContext
from crossread.normalize.actors.mention import analyse
from crossread.normalize.actors.nouns import ARMED_NOUNS

_BEFORE = re.compile(r"(?P<who>.*\w)\s+officials?(?:\s*,.*)?", re.DOTALL)
_OF = re.compile(
    r"(?:[\w-]+\s+){0,4}?officials?\s+(?:of|from|in|with|inside)\s+(?P<who>(?:the\s+|an?\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4})"
)


def with_group_of_official(raw: str, context: ActorContext, registry: ActorRegistry, words: MentionWords) -> str:
    """The mention as members of the armed group whose official it is; else the mention.

    "A Taliban official" is one of the Taliban before 2021 and an official after; "a Hamas leader" and its like are coded as
    armed men in 70 of 75 rows, the group's own in 60. "Separatist officials" may hold an office, so that a group must be named,
    or stand behind "of".
    """
    told = raw.strip()
    if found := _OF.fullmatch(told):
        head = analyse(split_words(found["who"]), registry, words).head
        if head is not None and head.sort == "noun" and head.value in ARMED_NOUNS:
            return found["who"]
        return f"members of {found['who']}" if _is_armed(found["who"], context, registry, words) else raw
    found = _BEFORE.fullmatch(told)
    return f"{found['who']} members" if found and _is_armed(found["who"], context, registry, words) else raw


def _is_armed(told: str, context: ActorContext, registry: ActorRegistry, words: MentionWords) -> bool:
    head = analyse(split_words(told), registry, words).head
    if head is None or head.sort != "name":
        return False
    entry = choose_entry(registry.candidates(head.key), country=context.country, day=context.published)
    return entry is not None and entry.type_on(country=context.country, day=context.published) in ARMED
