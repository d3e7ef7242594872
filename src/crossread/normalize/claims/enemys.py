"""An act of others that a party tells is no confession: "the Ukrainian Air Force reported that Russian forces launched drones".

Of 127 hand-coded speakers of one nation who tell what only others' forces did 124 report, accuse or deny; the three who claim
speak for allies, or for "its soldiers".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.claims.types import fitting_speakers
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Speaker

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w’'-]*")
_AND_THAT = Worded("that", r",?\s+(?:and|but|while)\s+that\s+", re.IGNORECASE)
_THAT = re.compile(r"\bthat\s+[^.;]*$", re.IGNORECASE)
_DOING = ("perpetrator", "side_a", "side_b")


def settle_enemys(document: Document, claim: Claim) -> Claim:
    """The claim with a party that tells what only others did as one who reports, and `attributed`.

    Who does what the other half of "X said that … and that …" tells is no doer of this half, where this half has its own. What
    people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    claim = _with_own_doers(document, claim)
    doers = [_nations(row.raw) for row in claim.actors if row.role in _DOING]
    others = frozenset[str]().union(*doers) if doers and all(doers) else frozenset[str]()
    speakers = tuple(_as_teller(row, others) for row in fitting_speakers(claim))
    actors = tuple(row for row in claim.actors if row.role != "claimant" or row.score is None or not _is_other(row, others))
    if (speakers, actors) == (claim.speakers, claim.actors):
        return claim
    owned = any(row.role == "claims" for row in speakers) or any(row.role == "claimant" for row in actors)
    stance = "attributed" if claim.stance == "claimed" and not owned and speakers else claim.stance
    return replace(claim, speakers=speakers, actors=actors, stance=stance)


def _with_own_doers(document: Document, claim: Claim) -> Claim:
    """The claim without doers of the other half of "said that … and that …".

    Of 42 hand-coded doers of a claim told in such a sentence 37 stand in the claim's own half, and none of the five others is a
    second doer beside one who does.
    """
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    start, end = span.start - len(before), span.end + len(after)
    cuts = [match.start() for match in _AND_THAT.finditer(document.text, start, end)]
    if not cuts or not _THAT.search(document.text[start : cuts[0]]):
        return claim

    def half(at: int) -> int:
        return sum(at >= cut for cut in cuts)

    def is_here(row: Actor) -> bool:
        return any(start <= quote.span.start < end and half(quote.span.start) == half(span.start) for quote in row.evidence)

    def is_there(row: Actor) -> bool:
        return bool(row.evidence) and all(
            start <= quote.span.start < end and half(quote.span.start) != half(span.start) for quote in row.evidence
        )

    if not any(row.role == "perpetrator" and is_here(row) for row in claim.actors):
        return claim
    kept = tuple(row for row in claim.actors if row.role != "perpetrator" or row.score is None or not is_there(row))
    return claim if kept == claim.actors else replace(claim, actors=kept)


def _as_teller(row: Speaker, others: frozenset[str]) -> Speaker:
    told = row.role == "claims" and row.score is not None and _is_other(row, others)
    return replace(row, role="reports") if told else row


def _is_other(row: Actor | Speaker, others: frozenset[str]) -> bool:
    own = _nations(row.raw)
    return bool(own) and bool(others) and not own & others


def _nations(words: str) -> frozenset[str]:
    """The countries whose names or nationalities the words hold: RU for "Russian forces", RU for "Russia's army"."""
    nations = MentionWords.load().nations
    told = [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(words)]
    pairs = [f"{first} {second}" for first, second in pairwise(told) if fold_name(f"{first} {second}") in nations]
    single = [word for word in told if not any(word in pair.split() for pair in pairs)]
    return frozenset(nations[folded][0] for word in (*pairs, *single) if (folded := fold_name(word)) in nations)
