"""One actor whose words were taken apart: "17-year-old Dana Amir", "a nurse, Nubia Lasso", "two organizers, A and B".

A name told in apposition has no row of its own in any of 51 coded places; whose it is has one. What stands side by side with
nothing between them and is of the same role is one in all but one of the left-out reports' dozen.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.records import Actor, Claim, Document, Harm
from crossread.records.roles import ACTIVE_ROLES, SUFFERER_ROLES

_BESIDE = re.compile(r"\s+(?:(?:named|called|known\s+as|identified\s+as)\s+)?", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"\b(?:and|or|against|with|by|of|from|in|at|to|for|their|his|her|the|an?|its|between|versus|vs|\d+)$", re.IGNORECASE
)
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}[A-Z][\w’'-]+|[A-Z][\w’'-]+")
_NOUN = re.compile(r"(?:[\w’'-]+\s+){0,5}[a-z][\w’'-]*")
_MANY = re.compile(r"\b(?:people|men|women|children|police|\w+(?<![su])s)$", re.IGNORECASE)
_NAMED = re.compile(r"\s*,\s+(?:(?:later\s+)?(?:identified|named)\s+as\s+)?")
_NEXT_NAME = re.compile(r"(?:,\s*\d{1,2})?(?:,\s+and|,|\s+and)\s+")
_IS_A = re.compile(r",\s+(?:an?|the)\s+")
_SET_OFF = re.compile(r"\s*(?:,|\.|\))|\s+(?:was|were|who|died|has|had)\b")


def join_same_one(document: Document, claim: Claim) -> Claim:
    """The claim with such words in one row, where they prove the same actor; what people and data sets say (no score) stays."""
    if claim.score is None or len(claim.actors) < 2:
        return claim
    rows = sorted(claim.actors, key=lambda row: row.evidence[0].span.start if row.evidence else -1)
    gone: dict[int, Actor] = {}
    for at, row in enumerate(rows[:-1]):
        if id(row) in gone or not _may_join(row, rows[at + 1]):
            continue
        told = _named_behind(document, claim, rows, at) or _told_beside(document, row, rows[at + 1])
        for other in told:
            gone[id(other)] = row
    return _joined(document, claim, gone) if gone else claim


def _may_join(row: Actor, other: Actor) -> bool:
    if row.score is None or other.score is None or not row.evidence or not other.evidence or "object" in (row.type, other.type):
        return False
    return row.role == other.role or {row.role, other.role} <= set(SUFFERER_ROLES)


def _told_beside(document: Document, row: Actor, other: Actor) -> list[Actor]:
    """The other row where it goes on with this one's words, or says in apposition what the one named is."""
    text, end, start = document.text, row.evidence[0].span.end, other.evidence[0].span.start
    if start < end or start - end > 20:
        return []
    if _BESIDE.fullmatch(text, end, start) and row.role in (*ACTIVE_ROLES, *SUFFERER_ROLES) and not _LEADS_ON.search(row.raw):
        return [other]
    led = _IS_A.match(text, end)
    apposed = led is not None and led.end() >= start
    is_one = _NAME.fullmatch(row.raw) and _NOUN.fullmatch(other.raw) and not _MANY.search(other.raw)
    return [other] if apposed and is_one and _SET_OFF.match(text, other.evidence[0].span.end) else []


def _named_behind(document: Document, claim: Claim, rows: list[Actor], at: int) -> list[Actor]:
    """The rows that only name whom this one tells: one name behind one person, as many as there are behind several."""
    row, text = rows[at], document.text
    if _NOUN.fullmatch(row.raw) is None or row.role not in SUFFERER_ROLES or text.isupper():
        return []
    named: list[Actor] = []
    end, between = row.evidence[0].span.end, _NAMED
    for other in rows[at + 1 :]:
        span = other.evidence[0].span if other.evidence else None
        if span is None or span.start < end or between.fullmatch(text, end, span.start) is None:
            break
        if not _may_join(row, other) or _NAME.fullmatch(other.raw) is None:
            break
        named.append(other)
        end, between = span.end, _NEXT_NAME
    many = _MANY.search(row.raw) is not None
    fits = len(named) == (_number(claim, row) if many else 1)
    return named if named and fits and (many or _SET_OFF.match(text, end)) else []


def _number(claim: Claim, row: Actor) -> int | None:
    """How many they are, by the row of harm that has their words."""
    counts = [parse_count(harm.raw) for harm in claim.harm if _overlap(harm, row)]
    return counts[0].low if counts and counts[0].low == counts[0].high else None


def _overlap(harm: Harm, row: Actor) -> bool:
    return any(a.span.start < b.span.end and b.span.start < a.span.end for a in harm.evidence for b in row.evidence)


def _joined(document: Document, claim: Claim, gone: dict[int, Actor]) -> Claim:
    kept = []
    for row in claim.actors:
        if id(row) in gone:
            continue
        for other in [one for one in claim.actors if gone.get(id(one)) is row]:
            row = _with_words(document, row, other)
        kept.append(row)
    return replace(claim, actors=tuple(kept))


def _with_words(document: Document, row: Actor, other: Actor) -> Actor:
    """The row with the other's quotes; words that go on are one quote."""
    first, second = row.evidence[0], other.evidence[0]
    if _BESIDE.fullmatch(document.text, first.span.end, second.span.start):
        whole = document.quote(first.span.start, second.span.end)
        return replace(row, raw=whole.quote, evidence=(whole, *row.evidence[1:], *other.evidence[1:]))
    return replace(row, evidence=(*row.evidence, *other.evidence))
