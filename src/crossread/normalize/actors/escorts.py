"""Who escorts or guards those under attack attacks nobody: "a convoy escorted by the armed forces was the target of an attack".

Of the seven coded attacks on what is escorted or guarded none has the escort for its doer; attackers "escorted by" others
are no such thing.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span
from crossread.records.roles import DOERS_BY_OTHERS

_OF_FORCE = (
    *("armed_attack", "armed_clash", "bombing", "shelling", "air_strike", "killing", "abduction", "looting", "arson"),
    "destruction",
)
_REACH = 120  # characters before a name in which stands whom he escorts
_ESCORTED = re.compile(
    r"\b(?:convoys?|columns?|trucks?|bus(?:es)?|lorr(?:y|ies)|vehicles?|cars?|vans?|tankers?|trains?|boats?|ships?|barges?|motorcades?|caravans?"
    r"|delegations?|missions?|teams?|workers?|civilians?|passengers|pilgrims|traders|drivers|pupils|displaced|refugees|camps?|villages?|posts?)\b"
    r"[^.;]{0,60}?\b(?:escorted|guarded|protected|accompanied|secured|defended)\s+by\s+"
    r"(?:(?:the|an?|some|several|about|\d+|two|three|four|five|six)\s+)*$",
    re.IGNORECASE,
)


def without_escorts(document: Document, claim: Claim) -> Claim:
    """The claim without the escort of those attacked among its doers; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type not in _OF_FORCE:
        return claim
    kept = tuple(row for row in claim.actors if not _is_escort(document.text, row))
    return claim if len(kept) == len(claim.actors) else replace(claim, actors=kept)


def _is_escort(text: str, row: Actor) -> bool:
    if row.role not in DOERS_BY_OTHERS or row.score is None or not row.evidence:
        return False
    return all(_escorts(text, quote.span) for quote in row.evidence)


def _escorts(text: str, span: Span) -> bool:
    return _ESCORTED.search(text[max(sentence_start(text, span.start), span.start - _REACH) : span.start]) is not None
