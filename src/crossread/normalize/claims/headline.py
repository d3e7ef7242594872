"""A headline that tells what the report tells below: one claim, though a byline or the day stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document, Harm

LONGEST_HEADLINE = 150  # characters


def join_headline(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that only the headline tells, where the first in the body with the same toll can be the act.

    So can the only one of its type whose place the headline names, where that tells nobody's harm, no place that was read and
    no day ("Shelling of the market of Talodi"). A headline that tells another number, place or day stays a claim of its own.
    """
    end = _end_of_headline(document.text)
    found = list(claims)
    for claim in claims:
        if end is None or claim.score is None or not all(told.span.start < end for told in (claim.trigger, *claim.retellings)):
            continue
        below = [one for one in found if one.score is not None and one.trigger.span.start >= end]
        act = next((one for one in below if _is_same(claim, one)), None) or _only_one_named(document.text[:end], claim, below)
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


def _only_one_named(line: str, headline: Claim, below: Sequence[Claim]) -> Claim | None:
    """The one act of the headline's type below, where the headline names its place and else tells only that it was done."""
    if headline.harm or _names_place(headline) or (headline.when and headline.when.value):
        return None
    alike = [one for one in below if (one.type, one.scope, one.status) == (headline.type, headline.scope, headline.status)]
    named = [one for one in alike if _names_place(one) and re.search(rf"\b{re.escape(_names_place(one))}\b", line)]
    return named[0] if len(named) == 1 else None


def _names_place(claim: Claim) -> str:
    return claim.where.value.name or "" if claim.where and claim.where.value else ""


def _tolls(claim: Claim) -> set[tuple[str, int, int | None]]:
    return {toll for row in claim.harm if (toll := _toll(row)) is not None}


def _toll(row: Harm) -> tuple[str, int, int | None] | None:
    if row.count is None or row.count.low is None or row.part_of is not None:
        return None
    return row.effect, row.count.low, row.count.high
