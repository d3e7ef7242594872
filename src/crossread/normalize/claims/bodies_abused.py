"""Who burns or drags the bodies of the dead did not kill them by that: "rebels burned the bodies of two soldiers".

All three hand-coded acts told so are ill-treatment without a number of dead.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Harm

_ABUSED = re.compile(
    r"\b(?:burn(?:ed|t|ing|s)?|mutilat(?:ed|ing|es)|dragg(?:ed|ing)|desecrat(?:ed|ing|es)|display(?:ed|ing|s)|paraded|set\s+fire\s+to)"
    r"(?:,?\s+(?:and|or)\s+\w+ed)?\s+(?:the|their)\s+(?:dead\s+)?(?:bod(?:y|ies)|corpses?|remains)\s+of\s+",
    re.IGNORECASE,
)
_OF_HIM = re.compile(r"(?:(?:at\s+least|about|some|the|an?|their|its)\s+){0,2}", re.IGNORECASE)
_REACH = 60  # characters before and behind the trigger in which the words stand
_TYPES = ("killing", "armed_attack", "arson", "ill_treatment")


def settle_bodies_abused(document: Document, claim: Claim) -> Claim:
    """The claim told by such words as ill-treatment, without the dead for killed; what people and data sets say stays."""
    if claim.score is None or claim.type not in _TYPES:
        return claim
    span = claim.trigger.span
    start = max(sentence_start(document.text, span.start), span.start - _REACH)
    found = _ABUSED.search(document.text, start, span.end + 2 * _REACH)
    told = [span, *(quote.span for quote in claim.retellings)]
    if found is None or not all(found.start() < one.end and one.start < found.end() for one in told):
        return claim
    gone = {at for at, row in enumerate(claim.harm) if _is_dead(document.text, found, row)}
    others = any(row.effect == "killed" for at, row in enumerate(claim.harm) if at not in gone)
    return claim if others else replace(claim, type="ill_treatment", harm=without_rows(claim.harm, gone))


def _is_dead(text: str, found: re.Match[str], row: Harm) -> bool:
    """True for those whose bodies they are: in the words, or right behind them but for an article and what bounds a number."""
    if row.effect not in ("killed", "casualties") or row.score is None or not row.evidence:
        return False
    start = row.evidence[0].span.start
    within = found.start() <= start < found.end()
    return within or (found.end() <= start and _OF_HIM.fullmatch(text, found.end(), start) is not None)
