"""A headline that tells what the report tells below: one claim, though a byline or the day stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.records import Claim, Document, Harm

LONGEST_HEADLINE = 150  # characters


def join_headline(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that only the headline tells, where the first in the body with the same toll can be the act.

    A headline that tells another number, place or day, or nobody's harm, stays a claim of its own.
    """
    end = _end_of_headline(document.text)
    found = list(claims)
    for claim in claims:
        if end is None or claim.score is None or not all(told.span.start < end for told in (claim.trigger, *claim.retellings)):
            continue
        below = [one for one in found if one.score is not None and one.trigger.span.start >= end]
        act = next((one for one in below if _is_same(claim, one)), None)
        if act is not None:
            found[found.index(act)] = replace(act, retellings=(*act.retellings, claim.trigger, *claim.retellings))
            found.remove(claim)
    return found


def _end_of_headline(text: str) -> int | None:
    """Where the first line ends, if it is one of several and short and ends in no full stop."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].strip() if end > 0 else ""
    return end if line and len(line) <= LONGEST_HEADLINE and not line.endswith((".", ":", ",")) else None


def _is_same(headline: Claim, act: Claim) -> bool:
    """True for an act of the same scope with a toll that the headline tells, in no other place and on no other day."""
    if (headline.scope, headline.status) != (act.scope, act.status) or not _tolls(headline) & _tolls(act):
        return False
    places = {slot.value.name for slot in (headline.where, act.where) if slot and slot.value and slot.value.name}
    days = {(s.value.earliest, s.value.latest) for s in (headline.when, act.when) if s and s.value and s.value.earliest}
    return len(places) <= 1 and len(days) <= 1


def _tolls(claim: Claim) -> set[tuple[str, int, int | None]]:
    return {toll for row in claim.harm if (toll := _toll(row)) is not None}


def _toll(row: Harm) -> tuple[str, int, int | None] | None:
    if row.count is None or row.count.low is None or row.part_of is not None:
        return None
    return row.effect, row.count.low, row.count.high
