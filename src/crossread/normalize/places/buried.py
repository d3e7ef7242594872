"""Where the dead were buried, the hurt are treated or somebody is asked is not where it happened: "were buried in Morelia"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.places.hospital import WHERE
from crossread.normalize.places.resolving import DocumentPlaces
from crossread.records import Claim, Document, Place, Slot, Span

_DAY = r"(?:(?:on\s+)?(?:yesterday|today|[A-Z][a-z]+day|\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}),?\s+)?"
_IN = r"(?:in|at|near)\s+(?:the\s+(?:\w+\s+){0,2}(?:of\s+)?)?$"
# Behind the act: what became of the dead and the hurt
_AFTER = re.compile(
    r"\b(?:(?:was|were|is|are|(?:has|have|had)\s+been|being)\s+(?:being\s+|later\s+|then\s+)?"
    r"(?:buried|laid\s+to\s+rest|cremated|mourned|treated|hospitali[sz]ed|operated\s+on)|(?:receiving|undergoing|under)\s+treatment"
    rf"|recovering)\s+{_DAY}{_IN}"
)
# Before it: who mourns them, and who is asked
_ASKED = re.compile(
    r"\b(?:told|tell|tells)\s+(?:(?:(?:a|an|the|our|this)\s+)?(?:reporters?|journalists?|(?:news\s+|press\s+)?conference|newspaper|"
    rf"correspondent|team|media|press)|[A-Z]\w+(?:\s+(?:news\s+agency|[A-Z]\w+)){{0,2}})\s+{_DAY}(?:in|at|from|near)\s+$"
)
_MOURN = (
    r"\b(?:mourn|bury|remember|honou?r|commemorate|pay\s+(?:\w+\s+){1,3}(?:respects?|tribute)|bid\s+farewell|say\s+goodbye)\b"
)
_GATHERED = re.compile(rf"\b(?:gathered|assembled|met|came\s+together|turned\s+out)\s+{_DAY}{_IN}")
_TO_MOURN = re.compile(rf"[^.;:\n]{{0,50}}\bto\s+{_MOURN}")
_FUNERAL = re.compile(
    rf"\b(?:funerals?|burials?|requiem|vigil|memorial\s+(?:service|ceremony))\s+(?:(?:was|were)\s+held\s+)?(?-i:{_DAY}){_IN}",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\b(?:when|while|as|where|there|before)\b")
_FOR = re.compile(r"[^.;:\n]{0,40}\b(?:for|of)\s")
_ACTS = frozenset(
    "armed_attack armed_clash bombing shelling air_strike killing abduction ill_treatment sexual_violence arson".split()
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:[\s-](?:[a-z]{1,3}-)?[A-ZÀ-ÖØ-Þ][\w'’]+){0,3}"
_PLACED = re.compile(
    rf"\b(?:in|at|near|outside)\s+(?:the\s+(?:village|town|city|market|district|municipality)\s+of\s+)?{_NAME}"
)
_POINTS = ("exact", "near")
NEAR = 80  # characters before a name in which it is told what it is the place of


def without_burial(document: Document, claim: Claim, slot: Slot[Place], places: DocumentPlaces) -> Slot[Place] | None:
    """The slot, or where it is the place of a burial, a treatment or an interview, the one told of the act, or None.

    Of 13,345 coded places none is told so. The act's own place is the one that its sentence ties to it, else the first of its
    other tellings, parties and targets. What people and data sets say (no score) stays.
    """
    span = slot.evidence[0].span
    if claim.score is None or claim.type not in _ACTS or not _is_of_aftermath(document.text, claim.trigger.span, span):
        return slot
    before, after = sentence_around(document.text, span.start, span.end)
    for part, start in ((before, span.start - len(before)), (after, span.end)):
        found = WHERE.search(part)
        if found is not None and found.end("place") < len(part) - (0 if part is after else 1):
            return _at(document, slot, Span(start=start + found.start("place"), end=start + found.end("place")))
    own = next(_placed_elsewhere(document, claim, slot, places), None)
    return _at(document, slot, own) if own is not None else None


def _is_of_aftermath(text: str, trigger: Span, span: Span) -> bool:
    start = span.start + (len(lead.group()) if (lead := re.match(r"(?:in|at|near)\s+", text[span.start : span.end])) else 0)
    before, after = sentence_around(text, start, max(start + 1, span.end))
    near = before[-NEAR:]
    ends = start + len(text[start : span.end])
    if _ASKED.search(near):
        return True
    told_later = ends <= trigger.start < ends + len(after)
    mourned = (_GATHERED.search(near) and _TO_MOURN.match(after)) or (_FUNERAL.search(near) and _FOR.match(after))
    if mourned:
        return told_later and _AT_ONCE.search(text, ends, trigger.start) is None
    return _AFTER.search(near) is not None and not told_later


def _placed_elsewhere(document: Document, claim: Claim, slot: Slot[Place], places: DocumentPlaces) -> Iterator[Span]:
    """Places with coordinates in the other sentences in which the claim is told, nearest in the order of the text."""
    text, span = document.text, slot.evidence[0].span
    parties = [a for a in claim.actors if a.role in ("target", "perpetrator", "victim")]
    tellings = [claim.trigger.span, *(one.span for one in claim.retellings), *(e.span for a in parties for e in a.evidence)]
    seen: set[int] = set()
    for telling in sorted(tellings, key=lambda one: one.start):
        before, after = sentence_around(text, telling.start, telling.end)
        first, last = telling.start - len(before), telling.end + len(after)
        if first in seen or first <= span.start < last:
            continue
        seen.add(first)
        for match in _PLACED.finditer(text, first, last):
            found = places.resolve(match.group(), start=match.start(), end=match.end())
            if found is None or found.place.precision not in _POINTS or found.place.latitude is None:
                continue
            at = Span(start=match.start(), end=match.end())
            if not _is_of_aftermath(text, claim.trigger.span, at):
                yield at


def _at(document: Document, slot: Slot[Place], span: Span) -> Slot[Place]:
    evidence = document.quote(span.start, span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))
