"""Whom police or soldiers pick up they detain: "police picked up a journalist" is an arrest, by gunmen it is an abduction.

All 12 hand-coded claims of people "picked up", "rounded up" or "nabbed" by nobody but a state's men are a `detention`; those by
others, or by plain-clothes men whom the police disown, are abductions.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.records import Claim, Document
from crossread.records.roles import DOERS_BY_OTHERS

_TAKES = re.compile(r"(?:pick(?:ed|s)|round(?:ed|s)|haul(?:ed|s))\s+(?:up|in)|nabb?(?:ed|s)|rounded-up", re.IGNORECASE)
_SECRETLY = re.compile(
    r"\b(?:plain-?\s?clothes|civilian\s+clothes|unmarked|masked|hooded|disappear\w*|missing|whereabouts|not\s+(?:been\s+)?seen|not\s+heard|unknown"
    r"|incommunicado|tinted|darkened|uniforms?)\b",
    re.IGNORECASE,
)
_STATE = frozenset(("police", "state_forces", "foreign_forces"))


def settle_picked_up(document: Document, claim: Claim) -> Claim:
    """The claim as a detention where only a state's men pick people up, openly; what people and data sets say stays."""
    doers = {row.type for row in claim.actors if row.role in DOERS_BY_OTHERS}
    if claim.score is not None and claim.type == "detention" and doers <= _STATE:
        return _as_detained(claim)
    if claim.score is None or claim.type != "abduction" or claim.stance == "denied":
        return claim
    if not _TAKES.fullmatch(claim.trigger.quote) or any(row.effect == "missing" for row in claim.harm):
        return claim
    text, span = document.text, claim.trigger.span
    end = sentence_end(text, span.end)
    if not doers or not doers <= _STATE or _SECRETLY.search(text, sentence_start(text, span.start), end):
        return claim
    return _as_detained(replace(claim, type="detention"))


def _as_detained(claim: Claim) -> Claim:
    """The claim with those taken as detained: none of 1,193 hand-coded rows of a detention is `abducted`."""
    if not any(row.effect == "abducted" and row.score is not None for row in claim.harm):
        return claim
    return replace(
        claim,
        harm=tuple(
            replace(row, effect="detained") if row.effect == "abducted" and row.score is not None else row for row in claim.harm
        ),
    )
