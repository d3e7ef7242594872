"""The town that is the subject of what was done to it: "Vovchansk came under fire" is in Vovchansk."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.places.resolving import DocumentPlaces
from crossread.records import Claim, Document, Place, Slot, Span

NEAR = 120  # characters around the trigger in which its verb and subject stand
STRUCK_SCORE = 0.5
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s(?:[a-z]{2,3}\s)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}"
_HOW = r"(?:(?:also|again|then|later|heavily|repeatedly|first|reportedly)\s+)?"
_STRUCK = re.compile(
    rf"(?<![\w’'-])(?P<place>{_NAME})\s+(?:(?:has|have|had)\s+)?{_HOW}(?P<verb>(?:was|were|been|being)\s+{_HOW}"
    r"(?:shelled|bombed|bombarded|strafed|rocketed|pounded|raided|stormed|attacked|overrun|hit|struck)\b"
    r"|(?:came|come|comes)\s+(?:again\s+)?under\s+(?:[a-z]+\s+){0,2}?(?:fire|attack|shelling|bombardment|assault)\b)"
)
# "rockets were fired from the hills and landed in Kita": without a place else, it is where they came down
_LANDED = re.compile(
    r"\b(?:landed|fell|impacted|exploded|came\s+down|crashed|hit|hits|struck|landing|falling|hitting|striking)\s+"
    r"(?:(?:in|on|near|at|outside|close\s+to)\s+)?(?:(?:the\s+)?(?:town|village|city|port|outskirts|cent(?:re|er))\s+(?:of\s+)?)?"
    rf"(?P<place>{_NAME})"
)
_FROM_AFAR = ("shelling", "air_strike")
# "The army in Gao was attacked": whoever is attacked there, the words that lead to the name tell no subject.
_LED = re.compile(
    r"\b(?:in|at|near|of|from|to|on|by|for|with|between|against|around|outside|and|or)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_COARSE = ("area", "admin1", "country")


def place_struck(document: Document, claim: Claim, places: DocumentPlaces) -> Slot[Place] | None:
    """The where slot, or the town that the trigger's own clause has as its subject, where the slot is wider or told elsewhere.

    All three bare names of this kind in the coded reports are the place ("the following day Huayranga was bombed"). Another
    town in the same sentence stays: a subject may be a person or a club of that name.
    """
    slot = claim.where
    if claim.score is None or (slot is not None and (slot.score is None or not slot.evidence)):
        return slot
    span = _subject(document.text, claim.trigger.span)
    if span is None and slot is None and claim.type in _FROM_AFAR:
        span = _where_it_landed(document.text, claim.trigger.span)
    if span is None or (slot is not None and slot.evidence[0].span.start < span.end and span.start < slot.evidence[0].span.end):
        return slot
    evidence = document.quote(span.start, span.end)
    found = places.resolve(evidence.quote, start=span.start, end=span.end)
    if found is None or found.place.precision != "exact" or found.place.latitude is None or found.score < STRUCK_SCORE:
        return slot
    if slot is not None and not _is_wider(slot, found.place) and _is_of_sentence(document.text, slot, claim.trigger.span):
        return slot
    return Slot(raw=evidence.quote, value=found.place, evidence=(evidence,), score=slot.score if slot else found.score)


def _subject(text: str, trigger: Span) -> Span | None:
    start = max(0, trigger.start - NEAR)
    for match in _STRUCK.finditer(text, start, trigger.end + NEAR):
        of_trigger = match.start("verb") < trigger.end and trigger.start < match.end("verb")
        if of_trigger and not _LED.search(text[start : match.start("place")]):
            return Span(start=match.start("place"), end=match.end("place"))
    return None


def _where_it_landed(text: str, trigger: Span) -> Span | None:
    before, after = sentence_around(text, trigger.start, trigger.end)
    found = _LANDED.search(text, trigger.start - len(before), trigger.end + len(after))
    return Span(start=found.start("place"), end=found.end("place")) if found else None


def _is_wider(slot: Slot[Place], town: Place) -> bool:
    return slot.value is not None and slot.value.precision in _COARSE and slot.value.country == town.country


def _is_of_sentence(text: str, slot: Slot[Place], trigger: Span) -> bool:
    before, after = sentence_around(text, trigger.start, trigger.end)
    return trigger.start - len(before) <= slot.evidence[0].span.start < trigger.end + len(after)
