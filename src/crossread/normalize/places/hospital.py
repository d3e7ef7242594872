"""The hospital in which somebody died is not where he was hurt: "wounded in Baghlan, died in a hospital in Kabul"."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Place, Slot, Span

_HOUSE = r"(?:hospitals?|clinics?|medical\s+cent(?:er|re)s?|infirmary|morgue|mortuary)"
_TAKEN = (
    r"\b(?:died|dies|dying|succumbed|passed\s+away|taken|brought|rushed|flown|airlifted|transferred|transported|evacuated|moved"
    r"|treated|admitted|hospitali[sz]ed|recovering)\b"
)
_BEFORE = re.compile(rf"{_TAKEN}[^.;:]{{0,60}}\b{_HOUSE}\s+$", re.IGNORECASE)
_TAKEN_BEFORE = re.compile(rf"{_TAKEN}[^.;:]{{0,40}}$", re.IGNORECASE)
_IS_HOUSE = re.compile(rf"\b{_HOUSE}\b", re.IGNORECASE)
_ACT = (
    r"\b(?:attack|ambush|assault|bombing|blast|explosion|shooting|clash(?:es)?|raid|air\s?strike|strike|shelling|gunfight|massacre"
    r"|fighting|shot|wounded|injured|hurt|stabbed)\b"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:[\s-](?:[a-z]{1,3}-)?[A-ZÀ-ÖØ-Þ][\w'’]+){0,3}"
_WHERE = re.compile(
    rf"{_ACT}(?:\s+(?:on|against)\s+(?:an?|the|his|her|their)\s+[a-z][\w\s-]{{1,40}}?)?"
    rf"\s+(?P<place>(?:in|at|near|outside)\s+{_NAME})"
)


def without_hospital(document: Document, claim: Claim, slot: Slot[Place]) -> Slot[Place] | None:
    """The slot, or where it is a hospital to which the hurt came, the place that the same sentence gives to the act, or None.

    A hospital that was itself attacked is where it happened. What people say (with a value) stays.
    """
    span = slot.evidence[0].span
    if not _is_hospital(document, claim, span):
        return slot
    before, after = sentence_around(document.text, span.start, span.end)
    found = _WHERE.search(before) or _WHERE.search(after)
    if found is None:
        return None
    start = (span.start - len(before) if found.string is before else span.end) + found.start("place")
    evidence = document.quote(start, start + len(found["place"]))
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _is_hospital(document: Document, claim: Claim, span: Span) -> bool:
    before, _ = sentence_around(document.text, span.start, span.end)
    to_house = _BEFORE.search(before) or (
        _IS_HOUSE.search(document.text, span.start, span.end) and _TAKEN_BEFORE.search(before)
    )
    if not to_house or span.start <= claim.trigger.span.start < span.end:
        return False
    targets = (actor.raw for actor in claim.actors if actor.role == "target")
    return not any(_IS_HOUSE.search(raw) for raw in targets)
