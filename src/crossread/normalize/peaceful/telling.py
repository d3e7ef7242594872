"""Whether all that a claim rests on is peaceful."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.peaceful.fields import in_field, is_report_on
from crossread.normalize.peaceful.force import FORCE, tells_force
from crossread.normalize.peaceful.illness import is_by_own_hand, is_in_outbreak, is_of_illness, is_without_force
from crossread.normalize.peaceful.phrases import is_set_phrase
from crossread.normalize.peaceful.plots import is_in_plot, is_review
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Evidence

_FORCEFUL = re.compile(
    rf"{FORCE.pattern}|\b(?:attacks?|ambush\w*|raids?|assaults?|offensives?|clash\w*|fighting|airstrikes?"
    rf"|strikes\s+on|storm(?:ed|ing)|invasion)\b",
    re.IGNORECASE,
)
_HURT = re.compile(r"\b(?:injur\w+|missing)\b", re.IGNORECASE)


def is_peaceful(document: Document, claim: Claim) -> bool:
    """True for a claim whose every telling is a figure of speech, an illness, a suicide or a plot, harm included.

    A person's claim and another data set's (no score) is what they say it is.
    """
    if claim.score is None:
        return False
    text = document.text
    harm = tuple(quote for row in claim.harm for quote in row.evidence)
    if _is_of_illness(text, claim):
        return all(is_without_force(quote.quote, _around(text, quote)) for quote in (*claim.retellings, *harm))
    if not _is_figure(text, claim, claim.trigger):
        return False
    if is_review(text) and is_in_plot(text, _around(text, claim.trigger)):
        return True
    figures = [claim.trigger, *(told for told in claim.retellings if _is_figure(text, claim, told))]
    sentences = {sentence_at(text, told.span.start) for told in figures}
    if any(sentence_at(text, quote.span.start) not in sentences and not _is_sporting(text, quote) for quote in harm):
        return False
    return all(told in figures or _is_calm(text, told, sentences) for told in claim.retellings)


def _is_of_illness(text: str, claim: Claim) -> bool:
    around = _around(text, claim.trigger)
    return is_of_illness(claim.trigger.quote, around) or (
        claim.type == "accident" and is_in_outbreak(text, claim.trigger.quote, around)
    )


def _is_calm(text: str, told: Evidence, sentences: set[int]) -> bool:
    """True for a word of no force in a sentence that tells a figure or no force either."""
    if _FORCEFUL.search(told.quote) is not None:
        return False
    return sentence_at(text, told.span.start) in sentences or not tells_force(*_around(text, told))


def _is_sporting(text: str, quote: Evidence) -> bool:
    """True for who was hurt in a match: a report on sport, and no other word of force in the sentence."""
    return is_report_on("sport", text) and not tells_force(*(_HURT.sub("", words) for words in _around(text, quote)))


def _is_figure(text: str, claim: Claim, told: Evidence) -> bool:
    around = _around(text, told)
    return (
        in_field(text, claim.type, told.quote, around)
        or is_set_phrase(told.quote, around, calm=bool(claim.harm))
        or is_by_own_hand(told.quote, around)
        or is_in_plot(text, around)
    )


def _around(text: str, told: Evidence) -> tuple[str, str]:
    return sentence_around(text, told.span.start, told.span.end)
