"""The hospital in which somebody died is not where he was hurt: "wounded in Baghlan, died in a hospital in Kabul"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Place, Slot, Span

_HOUSE = r"(?:hospitals?|clinics?|medical\s+cent(?:er|re)s?|infirmary|morgue|mortuary)"
_TAKEN = (
    r"\b(?:died|dies|dying|succumbed|passed\s+away|expired|taken|brought|rushed|flown|airlifted|transferred|transported|evacuated|moved"
    r"|treated|admitted|hospitali[sz]ed|recovering)\b"
)
_BEFORE = Worded("clinic hospital infirmary medical morgue mortuary", rf"{_TAKEN}[^.;:]{{0,60}}\b{_HOUSE}\s+$", re.IGNORECASE)
_TAKEN_BEFORE = re.compile(rf"{_TAKEN}[^.;:]{{0,40}}$", re.IGNORECASE)
# "Both were flown to Popayán and are out of danger"
_FLOWN_TO = re.compile(
    r"\b(?:flown|airlifted|evacuated|medevaced|rushed|taken|transferred|transported)\s+(?:by\s+\w+\s+)?(?:to\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_OF_WOUNDED = re.compile(
    r"\b(?:wounded|injured|hurt|hospitals?|clinics?|treat(?:ed|ment)|surgery|medical|out\s+of\s+danger|condition|recover\w*)\b",
    re.IGNORECASE,
)
_IS_HOUSE = re.compile(rf"\b{_HOUSE}\b", re.IGNORECASE)
_ACT = (
    r"\b(?:attack|ambush|assault|bombing|blast|explosion|shooting|clash(?:es)?|raid|air\s?strike|strike|shelling|gunfight|massacre"
    r"|fighting|shot|wounded|injured|hurt|stabbed)\b"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:[\s-](?:[a-z]{1,3}-)?[A-ZÀ-ÖØ-Þ][\w'’]+){0,3}"
WHERE = re.compile(
    rf"{_ACT}(?:\s+(?:on|against)\s+(?:an?|the|his|her|their)\s+[a-z][\w\s-]{{1,40}}?)?"
    rf"\s+(?P<place>(?:in|at|near|outside)\s+{_NAME})"
)


def without_hospital(document: Document, claim: Claim, slot: Slot[Place]) -> Slot[Place] | None:
    """The slot, or where it is a hospital to which the hurt came, the place that the same sentence gives to the act, or None.

    A hospital that was itself attacked is where it happened. A town to which the wounded were flown is that of no other
    sentence's act. What people say (with a value) stays.
    """
    span = slot.evidence[0].span
    if _is_town_of_wounded(document.text, claim.trigger.span, span):
        return None
    if not _is_hospital(document, claim, span):
        return slot
    before, after = sentence_around(document.text, span.start, span.end)
    found = WHERE.search(before) or WHERE.search(after)
    if found is None:
        return None
    start = (span.start - len(before) if found.string is before else span.end) + found.start("place")
    evidence = document.quote(start, start + len(found["place"]))
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _is_town_of_wounded(text: str, trigger: Span, span: Span) -> bool:
    before, after = sentence_around(text, span.start, span.end)
    if span.start - len(before) <= trigger.start < span.end + len(after):
        return False
    led = text[span.start : span.start + 3].lower() == "to " or before.rstrip().endswith((" to", " to the"))
    return led and _FLOWN_TO.search(before) is not None and _OF_WOUNDED.search(before + after) is not None


def _is_hospital(document: Document, claim: Claim, span: Span) -> bool:
    before, _ = sentence_around(document.text, span.start, span.end)
    to_house = _BEFORE.search(before) or (
        _IS_HOUSE.search(document.text, span.start, span.end) and _TAKEN_BEFORE.search(before)
    )
    if not to_house or span.start <= claim.trigger.span.start < span.end:
        return False
    targets = (actor.raw for actor in claim.actors if actor.role == "target")
    return not any(_IS_HOUSE.search(raw) for raw in targets)
