"""Seats of government that stand for it: "Moscow launched missiles", "the regime in Damascus"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.resolved import SUFFERING
from crossread.normalize.worded import in_small_letters

_RULES = r"(?:government|regime|junta|authorities|leadership|administration)"
_SEAT = re.compile(
    rf"(?:(?P<rule>(?:the\s+)?(?:[a-z]+\s+)?{_RULES})\s+in\s+(?P<behind>\w[\w'’. ]*)"
    rf"|(?P<before>\w[\w'’. ]*?)(?:['’]s)?(?:\s+(?P<ruler>{_RULES}))?)",
    re.IGNORECASE,
)
# What a seat of government does and a town does not; behind a preposition it is the town.
_SPEAKS = re.compile(
    r"\s+(?:(?:has|have|had|also|again|later|itself)\s+)?(?:said|says|claim(?:s|ed)|announce[sd]|den(?:ies|ied)|accuse[sd]|sent|sends|deployed"
    r"|withdrew|ordered|launched|insists|insisted|confirm(?:s|ed)|admit(?:s|ted)|blame[sd])\b"
)
_PREPOSITION = re.compile(r"\b(?:in|of|from|near|outside|to|at|for|around|on|with|between|against)\s+$")


def with_country(raw: str, role: str, words: MentionWords) -> str:
    """The mention with its country for a seat of government, where that acts: "Russia" for "Moscow"; else the mention.

    Who suffers in a capital is not its government.
    """
    found = None if role in SUFFERING else _SEAT.fullmatch(raw.strip())
    if found is None:
        return raw
    country = words.capitals.get(fold_name(found["behind"] or found["before"]))
    nation = words.states.get(country or "")
    if nation is None:
        return raw
    rule = found["rule"] or found["ruler"]
    return f"the {nation.adjective} {rule.lower().removeprefix('the ')}" if rule else nation.name


def speaking_capital(text: str, start: int, end: int, words: MentionWords) -> str | None:
    """The country whose seat of government speaks or acts between two offsets: the last one that does."""
    found, said = None, in_small_letters(text[start:end])
    for name, country in words.capitals.items():
        if name not in said:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", text[start:end], re.IGNORECASE):
            at = start + match.start()
            behaves = _SPEAKS.match(text, start + match.end()) and not _PREPOSITION.search(text[max(0, at - 10) : at])
            if behaves and (found is None or at > found[0]):
                found = at, country
    return found[1] if found else None
