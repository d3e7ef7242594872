"""A number told before "are": "of whom 16 are policemen" counts sixteen policemen."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.records import Document, Harm

WITHIN = 24  # characters before a row in which its number and "are" stand
_NUMBER = (
    r"\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty"
)
_COPULA = re.compile(rf"\b(?:{_NUMBER})\s+(?:are|were|is|was)\s+(?:an?\s+)?$", re.IGNORECASE)


def with_number_before(document: Document, row: Harm, *, language: str) -> Harm:
    """The row with the number that stands before "are" or "were", where its own words have none. English only."""
    if language != "en" or row.count is None or row.count.qualifier != "unstated" or not row.evidence:
        return row
    span = row.evidence[0].span
    match = _COPULA.search(document.text, max(0, span.start - WITHIN), span.start)
    if match is None:
        return row
    whole = document.quote(match.start(), span.end)
    count = parse_count(whole.quote, language=language)
    return replace(row, raw=whole.quote, count=count, evidence=(whole, *row.evidence[1:]))
