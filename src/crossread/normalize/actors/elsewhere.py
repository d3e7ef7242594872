"""A name from a paragraph that tells nothing of the claim: "police" of one shooting are not the captain of another."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.records import Claim, Document, Evidence
from crossread.records.roles import ACTIVE_ROLES

_NAME = re.compile(r"\b[A-Z][\w’'-]+\s+(?:(?:al|bin|ibn|de|la|del|van|von)[ -])?[A-Z][\w’'-]+")
_OPENS = re.compile(r"^(?:The|A|An|Two|Some|Several|Many)\s+|^(?=[A-Z][a-z]+$)")
_ANEW = re.compile(r"\b(?:an?|another)\s+$|^(?:an?|another)\s", re.IGNORECASE)


def without_named_elsewhere(document: Document, claim: Claim, role: str, quotes: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The quotes of an actor without names from paragraphs that tell nothing of the claim, where the first names nobody.

    Of nine such names of doers in the 355 hand-coded reports eight are of others. A victim goes only where the name comes
    first and the other victim is told anew ("a farmer"): often a later paragraph says who it was.
    """
    if role not in (*ACTIVE_ROLES, "victim") or len(quotes) < 2 or _names(quotes[0].quote):
        return tuple(quotes)
    told = {_paragraph(document, row) for row in (claim.trigger, *claim.retellings, quotes[0])}

    def is_another(quote: Evidence) -> bool:
        if not _NAME.search(quote.quote) or _paragraph(document, quote) in told:
            return False
        return role in ACTIVE_ROLES or (quote.span.end <= quotes[0].span.start and _is_told_anew(document, quotes[0]))

    return (quotes[0], *(quote for quote in quotes[1:] if not is_another(quote)))


def _is_told_anew(document: Document, quote: Evidence) -> bool:
    """True for "a farmer", not for "the farmer"."""
    return (
        _ANEW.search(document.text[max(0, quote.span.start - 10) : quote.span.start]) is not None
        or _ANEW.match(quote.quote) is not None
    )


def _names(words: str) -> bool:
    """True for words with a capital letter, but that of a sentence's first word."""
    opened = _OPENS.match(words)
    rest = words[opened.end() :] if opened else words
    alone = opened is not None and opened.end() == 0
    return not alone and rest != rest.lower()


def _paragraph(document: Document, quote: Evidence) -> int:
    """Where the paragraph of the quote begins."""
    return document.text.rfind("\n", 0, quote.span.start)
