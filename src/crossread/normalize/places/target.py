"""The place in the words of what was attacked, where the report gives no other: "the cattle market of Guider"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.places.resolving import DocumentPlaces
from crossread.records import Actor, Claim, Document, Place, Slot, Span

# "of" binds a name to a site only behind a word for a kind of place: "the office of Wagner" is in no town of that name.
_SITED = re.compile(
    r"\b(?:(?:in|at|near|outside)\s+|(?:market|town|village|city|bridge|port|airport|airfield|barracks|camp|base|station|mosque|"
    r"church|school|hospital|clinic|prison|district|quarter|suburb)\s+of\s+)(?:the\s+)?[A-ZÀ-ÖØ-Þ]"
)
_POINTS = ("exact", "near")
_COARSE = ("area", "admin1", "country")
_BARE_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}")
_BETWEEN = re.compile(r",?\s*")
_LEADS = re.compile(r"In\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?")
_TOWN_OF = re.compile(r"\b(?:town|village|city|hamlet)\s+of\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}$")


def place_of_target(document: Document, claim: Claim, places: DocumentPlaces) -> Slot[Place] | None:
    """The where slot, made whole or made of an object that was the target; as it is where it has a value or none is found.

    Words cut short ("on the cattle") are widened to the target they are cut out of. Without any words for the place the
    target's own are read, and count only for a settlement or site, because a wrong point is worse than none.
    """
    slot = claim.where
    if slot is not None and slot.value is not None and slot.score is not None and slot.evidence:
        return _with_town_aimed_at(document, claim, _with_village_before(document, claim, slot, places), places)
    if slot is not None and (slot.value is not None or not slot.evidence):
        return slot
    for actor in claim.actors:
        if actor.role != "target" or actor.type != "object" or not actor.evidence or not _SITED.search(actor.raw):
            continue
        span = _joined(slot, actor)
        if span is None:
            continue
        evidence = document.quote(span.start, span.end)
        found = places.resolve(evidence.quote, start=span.start, end=span.end)
        if found is not None and found.place.precision in _POINTS:
            return Slot(raw=evidence.quote, value=found.place, evidence=(evidence,), score=slot.score if slot else actor.score)
    return slot


def _with_village_before(document: Document, claim: Claim, slot: Slot[Place], places: DocumentPlaces) -> Slot[Place]:
    """The slot with the village that was attacked in front of its district: "gunmen attacked Gbagir in Ukum area"."""
    if slot.value is None or slot.value.precision not in _COARSE:
        return slot
    span = slot.evidence[0].span
    for actor in claim.actors:
        village = actor.evidence[0].span if actor.evidence and actor.role == "target" and actor.type == "object" else None
        if village is None or not _BARE_NAME.fullmatch(actor.raw) or not 0 < span.start - village.end + 1 <= 3:
            continue
        if not _BETWEEN.fullmatch(document.text[village.end : span.start]):
            continue
        evidence = document.quote(village.start, span.end)
        found = places.resolve(evidence.quote, start=village.start, end=span.end)
        if found is not None and found.place.precision in _POINTS and found.place.country == slot.value.country:
            return Slot(raw=evidence.quote, value=found.place, evidence=(evidence, *slot.evidence[1:]), score=slot.score)
    return slot


def _with_town_aimed_at(document: Document, claim: Claim, slot: Slot[Place], places: DocumentPlaces) -> Slot[Place]:
    """The slot with the town that was struck for the one that leads the sentence: "In Hama, gangs shelled the town of Mhar".

    The words in front tell the region of a chronicle or a daily report, whose seat bears its name.
    """
    lead, trigger = slot.evidence[0].span, claim.trigger.span
    if not _LEADS.fullmatch(document.text[lead.start : lead.end]) or document.text[lead.end : lead.end + 1] != ",":
        return slot
    if document.text[lead.end : trigger.start].count(".") or trigger.start < lead.end:
        return slot
    for actor in claim.actors:
        named = _TOWN_OF.search(actor.raw) if actor.role == "target" and actor.type == "object" and actor.evidence else None
        if named is None or actor.evidence[0].span.start < trigger.end:
            continue
        start = actor.evidence[0].span.start + named.start()
        evidence = document.quote(start, start + len(named.group()))
        found = places.resolve(evidence.quote, start=start, end=start + len(named.group()))
        if found is not None and found.place.precision == "exact" and slot.value and found.place.country == slot.value.country:
            return Slot(raw=evidence.quote, value=found.place, evidence=(evidence, *slot.evidence[1:]), score=slot.score)
    return slot


def _joined(slot: Slot[Place] | None, actor: Actor) -> Span | None:
    """The stretch of both, where they overlap; the target's own where there is no slot."""
    target = actor.evidence[0].span
    if slot is None:
        return target
    own = slot.evidence[0].span
    if own.end <= target.start or target.end <= own.start:
        return None
    return Span(start=min(own.start, target.start), end=max(own.end, target.end))
