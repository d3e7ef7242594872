"""Things cut off before their noun: "the Turkish" of "the Turkish consulate", "a bullet" of "a bullet-proof vehicle".

Of 4,270 hand-coded things that were hit none ends before a hyphen or, as an article and a name, before the noun of a site.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.places.words import load_place_words
from crossread.records import Actor, Claim, Document

_CUT = re.compile(r"(?:the|an?|his|her|their|its|two|three|several)\s+[A-Z][\w'’.]*(?:[\s-][A-Z][\w'’.]*)*")
_NAME = re.compile(r"(?:[\s-][A-Z][\w'’.]*){0,4}")
_NOUNS = re.compile(
    r"(?:\s(?!(?:and|or|but|in|on|at|of|to|by|was|were|is|are|has|had|as|after|while|when|who|which)\b)[a-z][a-z-]*){1,3}"
)
_OTHER = re.compile(
    r"(?:city|town|village|district|province|convoy|vehicle|car|truck|ship|vessel|tanker|plane|jet|helicopter|drone|tank"
    r"|position)s?$"
)
_OF = re.compile(r"\sof\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?")
_HYPHEN = re.compile(r"-[a-z]+(?:\s[a-z]+(?<!ed))?(?=[\s,.;])")
_SIZE = 60  # characters by which a thing is made whole at most


def with_whole_things(document: Document, claim: Claim) -> Claim:
    """The claim with its things in all their words; what people and data sets say (no score) stays."""
    if not any(_may_be_cut(row) for row in claim.actors):
        return claim
    actors = tuple(_whole(document, row) if _may_be_cut(row) else row for row in claim.actors)
    return claim if actors == claim.actors else replace(claim, actors=actors)


def _may_be_cut(row: Actor) -> bool:
    return row.type == "object" and row.role == "target" and row.score is not None and bool(row.evidence)


def _whole(document: Document, row: Actor) -> Actor:
    span = row.evidence[0].span
    end = _end(document.text, span.start, span.end)
    if end is None:
        return row
    whole = document.quote(span.start, end)
    return replace(row, raw=whole.quote, evidence=(whole, *row.evidence[1:]))


def _end(text: str, start: int, end: int) -> int | None:
    """Where the thing ends, None where its words are whole."""
    if hyphen := _HYPHEN.match(text, end):
        return hyphen.end()
    if _CUT.fullmatch(text, start, end) is None:
        return None
    name = _NAME.match(text, end)
    nouns = _NOUNS.match(text, name.end() if name else end)
    if nouns is None:
        return None
    sites = load_place_words().sites
    ends = [nouns.start() + word.end() for word in re.finditer(r"[a-z-]+", nouns.group())]
    last = max(
        (at for at in ends if sites.search(text[nouns.start() : at]) or _OTHER.search(text[nouns.start() : at])), default=None
    )
    if last is None or last - end > _SIZE:
        return None
    of = _OF.match(text, last)
    return of.end() if of else last
