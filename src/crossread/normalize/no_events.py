"""Words that sound like violence and tell none: spent casings, custody battles, wars of words, questions."""

from __future__ import annotations

import re

from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document, Span

NEAR = 24  # characters before a trigger
_CASINGS = re.compile(
    r"(?:(?:empty|spent|bullet|shell|cartridge|multiple|several)\s+)*(?:casings?|cartridge cases?|bullet holes?)", re.I
)
_FIGHT = re.compile(r"(?:battles?|battled|wars?|fights?|fighting|clash(?:es)?|duels?|showdowns?)", re.I)
_PEACEFUL = re.compile(
    r"\b(?:custody|legal|court|courtroom|divorce|trade|price|bidding|ratings|budget|election|electoral|spelling|cancer|snowball)[\s-]+$",
    re.I,
)
_WORDS = re.compile(r"\s+of\s+(?:words|wills|wits|nerves)\b", re.I)
# "Did one bomb fall on the town?"; "who killed him" and "is it because he was murdered" take for granted that it was done
_ASKS = re.compile(
    r"[\s\"“”'‘(–—-]*(?:(?:and|but|so|then|or|now)\s+)?(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|must"
    r"|may|might|who\s+(?:will|would|shall))(?:n['’]t)?\s+(?!not\b)",
    re.IGNORECASE,
)
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:not|because|that|who|whom|which|when|after|since|before|while|if|whether|about|by|why|how)\b", re.I
)
_ANSWERED = re.compile(
    r"[\"”’')\s]*(?:yes|indeed|of\s+course|(?:it|they|he|she|we|there)\s+(?:did|does|do|was|were|is|are|has|have))\b", re.I
)


def tells_no_event(document: Document, claim: Claim) -> bool:
    """True for a claim on "shell casings", "a custody battle", "a war of words", whatever the extractor took it for.

    So for one that is only asked about. Of 16,768 hand-coded claims none stands in such a question alone.
    """
    quote, span = claim.trigger.quote, claim.trigger.span
    if _CASINGS.fullmatch(quote) or _is_only_asked(document.text, claim):
        return True
    if _FIGHT.fullmatch(quote) is None:
        return False
    before = document.text[max(0, span.start - NEAR) : span.start]
    return _PEACEFUL.search(before) is not None or _WORDS.match(document.text, span.end) is not None


def _is_only_asked(text: str, claim: Claim) -> bool:
    """True where all tellings and numbers stand in questions that a yes or no answers, and nobody answers yes."""
    told = [claim.trigger, *claim.retellings, *(quote for row in claim.harm for quote in row.evidence)]
    return all(_is_asked(text, quote.span) for quote in told)


def _is_asked(text: str, span: Span) -> bool:
    number, ends = sentence_at(text, span.start), sentence_ends(text)
    start, end = ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(text)
    if not start or not text[span.end : end].rstrip(" \n\"”’')").endswith("?"):
        return False  # the first sentence is a headline
    asks = _ASKS.match(text, start, span.start)
    between = text[asks.end() : span.start] if asks else ""
    return asks is not None and not _TAKEN_FOR_GRANTED.search(between) and not _ANSWERED.match(text, end)
