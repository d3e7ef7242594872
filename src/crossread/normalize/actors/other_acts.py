"""Who did another act is no doer of this one: "Ten soldiers were killed. In January, rebels killed eight policemen".

Of 8,717 hand-coded perpetrators one stands only in a later sentence whose acts have another day, and two in one whose acts have
another place. Of 66 of acts told behind "a week after" in one sentence with another act, four stand before these words, all of
them of people who were held and then let go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Actor, Claim, Document

_DOING = ("perpetrator", "side_a", "side_b")
_POINTING = re.compile(r"(?:the|this|these|those|his|her|its|their|same)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|few|some)\s+(?:days?|weeks?|months?|years?|hours?)\s+after\s",
    re.IGNORECASE,
)
# "a day after (they) were kidnapped", "after (the) kidnapping": the act of those just told
_SAME_PEOPLE = re.compile(r"\b(?:they|he|she|it|them|him|his|her|their|the|that|this|which|who)\b", re.IGNORECASE)
_RELEASES = ("agreement", "operation", "detention")


def without_doers_of_others(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without perpetrators who are told only as doers of another; what people and data sets say (no score) stays."""
    if len(claims) < 2:
        return tuple(claims)
    told = [{sentence_at(document.text, one.span.start) for one in (claim.trigger, *claim.retellings)} for claim in claims]
    acts: dict[int, list[Claim]] = {}
    for claim in claims:
        acts.setdefault(sentence_at(document.text, claim.trigger.span.start), []).append(claim)
    return tuple(_without(document, claim, own, acts) for claim, own in zip(claims, told, strict=True))


def _without(document: Document, claim: Claim, own: set[int], acts: dict[int, list[Claim]]) -> Claim:
    kept = tuple(
        row
        for row in claim.actors
        if row.role != "perpetrator"
        or row.score is None
        or claim.score is None
        or not row.evidence
        or not (_is_of_later_act(document, claim, row, own, acts) or _is_of_main_clause(document, claim, row, acts))
    )
    return claim if kept == claim.actors else replace(claim, actors=kept)


def _is_of_later_act(document: Document, claim: Claim, row: Actor, own: set[int], acts: dict[int, list[Claim]]) -> bool:
    """True for a doer told only in later sentences, of acts of another day, or told anew there, of acts of another place."""
    sentences = {sentence_at(document.text, quote.span.start) for quote in row.evidence}
    if min(sentences) <= max(own):
        return False
    others = [other for at in sentences for other in acts.get(at, ()) if other is not claim]
    if not others or not any(_has_doer(other, row) for other in others):
        return False
    if all(_has_other_day(claim, other) for other in others):
        return True
    return not _POINTING.match(row.raw) and all(_has_other_place(claim, other) for other in others)


def _is_of_main_clause(document: Document, claim: Claim, row: Actor, acts: dict[int, list[Claim]]) -> bool:
    """True for the bomber of "A bomber killed 11 in one town, a week after (a bombing) in another"."""
    text, trigger = document.text, claim.trigger.span
    start = sentence_start(text, trigger.start)
    after = next(iter(_AFTER.finditer(text, start, trigger.start)), None)
    if after is None or _SAME_PEOPLE.search(text, after.end(), trigger.start):
        return False
    if not all(start <= quote.span.start < after.start() for quote in row.evidence):
        return False
    others = [other for other in acts.get(sentence_at(text, trigger.start), ()) if other is not claim]
    main = [other for other in others if start <= other.trigger.span.start < after.start()]
    return any(other.type not in _RELEASES and _has_doer(other, row) for other in main)


def _has_doer(claim: Claim, row: Actor) -> bool:
    spans = {quote.span for quote in row.evidence}
    return any(other.role in _DOING and spans & {quote.span for quote in other.evidence} for other in claim.actors)


def _has_other_day(claim: Claim, other: Claim) -> bool:
    mine, theirs = (one.when.value if one.when else None for one in (claim, other))
    if mine is None or theirs is None:
        return False
    if mine.earliest is None or mine.latest is None or theirs.earliest is None or theirs.latest is None:
        return False
    return mine.latest < theirs.earliest or theirs.latest < mine.earliest


def _has_other_place(claim: Claim, other: Claim) -> bool:
    mine, theirs = (one.where.value if one.where else None for one in (claim, other))
    if mine is None or theirs is None or {mine.precision, theirs.precision} - {"exact", "near"}:
        return False
    names = (mine.name or "", theirs.name or "")
    return all(names) and names[0] not in names[1] and names[1] not in names[0]
