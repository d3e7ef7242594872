"""An act told again by its noun: "the earlier shooting of a young herder … police shot dead a young herder" is one.

Of 21 times that hand-coded reports tell "the killing of the pupils" and, elsewhere, of the same pupils by the same words, 20
are one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Harm

# No "another", "a second" or "a similar": these are other acts.
_NOUN = re.compile(
    r"\b(?:the|that|this|earlier)\s+(?:(?!second|third|other|similar|previous|separate|last)[\w-]+\s+){0,3}?"
    r"(?P<noun>shooting|killing|murder|assassination|kidnapping|abduction|slaying|beheading|execution)\s+of\s+"
    r"(?=(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the\s+)?(?:(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?", re.IGNORECASE)
_REACH = 60  # characters before a trigger in which its article stands


def join_told_again(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that only name an act by its noun and by whom it befell; what people say stays as it is."""
    found = list(claims)
    for claim in claims:
        row = _named_by_noun(document, claim)
        if row is None:
            continue
        acts = [one for one in found if one is not claim and _is_same(document.text, one, claim, row)]
        if len(acts) == 1:
            act = acts[0]
            found[found.index(act)] = replace(act, retellings=(*act.retellings, claim.trigger, *claim.retellings))
            found.remove(claim)
    return found


def _named_by_noun(document: Document, claim: Claim) -> Harm | None:
    """The one row of a claim that tells nothing but a noun, whom it befell, and perhaps by whom."""
    if claim.score is None or claim.scope == "aggregate" or len(claim.harm) != 1 or not claim.harm[0].evidence:
        return None
    if (claim.when and claim.when.value and claim.when.value.earliest) or (claim.where and claim.where.value):
        return None
    span, row = claim.trigger.span, claim.harm[0]
    told = _NOUN.search(document.text, max(0, span.start - _REACH), row.evidence[0].span.end)
    if told is None or told.span("noun") != (span.start, span.end):
        return None
    start = row.evidence[0].span.start
    right_behind = start == told.end() or document.text[told.end() : start].lower() in ("the ", "a ", "an ")
    return row if right_behind and _is_telling(row) else None


def _is_telling(row: Harm) -> bool:
    """True for "the pupils" and "a young herder": "a man" may be anybody."""
    return row.raw.lower().startswith("the ") or " " in _words(row)


def _is_same(text: str, act: Claim, noun: Claim, row: Harm) -> bool:
    """True for an act, told in another sentence, that befell so many people of the same words."""
    if sentence_at(text, act.trigger.span.start) == sentence_at(text, noun.trigger.span.start):
        return False
    if act.score is None or act.scope == "aggregate" or act.status != noun.status or act.stance == "denied":
        return False
    return any(
        other.effect == row.effect and _words(other) == _words(row) and number_of(row) in (None, number_of(other))
        for other in act.harm
    )


def _words(row: Harm) -> str:
    return _ARTICLE.sub("", row.raw.strip()).lower()
