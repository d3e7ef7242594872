"""Whether a report tells its incident as new, as known already, or counts its toll anew: by the words of its sentence."""

from __future__ import annotations

import re
from functools import cache

from crossread.link.tolerances import tolerances
from crossread.link.words import sentence_of
from crossread.records import Claim, Document

NAME = "retold"


def is_known(claim: Claim, document: Document | None) -> bool:
    """True unless the sentence of the trigger tells the incident as news; without the text nothing speaks for news.

    "A bomb kills five" is news of its day. "Yesterday's bombing", "the death toll of the blast", "after the attack" take the
    incident for known: they can be of an earlier day.
    """
    if document is None or claim.scope == "background":
        return True
    return bool(_known().search(sentence_of(document.text, claim.trigger.span)))


def is_told_before(claim: Claim, document: Document | None) -> bool:
    """True where only an earlier report explains the telling: it looks back, names a past day, or goes on with a toll."""
    if claim.scope == "background":
        return True
    return document is not None and bool(_pattern("told_before").search(sentence_of(document.text, claim.trigger.span)))


def is_further(claim: Claim, document: Document | None) -> bool:
    """True where the sentence of the trigger sets the incident beside others ("another", "bringing the toll to")."""
    if claim.scope == "background":
        return False
    return document is not None and bool(_pattern("further").search(sentence_of(document.text, claim.trigger.span)))


def counts_anew(claim: Claim, document: Document | None) -> bool:
    """True where the sentence of the trigger, or of a number, says that the toll has grown ("rises to 34")."""
    if document is None:
        return False
    spans = [claim.trigger.span, *(evidence.span for row in claim.harm for evidence in row.evidence)]
    return any(_pattern("grown").search(sentence_of(document.text, span)) for span in spans)


@cache
def _known() -> re.Pattern[str]:
    table = tolerances(NAME)
    marks, happenings = "|".join((*table["known"], *table["grown"])), "|".join(table["happenings"])
    told = rf"(?:the|this|that|these|those|\w+['’]s) (?:[\w-]+ ){{0,3}}(?:{happenings})s?"
    return re.compile(rf"\b(?:{marks}|{told})\b", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tolerances(NAME)[name])})\b", re.IGNORECASE)
