"""Martyrs who "rose" died: "the martyrs of Jenin, who rose on 29 May" fled nothing and fought nobody in that sentence.

The one hand-coded "rose" is a revolt ("its people rose against the dynasty"), which has no martyrs for its subject.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.own_voice import OURS
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document
from crossread.records.roles import SIDE_ROLES

_ROSE = re.compile(r"(?:rose|risen|ascended|rise)", re.IGNORECASE)
_MARTYRS = re.compile(r"\bmartyrs?\b[^.;:!?\n]{0,60}$", re.IGNORECASE)
_REVOLTS = re.compile(
    r"\s+(?:up\b|against\b|to\s+(?!martyrdom\b|heaven\b)|by\b|in\s+(?:revolt|rebellion|protest)\b)", re.IGNORECASE
)
_NO_DEATH = ("displacement", "protest", "riot", "armed_clash", "operation", "territorial_change")


def settle_risen(document: Document, claim: Claim) -> Claim:
    """The claim as a killing where its only telling is that martyrs rose; who mourns them is no side.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _NO_DEATH or claim.retellings:
        return claim
    span = claim.trigger.span
    if not _ROSE.fullmatch(claim.trigger.quote.strip()) or _REVOLTS.match(document.text, span.end):
        return claim
    if not _MARTYRS.search(document.text[sentence_start(document.text, span.start) : span.start]):
        return claim
    actors = tuple(_as_doer(row) for row in claim.actors if not _mourns(row))
    return replace(claim, type="killing", actors=actors)


def _mourns(row: Actor) -> bool:
    return row.role in SIDE_ROLES and row.score is not None and OURS.match(row.raw) is not None


def _as_doer(row: Actor) -> Actor:
    return replace(row, role="perpetrator") if row.role in SIDE_ROLES and row.score is not None else row
