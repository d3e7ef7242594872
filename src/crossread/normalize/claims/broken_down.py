"""A number broken down by place: "Six people were killed on Monday: two in Jos and three in Bokkos" is three claims.

One number over several places is a total, and each place has an incident of its own. Both coded sentences of this kind are so;
none of the 355 reports left out of training tells a toll in these words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document, Harm, Slot, Span, claim_id
from crossread.records.roles import AFFECTED_ROLES

SCORE = 0.6  # what a claim made by its words alone is worth
_NO_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)\b)"
)
_NAME = rf"{_NO_PLACE}[A-Z][\w’'-]+(?:\s{_NO_PLACE}[A-Z][\w’'-]+){{0,2}}"
_UNITS = "region|province|district|state|county|oblast|governorate|department|township|camp|city|town|village|area|municipality"
_UNIT = rf"(?:\s+(?:{_UNITS}))?"
_PLACE = rf"(?:in|at|near)\s+(?:the\s+)?(?:(?:city|town|village|district|province|state|region)\s+of\s+)?{_NAME}{_UNIT}"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?!(?:19|20)\d\d\b)\d[\d,]*)"
_PART = (
    rf"(?:at\s+least\s+|about\s+|some\s+|another\s+|a\s+further\s+)?{_COUNT}(?:\s+(?:more|others?|[a-z]+s|people))?\s+{_PLACE}"
)
# "killed on Monday: (two in Jos, three in Bokkos and one near Riyom)"
_LIST = re.compile(
    rf"(?:\s*[:–—]\s*|,\s+(?:with\s+)?|\s+-+\s+)(?:including\s+)?(?P<list>{_PART}(?:,\s+(?:and\s+)?{_PART}|;\s+(?:and\s+)?{_PART}|\s+and\s+{_PART}){{1,9}})"
    r"(?=\s*[,.;)–—]|\s*$|\s+-|\s+(?:on|by|during|according)\b)"
)
_EACH = re.compile(rf"(?P<group>(?P<count>{_COUNT})(?:\s+(?:more|others?|[a-z]+s|people))?)\s+(?P<place>{_PLACE})")
_EFFECTS = ("killed", "injured", "casualties", "abducted", "detained")
_BETWEEN = 90  # characters between a number and the list of its places
_LONGEST = 600  # characters of a number with its list
_OTHER = re.compile(
    r"[.;:\n]|\b(?:wound|injur|kill|abduct|kidnap|arrest|detain)\w*\b.*\b(?:wound|injur|kill|abduct|kidnap|arrest|detain)\w*",
    re.I,
)
# Where people lie or were found is not where they were hurt.
_BROUGHT = re.compile(
    r"\b(?:hospitals?|clinics?|treated|treatment|buried|evacuated|rushed|transferred|flown|released)\b", re.IGNORECASE
)
# What is told of a stretch of time is a total at each place, too.
_PERIOD = re.compile(
    r"\b(?:between|from|since|weeks?|weekend|months?|years?|quarter|period|past|days|so far|to|until)\b|\d\s?[-–]\s?\d",
    re.IGNORECASE,
)


def with_broken_down(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, such a number as an `aggregate`, and one more claim for each place; what people say (no score) stays."""
    made: list[Claim] = []
    for claim in claims:
        found = list_by_place(document.text, claim) if claim.score is not None and claim.harm else None
        taken = found is not None and any(other is not claim and found[1].contains(other.trigger.span) for other in claims)
        made += [claim] if found is None or taken else _broken_down(document, claim, found[0], found[1])
    return made


def list_by_place(text: str, claim: Claim) -> tuple[Harm, Span] | None:
    """The row that holds the numbers listed by place behind it in the sentence of the claim, and where the list stands."""
    number, ends = sentence_at(text, claim.trigger.span.start), sentence_ends(text)
    end = ends[number] if number < len(ends) else len(text)
    for row in claim.harm:
        if row.effect not in _EFFECTS or not row.evidence or sentence_at(text, row.evidence[0].span.start) != number:
            continue
        start = row.evidence[0].span.end
        found = _LIST.search(text, start, min(end, start + _LONGEST))
        if found is None or found.start() - start > _BETWEEN:
            continue
        if _OTHER.search(text, start, found.start()) or _BROUGHT.search(text, start, found.start()):
            continue
        parts = [parse_count(part["count"]).low or 0 for part in _EACH.finditer(found["list"])]
        places = Span(start=found.start("list"), end=found.end("list"))
        if len(parts) >= 2 and sum(parts) <= (parse_count(row.raw).low or 0) and not places.contains(claim.trigger.span):
            return row, places
    return None


def _broken_down(document: Document, claim: Claim, row: Harm, places: Span) -> list[Claim]:
    """The total, which happened at no one of these places, and the incidents."""
    inside = {at for at, one in enumerate(claim.harm) if one.evidence and places.contains(one.evidence[0].span)}
    where = claim.where if claim.where and not any(places.overlaps(e.span) for e in claim.where.evidence) else None
    actors = tuple(one for one in claim.actors if not any(places.overlaps(e.span) for e in one.evidence))
    total = replace(claim, scope="aggregate", where=where, actors=actors, harm=without_rows(claim.harm, inside))
    parts = _EACH.finditer(document.text, places.start, places.end)
    return [total, *(_incident(document, total, row, part) for part in parts)]


def _incident(document: Document, total: Claim, row: Harm, part: re.Match[str]) -> Claim:
    """The share of one place, by the same doers on the same day."""
    trigger, group, place = (document.quote(*part.span(name)) for name in ("count", "group", "place"))
    return replace(
        total,
        id=claim_id(document_id=document.id, made_by=total.made_by, type=total.type, trigger=trigger),
        scope="aggregate" if total.when and _PERIOD.search(total.when.raw) else "incident",
        trigger=trigger,
        retellings=(),
        where=Slot(raw=place.quote, value=None, evidence=(place,), score=SCORE),
        actors=tuple(actor for actor in total.actors if actor.role not in AFFECTED_ROLES),
        harm=(replace(row, raw=group.quote, part_of=None, evidence=(group,), score=SCORE),),
        score=SCORE,
    )
