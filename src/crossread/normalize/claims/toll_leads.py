"""An act that the lead names for its toll and the next lines tell: "The toll from an attack has risen … Gunmen attacked Oro".

Reports that go on from yesterday's begin so. In all six hand-coded reports with such a lead the two are one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document, Harm, Place, Slot

NEAR = 4  # sentences below the lead in which the act is told
LEAD = 2  # sentences of a report, headline and first sentence, that can be such a lead
DAYS = 45  # what happened longer before the other is another act
_TOLL = r"(?:toll|death\s+count|fatalities|number\s+of\s+(?:[\w’'-]+\s+){0,4}?(?:killed|dead|deaths|fatalities|victims))\b"
_RISES = re.compile(
    rf"\b{_TOLL}[^.;]*\b(?:rose|ris(?:es?|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr(?:ew|own|ows)|increas(?:es?|ed|ing)"
    r"|reach(?:es|ed|ing)|gone\s+up|went\s+up|stands|stood|revised|lowered|raised)\b"
    rf"|\b(?:(?:rais|bring|tak|push|lift)(?:e?s|ed|ing)|brought|took)\s+(?:the|to)\b[^.;]*\b{_TOLL}",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|separate(?:ly)?|similar|elsewhere|meanwhile|earlier|previous(?:ly)?|second|last\s+(?:year|month)|also|since|in\s+\d{4}"
    r"|months?\s+ago|years?\s+ago)\b",
    re.IGNORECASE,
)
# The toll of a war or a year is that of no one act.
_OF_MANY = re.compile(
    r"\b(?:since|so\s+far|overall|(?:this|past|last)\s+(?:year|month|week|decade)\b(?!['’]s)|(?:past|last)\s+\w+\s+(?:days|weeks|months|years)"
    r"|the\s+(?:war|conflict|campaign|uprising|insurgency))\b",
    re.IGNORECASE,
)
_ATTACKS = frozenset("armed_attack bombing shelling air_strike killing armed_clash arson".split())
_NAMED = ("attack", "attacks", "assault", "massacre", "incident", "violence", "raid")


def join_toll_lead(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with such a lead taken into the first act told below it; what people and data sets say (no score) stays.

    The act keeps its day and its place; a place of the lead's that lies elsewhere, or "another", keeps the two apart.
    """
    found = sorted(claims, key=lambda claim: claim.trigger.span.start)
    if not found or not _is_lead(document.text, found[0]):
        return list(claims)
    lead = found[0]
    act = next((one for one in found[1:] if one.scope != "aggregate"), None)
    if act is None or not _is_same(document.text, lead, act):
        return list(claims)
    return [_joined(lead, act) if one is act else one for one in claims if one is not lead]


def _is_lead(text: str, claim: Claim) -> bool:
    """True for an act in the first sentence that is told there by its noun, for a toll that changes."""
    span = claim.trigger.span
    last = max(quote.span.start for quote in (claim.trigger, *claim.retellings))
    if claim.score is None or claim.scope == "aggregate" or sentence_at(text, last) > LEAD:
        return False
    before, after = sentence_around(text, span.start, span.end)
    told = before + claim.trigger.quote + after
    return _RISES.search(told) is not None and _OF_MANY.search(told) is None


def _is_same(text: str, lead: Claim, act: Claim) -> bool:
    start, first = act.trigger.span.start, lead.trigger.span.start
    before, _ = sentence_around(text, start, start)
    apart = sentence_at(text, start) - sentence_at(text, first)
    if (
        act.score is None
        or act.stance == "denied"
        or act.status != lead.status
        or not 0 < apart <= NEAR
        or _OTHER.search(before)
    ):
        return False
    named = lead.trigger.quote.lower() in _NAMED and {lead.type, act.type} <= _ATTACKS
    return (named or lead.type == act.type) and _same_place(lead.where, act.where) and _same_time(lead, act)


def _same_place(lead: Slot[Place] | None, act: Slot[Place] | None) -> bool:
    """True unless both tell a settlement, and another one, or another country."""
    one, other = lead.value if lead else None, act.value if act else None
    if one is None or other is None or one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return "exact" not in (one.precision, other.precision) or one.precision != other.precision


def _same_time(lead: Claim, act: Claim) -> bool:
    """True unless the days told leave no day on which both can be."""
    one, other = lead.when.value if lead.when else None, act.when.value if act.when else None
    if one is None or other is None or other.earliest is None or one.latest is None:
        return True
    if one.earliest is not None and other.latest is not None and one.earliest > other.latest:
        return False
    return 0 <= (one.latest - other.earliest).days <= DAYS


def _joined(lead: Claim, act: Claim) -> Claim:
    """The act, told first by the lead: the lead's toll before whatever the act tells itself."""
    dated = act.when is not None and act.when.value is not None and act.when.value.earliest is not None
    placed = act.where is not None and act.where.value is not None
    return replace(
        act,
        retellings=(*act.retellings, lead.trigger, *lead.retellings),
        stance="asserted" if "asserted" in (lead.stance, act.stance) else act.stance,
        scope="incident" if "incident" in (lead.scope, act.scope) else act.scope,
        when=act.when if dated or lead.when is None else lead.when,
        where=act.where if placed or lead.where is None else lead.where,
        harm=_both_tolls(lead.harm, act.harm),
        actors=(*act.actors, *(row for row in lead.actors if not _is_named(row, act.actors))),
        means=(*act.means, *(row for row in lead.means if row.kind not in {one.kind for one in act.means})),
        speakers=(*lead.speakers, *(row for row in act.speakers if row.raw not in {one.raw for one in lead.speakers})),
    )


def _both_tolls(lead: tuple[Harm, ...], act: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The rows of both; those of the act that the lead tells with a number, or with the same one, once."""
    counted = {row.effect for row in lead if row.has_number}
    told = {(row.effect, row.count) for row in lead}
    gone = {
        at for at, row in enumerate(act) if (row.effect, row.count) in told or (row.effect in counted and not row.has_number)
    }
    rows = without_rows(act, gone)
    return (*lead, *(row if row.part_of is None else replace(row, part_of=row.part_of + len(lead)) for row in rows))


def _is_named(row: Actor, others: tuple[Actor, ...]) -> bool:
    """True for an actor of the lead whom the act tells, or has in the same role under other words."""
    role = {other.role for other in others}
    return row.role in ("target", "perpetrator", "side_a", "side_b", "accused") and row.role in role
