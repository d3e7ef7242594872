"""Whose coalition it is: "a coalition of rebel groups" is rebels, and only a coalition of states is foreign forces."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.normalize.actors.mention import Mention, Part, analyse
from crossread.normalize.actors.person import DETERMINERS

_BANDED = r"(?:coalition|alliance|bloc)(?:\s+(?:forces|fighters|troops|militias|members))?"
_OF = re.compile(
    rf"(?:an?|the|this|some)\s+(?:[\w-]+\s+){{0,3}}?(?:{_BANDED})\s+(?:of|between|comprising|made\s+up\s+of)\s+(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(rf"(?P<who>.*\w)\s+{_BANDED}(?:\s+(?:called|known\s+as)\b.*)?", re.IGNORECASE | re.DOTALL)
_CALLED = re.compile(r"\b(?:called|known\s+as|named|dubbed)\s+(?:the\s+)?(?P<name>\w.*)", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
# "the US-Marcos regime" is the regime of the second name, whoever is said to stand behind it; "the US-French coalition" is both
_BACKER = re.compile(
    r"\b(?:US|U\.S\.|USA|United\s+States)[-–](?P<who>[A-Z][a-z]+)(?=\s+(?:\w+\s+)?(?:regime|dictatorship|clique|puppets?)\b)"
)
_RULES = re.compile(r"\b(?:ruling|governing)$", re.IGNORECASE)
# Forces of states that band together stay what they are: "a coalition of Arab forces" is no state's own army.
_STATES = frozenset({"military", "government", "police", "peacekeepers", "object"})
_BY_STATE = re.compile(r"(?:anti|counter|pro)-|\b(?:led|backed|supported)\b", re.IGNORECASE)


def with_allies(raw: str, registry: ActorRegistry, words: MentionWords) -> str:
    """The mention as those who have banded together, where it tells them; else the mention.

    "A coalition of rebel groups called Séléka" is the name it goes by, "the opposition coalition" the opposition. Of 78 coded
    coalitions and alliances the 9 that tell rebels, gangs, parties or a name of their own are no foreign forces; the others
    are states', or bare.
    """
    raw = _without_backer(raw, words)
    told = raw.strip()
    if registry.bearers(_ARTICLE.sub("", told)):
        return raw  # "the Coalition of Congolese Patriotic Resistance" is a name
    if (called := _CALLED.search(told)) and _head(called["name"], registry, words, "name"):
        return called["name"] if re.search(_BANDED, told[: called.start()], re.IGNORECASE) else raw
    if (found := _OF.fullmatch(told)) and _head(found["who"], registry, words, "noun"):
        return found["who"]
    found = _BEFORE.fullmatch(told)
    if found is None or _BY_STATE.search(found["who"]):
        return raw
    if _RULES.search(found["who"]):
        return f"{found['who']} party"
    return found["who"] if _head(found["who"], registry, words, "noun") else raw


def _without_backer(raw: str, words: MentionWords) -> str:
    found = _BACKER.search(raw)
    if found is None or found["who"].lower() in words.nations:
        return raw
    return raw[: found.start()] + raw[found.start("who") :]


def _head(told: str, registry: ActorRegistry, words: MentionWords, sort: str) -> Part | None:
    """The head of some words if it is of this sort and tells people or armed groups; None for states' forces and things."""
    split = split_words(told)
    head = analyse(split, registry, words).head
    if head is None or head.sort not in (sort, "name") or head.value in _STATES:
        return None
    whole = sort == "name" or head.end == len(split) or split[head.end].form in words.cuts | words.joins
    return head if whole else None


def is_of_states(mention: Mention, head: Part, words: MentionWords) -> bool:
    """False for a coalition that a word before it makes no states' ("pro-government coalition"): the reader knows better."""
    before = [word.form for word in mention.words[: head.start] if word.form not in DETERMINERS | {"our", "its"}]
    states = words.foreign_marks | {"led", "global", "wider"}
    return not before or any(form in states or form in words.nations for form in before)
