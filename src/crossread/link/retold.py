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
    if document is None:
        return True
    return bool(_known().search(sentence_of(document.text, claim.trigger.span)))


def counts_anew(claim: Claim, document: Document | None) -> bool:
    """True where the sentence of the trigger, or of a number, says that the toll has grown ("rises to 34")."""
    if document is None:
        return False
    spans = [claim.trigger.span, *(evidence.span for row in claim.harm for evidence in row.evidence)]
    return any(_grown().search(sentence_of(document.text, span)) for span in spans)


@cache
def _known() -> re.Pattern[str]:
    table = tolerances(NAME)
    marks, happenings = "|".join((*table["known"], *table["grown"])), "|".join(table["happenings"])
    told = rf"(?:the|this|that|these|those|\w+['’]s) (?:[\w-]+ ){{0,3}}(?:{happenings})s?"
    return re.compile(rf"\b(?:{marks}|{told})\b", re.IGNORECASE)


@cache
def _grown() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tolerances(NAME)['grown'])})\b", re.IGNORECASE)
