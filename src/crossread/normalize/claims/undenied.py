"""An act that nobody denies: "had not released the results of its investigation into the killings" contradicts nobody.

Of 12 claims on 355 coded reports that the extractor took for denied without anybody who denies four are coded so; all four
have a word that denies in their sentence or beside it.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|dismiss\w*|disput\w*|contradict\w*|disavow\w*|disclaim\w*|exonerat\w*|false\w*"
    r"|untrue|baseless|unfounded|groundless|fabricat\w*|lies?|lied|propaganda|nonsense|disinformation|hoax|invent\w*|slander\w*|rumou?rs?"
    r"|fake|myth|accident\w*|nothing|never|nobody|none|no|neither|nor|without|rather|instead|in\s+fact)\b",
    re.IGNORECASE,
)
# What has not been made known, or a bomb that did not go off, denies nothing; nor that nobody claimed it
_EMPTY = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:(?:yet|been|publicly|immediately|formally)\s+){0,3}(?:releas\w*|publish\w*|announc\w*|comment\w*|respond\w*|conclud\w*"
    r"|complet\w*|made\s+public|provid\w*|known|clear|identif\w*|charg\w*|prosecut\w*|arrest\w*|brought|say\b|specif\w*|elaborat\w*|go\s+off"
    r"|explod\w*|detonat\w*)\b"
    r"|\bno\s+(?:group|one|organi[sz]ation|party|movement)\s+(?:(?:has|have|had|immediately|yet)\s+){0,3}(?:claimed|taken|been\s+arrested)\b"
    r"|\bno\s+(?:arrests?|investigation|charges)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)


def settle_undenied(document: Document, claim: Claim) -> Claim:
    """The claim as alleged, attributed or asserted where neither a speaker nor a word around it denies it.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance != "denied" or any(row.role == "denies" for row in claim.speakers):
        return claim
    if any(_is_denied_at(document.text, quote.span.start) for quote in (claim.trigger, *claim.retellings)):
        return claim
    accused = any(row.role == "accuses" for row in claim.speakers) or any(row.role == "accused" for row in claim.actors)
    return replace(claim, stance="alleged" if accused else "attributed" if claim.speakers else "asserted")


def _is_denied_at(text: str, start: int) -> bool:
    """True where the sentence, the one before it or one of the two behind it has a word that denies."""
    at, bounds = sentence_at(text, start), (0, *sentence_ends(text), len(text))
    words = text[bounds[max(0, at - 1)] : bounds[min(at + 3, len(bounds) - 1)]]
    words = _EMPTY.sub("", words)
    return _DENIES.search(words) is not None or _NOT.search(words) is not None
